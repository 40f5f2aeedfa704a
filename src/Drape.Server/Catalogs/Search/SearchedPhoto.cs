using Drape.Imaging;
using Drape.Similarity;

namespace Drape.Server.Catalogs.Search;

/// <summary>A photo that products are looked for with.</summary>
/// <param name="Reading">What was read in it.</param>
/// <param name="Garment">Which garment is meant, counted from 0; null for the whole photo.</param>
/// <param name="Look">The embedding of what is meant.</param>
/// <param name="Network">The identity of the network that made the embedding.</param>
public sealed record SearchedPhoto(PhotoReading Reading, int? Garment, Embedding Look, string Network)
{
    /// <summary>How the whole photo is asked for instead of the number of a garment.</summary>
    public const string WholePhoto = "whole";

    /// <summary>The kinds that it may be of; unknown for a whole photo, which may show several.</summary>
    public Kinds Kinds { get; init; } = Kinds.Unknown;

    /// <summary>The garment that is meant, unless the whole photo is.</summary>
    public Garment? Meant => Garment is { } number ? Reading.Garments[number] : null;

    /// <summary>Reads a photo and picks what is meant.</summary>
    /// <param name="analyzer">The engine.</param>
    /// <param name="file">The photo's file.</param>
    /// <param name="name">What messages call the photo.</param>
    /// <param name="wanted">
    /// The number of a garment, or <see cref="WholePhoto"/>; null for the main garment, or the whole photo where none is found.
    /// </param>
    /// <param name="limits">What to refuse; <see cref="PhotoLimits.Default"/> if null.</param>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    /// <exception cref="SearchException">It has no such garment.</exception>
    public static SearchedPhoto Of(
        PhotoAnalyzer analyzer, ReadOnlySpan<byte> file, string name, string? wanted, PhotoLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        var (reading, findings) = analyzer.Inspect(file, name, limits, style: false);
        int? number = wanted switch
        {
            null => findings.Garments.Count > 0 ? 0 : null,
            WholePhoto => null,
            _ => int.TryParse(wanted, out int given) && given >= 0 && given < findings.Garments.Count ? given
                : throw new SearchException($"There is no garment '{wanted}' in the photo. {Choice(findings.Garments.Count)}"),
        };
        float[]? look = number is { } meant ? findings.Garments[meant].Embedding : null;
        return new SearchedPhoto(reading, look is null ? null : number, Embedding.Of(look ?? analyzer.Embed(file, limits)),
            analyzer.EmbeddingNetwork)
        {
            Kinds = number is { } read && look is not null ? KindQuestion.Answered(findings.Garments[read].Verdicts) : Kinds.Unknown,
        };
    }

    /// <summary>Reads a photo once, for searches with each garment of its main figure.</summary>
    /// <param name="analyzer">The engine.</param>
    /// <param name="file">The photo's file.</param>
    /// <param name="name">What messages call the photo.</param>
    /// <param name="limits">What to refuse; <see cref="PhotoLimits.Default"/> if null.</param>
    /// <returns>One for each garment that has an embedding, in the reading's order.</returns>
    /// <exception cref="PhotoException">The photo cannot be read.</exception>
    public static IReadOnlyList<SearchedPhoto> EachOf(
        PhotoAnalyzer analyzer, ReadOnlySpan<byte> file, string name, PhotoLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        var (reading, findings) = analyzer.Inspect(file, name, limits, style: false);
        var looks = new List<SearchedPhoto>();
        for (int i = 0; i < findings.Garments.Count; i++)
        {
            if (reading.Garments[i].Person is null or 0 && findings.Garments[i].Embedding is { } look)
            {
                looks.Add(new SearchedPhoto(reading, i, Embedding.Of(look), analyzer.EmbeddingNetwork)
                {
                    Kinds = KindQuestion.Answered(findings.Garments[i].Verdicts),
                });
            }
        }

        return looks;
    }

    static string Choice(int garments) => garments switch
    {
        0 => $"None was found; ask for '{WholePhoto}'.",
        1 => $"It shows one, number 0; or ask for '{WholePhoto}'.",
        _ => $"It shows {garments}, counted from 0; or ask for '{WholePhoto}'.",
    };
}
