using System.Buffers;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Similarity;

/// <summary>Makes embeddings with any network that has a head for them. Thread-safe.</summary>
public sealed class Embedder
{
    readonly Model _model;
    readonly ModelHead _head;
    readonly float[] _mean;
    readonly float[] _deviation;

    /// <summary>An embedder on a loaded network.</summary>
    /// <exception cref="ModelException">The network has no embedding.</exception>
    public Embedder(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _head = model.Manifest.Heads.FirstOrDefault(h => h.Kind == HeadKind.Embedding)
            ?? throw new ModelException($"The network {model.Manifest.Name} has no head of the kind embedding.");
        _mean = [.. model.Manifest.Input.Mean];
        _deviation = [.. model.Manifest.Input.Deviation];
    }

    /// <summary>The embedding of a whole picture.</summary>
    public Embedding Read(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Read(picture, new PixelBox(0, 0, picture.Width, picture.Height));
    }

    /// <summary>The embedding of a part of a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="box">The part, within the picture.</param>
    public Embedding Read(PixelImage picture, PixelBox box)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var (width, height) = _model.Manifest.Input.SizeFor(box.Width, box.Height);
        int values = 3 * width * height;
        float[] input = ArrayPool<float>.Shared.Rent(values);
        Resampler.ToPlanes(picture, box, width, height, _mean, _deviation, input.AsSpan(0, values));
        float[][] outputs = _model.Run(input.AsMemory(0, values), 1, width, height, [_head.Output]);
        ArrayPool<float>.Shared.Return(input);
        return Embedding.Of(outputs[0]);
    }
}
