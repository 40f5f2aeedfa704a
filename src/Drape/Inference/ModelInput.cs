using System.Text.Json.Serialization;

namespace Drape.Inference;

/// <summary>
/// How a picture becomes a network's input: squashed to a size, then (value - mean) / deviation. A network takes either
/// one of some <see cref="Sizes"/>, or any size of about an <see cref="Area"/>.
/// </summary>
public sealed record ModelInput
{
    // A picture may be larger than an input by this much before the next larger input is worth its price.
    const double Tolerance = 1.25;

    /// <summary>Name of the input in the ONNX file: float (N, 3, height, width).</summary>
    public required string Name { get; init; }

    /// <summary>The sizes it takes, [width, height] in pixels, ascending.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Sizes { get; init; } = [];

    /// <summary>
    /// The one of <see cref="Sizes"/> at which everything that lies or hangs is taken, be it smaller or larger, so that all of a photo
    /// is one batch; null where each has the size that suits it.
    /// </summary>
    public IReadOnlyList<int>? Lying { get; init; }

    /// <summary>The same of what a shop's picture shows.</summary>
    public IReadOnlyList<int>? Shop { get; init; }

    /// <summary>The same of what somebody wears.</summary>
    public IReadOnlyList<int>? Worn { get; init; }

    /// <summary>Pixels of an input that keeps the picture's proportions; 0 where there are <see cref="Sizes"/>.</summary>
    public int Area { get; init; }

    /// <summary>Width and height of such an input are multiples of this.</summary>
    public int Multiple { get; init; } = 1;

    /// <summary>A small picture is enlarged at most so many times, each side.</summary>
    public double Enlarge { get; init; } = double.PositiveInfinity;

    /// <summary>Subtracted from R, G, B of 0..255.</summary>
    public required IReadOnlyList<float> Mean { get; init; }

    /// <summary>Divides R, G, B after that.</summary>
    public required IReadOnlyList<float> Deviation { get; init; }

    /// <summary>Whether the network takes more than one size.</summary>
    [JsonIgnore]
    public bool Varies => Sizes.Count != 1;

    /// <summary>The input's size for a picture or a crop of so many pixels.</summary>
    public (int Width, int Height) SizeFor(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (Area == 0)
        {
            var size = Sizes.FirstOrDefault(s => Math.Max(s[0], s[1]) * Tolerance >= Math.Max(width, height)) ?? Sizes[^1];
            return (size[0], size[1]);
        }

        double scale = Math.Min(Math.Sqrt(Area / ((double)width * height)), Enlarge);
        // Panoramas and ribbons: no side may take the whole area for itself.
        int longest = Math.Max((int)Math.Sqrt(4.0 * Area) / Multiple, 1);
        int Side(double pixels) => Math.Clamp((int)Math.Round(pixels * scale / Multiple), 1, longest) * Multiple;
        return (Side(width), Side(height));
    }

    internal void Validate(Action<bool, string> require)
    {
        require(Area > 0 != Sizes.Count > 0, "input needs either sizes or an area");
        require(Sizes.All(s => s is [> 0, > 0]), "input.sizes must be pairs of pixels, [width, height]");
        require(Sizes.Zip(Sizes.Skip(1)).All(p => Math.Max(p.First[0], p.First[1]) < Math.Max(p.Second[0], p.Second[1])),
            "input.sizes must ascend");
        foreach (var (name, size) in new[] { ("lying", Lying), ("shop", Shop), ("worn", Worn) })
        {
            require(size is null || Sizes.Any(s => s.SequenceEqual(size)), $"input.{name} must be one of input.sizes");
        }

        require(Multiple > 0, "input.multiple must be positive");
        require(Enlarge >= 1, "input.enlarge must be 1 or more");
        require(Mean.Count == 3, "input.mean needs three values");
        require(Deviation.Count == 3, "input.deviation needs three values");
        require(Deviation.All(d => d > 0), "input.deviation must be positive");
    }
}
