using Drape.Similarity;
using Drape.Store.Products;

namespace Drape.Store.Tests.Products;

/// <summary>Products for tests.</summary>
static class Shop
{
    public const string Network = "reader-2026-11@0123456789ab";

    /// <summary>A product with an embedding of its own.</summary>
    public static NewProduct Product(string key, string type = "shirt", decimal? price = 39.9m, int values = 8) => new()
    {
        Key = key,
        Name = $"A {type}",
        Type = type,
        Colour = "navy",
        Pattern = "solid",
        Gender = "Men",
        Price = price,
        Currency = "EUR",
        Embedding = Embedding(key, values),
        Network = Network,
        Kinds = Kinds.Of([new("Shirts", 0.8f), new("Tshirts", 0.2f)]),
    };

    /// <summary>Many products.</summary>
    public static NewProduct[] Products(int count, int values = 8, string prefix = "") =>
        [.. Enumerable.Range(0, count).Select(i => Product($"{prefix}{i:000000}", values: values))];

    /// <summary>A unit vector that a text decides.</summary>
    public static Half[] Embedding(string of, int values)
    {
        var random = new Random(of.Aggregate(17, (seed, letter) => unchecked(seed * 31 + letter)));
        double[] vector = [.. Enumerable.Range(0, values).Select(_ => random.NextDouble() * 2 - 1)];
        double length = Math.Sqrt(vector.Sum(v => v * v));
        return [.. vector.Select(v => (Half)(v / length))];
    }
}
