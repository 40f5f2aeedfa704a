using Drape.Imaging;
using Drape.Inference;

namespace Drape.Vision;

/// <summary>A network that looks at boxes of a picture: scales them to its input, runs, gives its outputs. Thread-safe.</summary>
sealed class PictureNetwork
{
    readonly Model _model;
    readonly float[] _mean;
    readonly float[] _deviation;

    /// <summary>Sees with a loaded network.</summary>
    public PictureNetwork(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _mean = [.. model.Manifest.Input.Mean];
        _deviation = [.. model.Manifest.Input.Deviation];
    }

    /// <summary>What models.json says of the network.</summary>
    public ModelManifest Manifest => _model.Manifest;

    /// <summary>The input's size for a box.</summary>
    public (int Width, int Height) SizeFor(PixelBox box) => Manifest.Input.SizeFor(box.Width, box.Height);

    /// <summary>Number of values of an output for a batch of boxes of one input size.</summary>
    public int Length(string output, int batch, (int Width, int Height) size) =>
        _model.Length(output, batch, size.Width, size.Height);

    /// <summary>Looks at boxes of a picture, in one batch.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="boxes">Boxes within it, at least one.</param>
    /// <param name="size">The input's size, one that the network takes.</param>
    /// <param name="outputs">Names of the wanted outputs.</param>
    /// <returns>The outputs' values, row-major, in the order of the names.</returns>
    public float[][] Run(PixelImage picture, IReadOnlyList<PixelBox> boxes, (int Width, int Height) size,
        IReadOnlyList<string> outputs)
    {
        float[][] results = [.. outputs.Select(o => new float[Length(o, boxes.Count, size)])];
        Run(picture, boxes, size, outputs, [.. results.Select(r => r.AsMemory())]);
        return results;
    }

    /// <summary>The same into given memory, for outputs too large to be made anew for each picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="boxes">Boxes within it, at least one.</param>
    /// <param name="size">The input's size, one that the network takes.</param>
    /// <param name="outputs">Names of the wanted outputs.</param>
    /// <param name="results">Where to write each of them: <see cref="Length"/> values.</param>
    public void Run(PixelImage picture, IReadOnlyList<PixelBox> boxes, (int Width, int Height) size,
        IReadOnlyList<string> outputs, IReadOnlyList<Memory<float>> results)
    {
        int values = 3 * size.Width * size.Height;
        using var input = new Rented<float>(boxes.Count * values);
        for (int i = 0; i < boxes.Count; i++)
        {
            Resampler.ToPlanes(picture, boxes[i], size.Width, size.Height, _mean, _deviation,
                input.Span.Slice(i * values, values));
        }

        _model.Run(input.Memory, boxes.Count, size.Width, size.Height, outputs, results);
    }
}
