using System.Globalization;
using System.Text;
using System.Text.Json;
using Drape.Imaging;
using Drape.Store.Blobs;
using Drape.Store.Photos;
using Drape.Store.Products;
using Drape.Styles;

namespace Drape.Store.Writer;

/// <summary>What is written, which a thing's name and edition alone decide: whoever reads it knows what it has to be.</summary>
public static class Content
{
    /// <summary>The network of all embeddings.</summary>
    public const string Network = "reader-2026-11@0123456789ab";

    /// <summary>The kind of all jobs.</summary>
    public const string Job = "import";

    const int Values = 256;
    const int SmallestPicture = 200, LargestPicture = 60_000;

    static readonly string[] Types = ["shirt", "dress", "jeans", "coat"];

    /// <summary>The catalogs, each with a lane of its own.</summary>
    public static IReadOnlyList<string> Catalogs { get; } = ["first", "second"];

    /// <summary>An edition of a product.</summary>
    public static NewProduct Product(string key, int edition)
    {
        var random = new Random(HashCode(key, edition));
        return new NewProduct
        {
            Key = key,
            Name = $"Product {Word(key, edition)}",
            Type = Types[random.Next(Types.Length)],
            Colour = "navy",
            Pattern = "solid",
            Gender = "Men",
            Price = random.Next(1, 100_000) / 100m,
            Currency = "EUR",
            Link = $"https://shop.example/{key}/{edition}",
            Picture = BlobKey.Of(Picture(key, edition)),
            Embedding = [.. Enumerable.Range(0, Values).Select(_ => (Half)(random.NextDouble() - 0.5))],
            Network = Network,
        };
    }

    /// <summary>A word that only this edition's name has.</summary>
    public static string Word(string key, int edition) => $"{key}edition{edition}e";

    /// <summary>The edition of a product of this name.</summary>
    public static int Edition(string? name) => int.Parse(
        name!.Split("edition")[1].TrimEnd('e'), CultureInfo.InvariantCulture);

    /// <summary>The bytes of its picture.</summary>
    public static byte[] Picture(string key, int edition)
    {
        var random = new Random(~HashCode(key, edition));
        byte[] bytes = new byte[random.Next(SmallestPicture, LargestPicture)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>An edition of a photo's reading.</summary>
    public static NewPhoto Photo(string name, int edition) => new()
    {
        Source = $"https://shop.example/{name}",
        Content = BlobKey.Of(Encoding.UTF8.GetBytes($"{name} {edition}")),
        Reading = new PhotoReading
        {
            Photo = name,
            Width = 30,
            Height = 40,
            Garments = [.. Enumerable.Range(0, 1 + (edition % 3)).Select(_ => Garment(edition))],
            Style = new StyleReading { Stated = "casual", Top = [new StyleConfidence("casual", 0.61)], Formality = 2, Warmth = 3 },
            Timings = new Dictionary<string, double> { ["decode"] = 1.5 },
            Models = new Dictionary<string, string> { ["reader"] = Network },
        },
    };

    /// <summary>The article type that all garments of an edition have, and of no other.</summary>
    public static string Article(int edition) => $"article{edition}e";

    /// <summary>What a job is to do.</summary>
    public static JsonElement Payload(string title) => JsonSerializer.SerializeToElement(new { folder = title });

    /// <summary>How far it came.</summary>
    public static JsonElement Checkpoint(string title) => JsonSerializer.SerializeToElement(new { after = title });

    /// <summary>What it leaves.</summary>
    public static JsonElement Result(string title) => JsonSerializer.SerializeToElement(new { added = title.Length, title });

    static Garment Garment(int edition) => new()
    {
        Type = "t-shirt",
        Confidence = 0.97,
        Box = new PixelBox(1, 2, 20, 30),
        Colour = "navy",
        ColourConfidence = 0.9,
        Colours = [],
        Pattern = "solid",
        PatternConfidence = 0.8,
        Attributes = new Dictionary<string, string> { ["articleType"] = Article(edition) },
        Alternatives = [],
    };

    // The runtime's own hash of a text is another one in each process.
    static int HashCode(string key, int edition) => key.Aggregate(edition, (sum, letter) => unchecked((sum * 31) + letter));
}
