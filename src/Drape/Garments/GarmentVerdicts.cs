using Drape.Inference;

namespace Drape.Garments;

/// <summary>What the reader says of one garment.</summary>
/// <param name="ByHead">The answers by question, as the manifest names them: type, pattern and more.</param>
/// <param name="Reported">Those of them that a reading states.</param>
/// <param name="Embedding">
/// A vector of unit length that is near those of look-alikes; null where the network has none.
/// </param>
public sealed record GarmentVerdicts(IReadOnlyDictionary<string, Verdict> ByHead,
    IReadOnlyDictionary<string, Verdict> Reported, float[]? Embedding = null)
{
    /// <summary>The head that names the garment.</summary>
    public const string TypeHead = "type";

    /// <summary>The head that names its pattern.</summary>
    public const string PatternHead = "pattern";

    /// <summary>The kind of picture that it was read as.</summary>
    public GarmentScene Scene { get; init; }

    /// <summary>The questions of which a reading says that they are unclear, the answers to them being guesses.</summary>
    public IReadOnlyList<string> Untold { get; init; } = [];

    /// <summary>What the garment is.</summary>
    public Verdict Type => ByHead[TypeHead];

    /// <summary>The same of a thing that cannot be of a type: the others share what that was probable.</summary>
    /// <param name="type">The type.</param>
    /// <param name="threshold">The confidence from which a type is stated.</param>
    internal GarmentVerdicts Without(string type, Func<string, double> threshold)
    {
        var others = Type.Without(type, threshold);
        Dictionary<string, Verdict> Told(IReadOnlyDictionary<string, Verdict> heads) =>
            heads.ToDictionary(h => h.Key, h => h.Key == TypeHead ? others : h.Value);
        return this with { ByHead = Told(ByHead), Reported = Told(Reported) };
    }

    /// <summary>Its pattern.</summary>
    public Verdict Pattern => ByHead[PatternHead];
}
