using System.Numerics.Tensors;
using System.Text;
using Drape.Inference;
using Drape.Server.Catalogs.Search;
using Drape.Similarity;
using Drape.Store.Products;
using Drape.Store.Words;

namespace Drape.Server.Catalogs.Import;

/// <summary>What Drape saw in a product's picture.</summary>
/// <param name="Garment">The garment that the product is.</param>
/// <param name="Embedding">Its embedding, of unit length.</param>
/// <param name="Kinds">The kinds that it may be of.</param>
/// <param name="Network">The identity of the network that made the embedding and the kinds.</param>
public sealed record ProductReading(Garment Garment, float[] Embedding, Kinds Kinds, string Network)
{
    /// <summary>Reads a product's picture.</summary>
    /// <param name="analyzer">The engine.</param>
    /// <param name="picture">The picture's file.</param>
    /// <param name="row">What the shop says of it: on a picture with a whole outfit it tells which garment is meant.</param>
    /// <exception cref="Imaging.PhotoException">The picture cannot be read.</exception>
    /// <exception cref="RowException">It shows no garment.</exception>
    public static ProductReading Of(PhotoAnalyzer analyzer, ReadOnlySpan<byte> picture, ProductRow row)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(row);
        var (reading, findings) = analyzer.Inspect(picture, row.Key, style: false, product: true);
        int meant = Meant(reading.Garments, row);
        return meant >= 0 && findings.Garments[meant].Embedding is { } embedding
            ? new ProductReading(reading.Garments[meant], embedding, KindQuestion.Answered(findings.Garments[meant].Verdicts),
                analyzer.EmbeddingNetwork)
            : throw new RowException("No garment was found in the picture.");
    }

    /// <summary>The product with this reading instead of the one that it had.</summary>
    /// <param name="product">The product.</param>
    public NewProduct Put(NewProduct product)
    {
        var halves = new Half[Embedding.Length];
        TensorPrimitives.ConvertToHalf(Embedding, halves);
        return product with
        {
            Type = Garment.Type,
            Colour = Garment.Colour,
            Pattern = Garment.Pattern,
            Colours = Garment.Colours,
            Attributes = Garment.Attributes,
            Reading = Garment,
            Embedding = halves,
            Network = Network,
            Kinds = Kinds,
        };
    }

    /// <summary>The garment that the shop's words name; the main one where they name none or all alike.</summary>
    internal static int Meant(IReadOnlyList<Garment> garments, ProductRow row)
    {
        var said = Words($"{row.Category} {row.Name}").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return garments.Count == 0 ? -1 : Enumerable.Range(0, garments.Count)
            .MaxBy(i => (Words(Tags(garments[i])).Distinct().Count(said.Contains), -i));
    }

    static string Tags(Garment garment) => string.Join(' ',
        garment.Attributes.Where(a => a.Value != Verdict.Unclear).Select(a => a.Value)
            .Concat(Vocabulary.NamesOf(garment.Type)));

    /// <summary>Words without the plural's s: the shop's "Shirts" means "shirt".</summary>
    static IEnumerable<string> Words(string text) => new string([.. text.Select(c => char.IsLetter(c) ? c : ' ')])
        .Normalize(NormalizationForm.FormKC).ToLowerInvariant()
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1)
        .Select(w => w.Length > 3 && w.EndsWith('s') ? w[..^1] : w);
}
