using Drape.Colours;
using Drape.Similarity;
using Drape.Store.Products;

namespace Drape.CatalogLoad;

/// <summary>Products whose looks lie in clusters, as those of real pictures do; a number tells all of one.</summary>
static class DrawnProduct
{
    public const string Network = "drawn@0123456789ab";

    const int Values = 256, Clusters = 500;
    const double Spread = 0.7; // of a product from its cluster's middle

    static readonly float[][] Middles = [.. Enumerable.Range(0, Clusters).Select(c => Unit(new Random(c)))];

    static readonly string[] Types = [.. Enumerable.Range(0, 20).Select(t => $"type{t}")];
    static readonly string[] Colours = [.. Enumerable.Range(0, 11).Select(c => $"colour{c}")];

    public static NewProduct Of(int number) => new()
    {
        Key = $"{number}",
        Name = $"Product number {number}",
        Price = number % 200,
        Currency = "EUR",
        Gender = number % 2 == 0 ? "Men" : "Women",
        Type = Types[number % Types.Length],
        Colour = Colours[number % Colours.Length],
        Pattern = "solid",
        Colours = [new NamedColour("navy", "#1f2a4d", 0.8, "navy"), new NamedColour("white", "#f8f8f8", 0.2, "white")],
        Embedding = [.. Look(number).Select(v => (Half)v)],
        Network = Network,
        Kinds = KindsOf(number),
    };

    public static Kinds KindsOf(int number)
    {
        string other = Types[(number + 1) % Types.Length], third = Types[(number + 2) % Types.Length];
        return Kinds.Of([new(Types[number % Types.Length], 0.7f), new(other, 0.2f), new(third, 0.1f)]);
    }

    public static Embedding LookOf(int number) => Embedding.Of(Look(number));

    static float[] Look(int number)
    {
        var random = new Random(number);
        float[] middle = Middles[random.Next(Clusters)];
        float[] look = Unit(random);
        for (int i = 0; i < Values; i++)
        {
            look[i] = (float)(middle[i] + (Spread * look[i]));
        }

        return Normalised(look);
    }

    static float[] Unit(Random random)
    {
        float[] values = new float[Values];
        for (int i = 0; i < Values; i++)
        {
            values[i] = random.NextSingle() + random.NextSingle() + random.NextSingle() - 1.5f; // nearly normal
        }

        return Normalised(values);
    }

    static float[] Normalised(float[] values)
    {
        float length = MathF.Sqrt(values.Sum(v => v * v));
        return [.. values.Select(v => v / length)];
    }
}
