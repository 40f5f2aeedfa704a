namespace Drape.Inference;

/// <summary>A loaded network and its manifest entry, checked against each other. Thread-safe.</summary>
public sealed class Model : IDisposable
{
    readonly InferenceSession _session;

    internal Model(ModelManifest manifest, InferenceSession session)
    {
        (Manifest, _session) = (manifest, session);
        var input = manifest.Input;
        Expect(session.InputMetadata, input.Name, "input", [-1, 3, input.Height, input.Width]);
        foreach (var head in manifest.Heads)
        {
            Expect(session.OutputMetadata, head.Output, "output", [-1, head.Classes.Count]);
        }
    }

    /// <summary>What models.json says of it.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>Runs a batch.</summary>
    /// <param name="input">batch * 3 * Height * Width values as the manifest's input wants them.</param>
    /// <param name="batch">Pictures in the batch, at least 1.</param>
    /// <param name="outputs">Names of the wanted outputs, each with a tensor of fixed size after the batch.</param>
    /// <returns>The outputs' values, row-major, in the order of the names.</returns>
    public float[][] Run(Memory<float> input, int batch, IReadOnlyList<string> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        float[][] results = new float[outputs.Count][];
        var values = new OrtValue[outputs.Count];
        try
        {
            for (int i = 0; i < outputs.Count; i++)
            {
                long[] shape = [.. _session.OutputMetadata[outputs[i]].Dimensions];
                shape[0] = batch;
                results[i] = new float[shape.Aggregate(1L, (product, size) => product * size)];
                values[i] = OrtValue.CreateTensorValueFromMemory<float>(results[i], shape);
            }

            using var tensor = OrtValue.CreateTensorValueFromMemory(
                input, [batch, 3, Manifest.Input.Height, Manifest.Input.Width]);
            _session.Run([Manifest.Input.Name], [tensor], outputs, values);
            return results;
        }
        finally
        {
            foreach (var value in values)
            {
                value?.Dispose();
            }
        }
    }

    void Expect(IReadOnlyDictionary<string, NodeMetadata> nodes, string name, string kind, long[] shape)
    {
        if (!nodes.TryGetValue(name, out var node))
        {
            throw new ModelException($"The network {Manifest.Name} has no {kind} called {name}; "
                + $"it has {string.Join(", ", nodes.Keys)}.");
        }

        if (node.ElementDataType != TensorElementType.Float || !node.Dimensions.SequenceEqual(shape))
        {
            throw new ModelException($"The {kind} {name} of the network {Manifest.Name} is {node.ElementDataType} "
                + $"[{string.Join(", ", node.Dimensions)}]; its manifest says float [{string.Join(", ", shape)}].");
        }
    }

    /// <summary>Releases the network.</summary>
    public void Dispose() => _session.Dispose();
}
