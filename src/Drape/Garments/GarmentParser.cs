using System.Buffers;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Garments;

/// <summary>
/// Tells of every pixel of a photo which group of garments it belongs to, or that it is skin, hair or background.
/// Thread-safe.
/// </summary>
public sealed class GarmentParser
{
    /// <summary>The network's name in models.json.</summary>
    public const string ModelName = "parser";

    readonly Model _model;
    readonly ParserGroups _groups;
    readonly ModelHead _head;
    readonly float[] _mean;
    readonly float[] _deviation;

    /// <summary>A parser on a loaded network.</summary>
    /// <exception cref="ModelException">The network has no map, or its classes have no roles.</exception>
    public GarmentParser(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _head = model.Manifest.Heads.FirstOrDefault(h => h.Kind == HeadKind.Map)
            ?? throw new ModelException($"The network {model.Manifest.Name} answers no map.");
        _groups = new ParserGroups(_head);
        _mean = [.. model.Manifest.Input.Mean];
        _deviation = [.. model.Manifest.Input.Deviation];
    }

    /// <summary>The network's origin as a reading states it.</summary>
    public string Identity => _model.Manifest.Identity;

    /// <summary>The groups that it tells apart.</summary>
    public IReadOnlyList<string> Groups => _groups.Names;

    /// <summary>Parses a photo.</summary>
    /// <param name="image">The photo, upright.</param>
    /// <returns>The parsed photo; the caller disposes it.</returns>
    public ParsedPhoto Parse(PixelImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var (width, height) = _model.Manifest.Input.SizeFor(image.Width, image.Height);
        int values = 3 * width * height, length = _model.Length(_head.Output, 1, width, height);
        // Input and answer take a megabyte: rented, so that a photo does not cost a collection of the large heap.
        float[] input = ArrayPool<float>.Shared.Rent(values);
        float[] logits = ArrayPool<float>.Shared.Rent(length);
        Resampler.ToPlanes(image, new PixelBox(0, 0, image.Width, image.Height), width, height, _mean, _deviation,
            input.AsSpan(0, values));
        _model.Run(input.AsMemory(0, values), 1, width, height, [_head.Output], [logits.AsMemory(0, length)]);
        ArrayPool<float>.Shared.Return(input);
        return new ParsedPhoto(_groups, logits, width, height, _head.Stride, (float)_head.Temperature);
    }
}
