using System.Buffers;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Garments;

/// <summary>Reads crops of garments: type, pattern and what else the network answers. Thread-safe.</summary>
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

    /// <summary>Reads the garments in boxes of a picture, those of one input size in one batch.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="boxes">One box a garment, within the picture; at least one.</param>
    /// <returns>What each box shows, in the order of the boxes.</returns>
    public IReadOnlyList<GarmentVerdicts> Read(PixelImage image, IReadOnlyList<PixelBox> boxes)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(boxes);
        ArgumentOutOfRangeException.ThrowIfZero(boxes.Count);
        var verdicts = new GarmentVerdicts[boxes.Count];
        foreach (var size in Enumerable.Range(0, boxes.Count)
            .GroupBy(i => _model.Manifest.Input.SizeFor(boxes[i].Width, boxes[i].Height)))
        {
            ReadBatch(image, boxes, [.. size], size.Key, verdicts);
        }

        return verdicts;
    }

    void ReadBatch(PixelImage image, IReadOnlyList<PixelBox> boxes, int[] batch, (int Width, int Height) size,
        GarmentVerdicts[] verdicts)
    {
        int values = 3 * size.Height * size.Width;
        // A megabyte a garment: rented, so that a reading does not cost a collection of the large heap.
        float[] input = ArrayPool<float>.Shared.Rent(batch.Length * values);
        for (int i = 0; i < batch.Length; i++)
        {
            var planes = input.AsSpan(i * values, values);
            Resampler.ToPlanes(image, boxes[batch[i]], size.Width, size.Height, _mean, _deviation, planes);
        }

        float[][] outputs = _model.Run(
            input.AsMemory(0, batch.Length * values), batch.Length, size.Width, size.Height, _outputs);
        ArrayPool<float>.Shared.Return(input);
        for (int i = 0; i < batch.Length; i++)
        {
            verdicts[batch[i]] = Verdicts(outputs, i);
        }
    }

    GarmentVerdicts Verdicts(float[][] outputs, int garment)
    {
        var heads = _model.Manifest.Heads;
        var verdicts = new Dictionary<string, Verdict>(heads.Count);
        float[]? embedding = null;
        for (int h = 0; h < heads.Count; h++)
        {
            if (heads[h].Kind == HeadKind.Choice)
            {
                int classes = heads[h].Classes.Count;
                verdicts[heads[h].Name] = Verdict.Of(heads[h], outputs[h].AsSpan(garment * classes, classes));
            }
            else if (heads[h].Kind == HeadKind.Embedding)
            {
                embedding = outputs[h].AsSpan(garment * heads[h].Size, heads[h].Size).ToArray();
            }
        }

        var reported = heads.Where(h => h.Reported && verdicts.ContainsKey(h.Name))
            .ToDictionary(h => h.Name, h => verdicts[h.Name]);
        return new GarmentVerdicts(verdicts, reported, embedding);
    }
}
