using System.Buffers;
using System.Numerics.Tensors;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Garments;

/// <summary>Reads crops of garments in one batch: type, pattern and what else the network answers. Thread-safe.</summary>
public sealed class GarmentReader
{
    /// <summary>The network's name in models.json.</summary>
    public const string ModelName = "reader";

    readonly Model _model;
    readonly string[] _outputs;
    readonly float[] _mean;
    readonly float[] _deviation;

    /// <summary>A reader on a loaded network.</summary>
    /// <exception cref="ModelException">The network answers neither type nor pattern.</exception>
    public GarmentReader(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _ = model.Manifest.Head(GarmentVerdicts.TypeHead);
        _ = model.Manifest.Head(GarmentVerdicts.PatternHead);
        _outputs = [.. model.Manifest.Heads.Select(h => h.Output)];
        _mean = [.. model.Manifest.Input.Mean];
        _deviation = [.. model.Manifest.Input.Deviation];
    }

    /// <summary>The network's origin as a reading states it.</summary>
    public string Identity => _model.Manifest.Identity;

    /// <summary>Reads the garments in boxes of a picture.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="boxes">One box a garment, within the picture; at least one.</param>
    /// <returns>What each box shows, in the order of the boxes.</returns>
    public IReadOnlyList<GarmentVerdicts> Read(PixelImage image, IReadOnlyList<PixelBox> boxes)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(boxes);
        ArgumentOutOfRangeException.ThrowIfZero(boxes.Count);
        var wanted = _model.Manifest.Input;
        int size = 3 * wanted.Height * wanted.Width;
        // A megabyte a garment: rented, so that a reading does not cost a collection of the large heap.
        float[] input = ArrayPool<float>.Shared.Rent(boxes.Count * size);
        for (int i = 0; i < boxes.Count; i++)
        {
            var planes = input.AsSpan(i * size, size);
            Resampler.ToPlanes(image, boxes[i], wanted.Width, wanted.Height, _mean, _deviation, planes);
        }

        float[][] outputs = _model.Run(input.AsMemory(0, boxes.Count * size), boxes.Count, _outputs);
        ArrayPool<float>.Shared.Return(input);
        return [.. boxes.Select((_, i) => Verdicts(outputs, i))];
    }

    GarmentVerdicts Verdicts(float[][] outputs, int garment)
    {
        var heads = _model.Manifest.Heads;
        var verdicts = new Dictionary<string, Verdict>(heads.Count);
        for (int h = 0; h < heads.Count; h++)
        {
            int classes = heads[h].Classes.Count;
            verdicts[heads[h].Name] = Verdict(heads[h], outputs[h].AsSpan(garment * classes, classes));
        }

        var reported = heads.Where(h => h.Reported).ToDictionary(h => h.Name, h => verdicts[h.Name]);
        return new GarmentVerdicts(verdicts, reported);
    }

    static Verdict Verdict(ModelHead head, ReadOnlySpan<float> logits)
    {
        float[] probabilities = new float[logits.Length];
        TensorPrimitives.Divide(logits, (float)head.Temperature, probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
        var ranked = new ClassConfidence[logits.Length];
        for (int i = 0; i < ranked.Length; i++)
        {
            ranked[i] = new ClassConfidence(head.Classes[i], probabilities[i]);
        }

        Array.Sort(ranked, static (a, b) => b.Confidence.CompareTo(a.Confidence));
        return new Verdict(ranked, head.Threshold);
    }
}
