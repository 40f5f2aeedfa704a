using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Measures whether a photo is read the right way up: as it is, and turned to either side and upside down. A set's few photos that lie on their
/// side themselves count as standing.
/// </summary>
sealed class PhotoTurns(ModelCatalog catalog)
{
    const int Whole = 4; // quarters

    readonly TurnReader? _reader = TurnReader.Of(catalog.Get(GarmentReader.ModelName, ThreadPolicy.ManyPhotos));

    /// <summary>By how many quarters a photo is turned, and by how many more it then is to be read.</summary>
    public readonly record struct Answer(int Quarters, int Read)
    {
        public bool IsRight => (Quarters + Read) % Whole == 0;
    }

    /// <summary>What is said of a photo's four turns; nothing where the network does not tell.</summary>
    public IReadOnlyList<Answer> Of(PixelImage photo) => _reader is null ? []
        : [.. Enumerable.Range(0, Whole).Select(quarters => new Answer(quarters, _reader.Read(photo.Turned(quarters))))];

    /// <summary>Adds how many photos stay as they are, and of how many turned ones it is told how; and how many of those are turned wrongly.</summary>
    public static void AddTo(FigureTable figures, IReadOnlyCollection<Answer> answers)
    {
        Answer[] turned = [.. answers.Where(a => a.Quarters != 0)];
        if (turned.Length > 0)
        {
            figures.Add("turn.upright", answers.Where(a => a.Quarters == 0).Average(a => a.IsRight ? 1.0 : 0));
            figures.Add("turn.mended", turned.Average(a => a.IsRight ? 1.0 : 0));
            figures.Add("turn.mistaken", turned.Average(a => !a.IsRight && a.Read != 0 ? 1.0 : 0));
        }
    }
}
