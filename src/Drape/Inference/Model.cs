namespace Drape.Inference;

/// <summary>A loaded network and its manifest entry, checked against each other. Thread-safe.</summary>
public sealed class Model : IDisposable
{
    readonly InferenceSession _session;
    readonly Dictionary<string, ModelHead> _headOf = [];

    internal Model(ModelManifest manifest, InferenceSession session)
    {
        (Manifest, _session) = (manifest, session);
        var input = manifest.Input;
        long[] size = input.Varies ? [-1, -1] : [input.Sizes[0][1], input.Sizes[0][0]];
        Expect(session.InputMetadata, input.Name, "input", [-1, 3, .. size]);
        foreach (var head in manifest.Heads)
        {
            foreach (string output in head.Map is null ? [head.Output] : new[] { head.Output, head.Map })
            {
                Expect(session.OutputMetadata, output, "output", Fixed(head, output));
                _headOf.TryAdd(output, head);
            }
        }
    }

    /// <summary>What models.json says of it.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>Runs a batch of pictures of one size.</summary>
    /// <param name="input">batch * 3 * height * width values as the manifest's input wants them.</param>
    /// <param name="batch">Pictures in the batch, at least 1.</param>
    /// <param name="width">Pixels a row, a size that the manifest's input names.</param>
    /// <param name="height">Rows, likewise.</param>
    /// <param name="outputs">Names of the wanted outputs, of the manifest's heads.</param>
    /// <returns>The outputs' values, row-major, in the order of the names.</returns>
    public float[][] Run(Memory<float> input, int batch, int width, int height, IReadOnlyList<string> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        float[][] results = [.. outputs.Select(o => new float[Length(o, batch, width, height)])];
        Run(input, batch, width, height, outputs, [.. results.Select(r => r.AsMemory())]);
        return results;
    }

    /// <summary>The same into given memory, for outputs too large to be made anew for each picture.</summary>
    /// <param name="input">batch * 3 * height * width values as the manifest's input wants them.</param>
    /// <param name="batch">Pictures in the batch, at least 1.</param>
    /// <param name="width">Pixels a row, a size that the manifest's input names.</param>
    /// <param name="height">Rows, likewise.</param>
    /// <param name="outputs">Names of the wanted outputs, of the manifest's heads.</param>
    /// <param name="results">Where to write each of them: <see cref="Length"/> values.</param>
    public void Run(Memory<float> input, int batch, int width, int height, IReadOnlyList<string> outputs,
        IReadOnlyList<Memory<float>> results)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(results);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(results.Count, outputs.Count);
        var values = new OrtValue[outputs.Count];
        try
        {
            for (int i = 0; i < outputs.Count; i++)
            {
                values[i] = OrtValue.CreateTensorValueFromMemory(results[i], Shape(outputs[i], batch, width, height));
            }

            using var tensor = OrtValue.CreateTensorValueFromMemory(input, [batch, 3, height, width]);
            _session.Run([Manifest.Input.Name], [tensor], outputs, values);
        }
        finally
        {
            foreach (var value in values)
            {
                value?.Dispose();
            }
        }
    }

    /// <summary>Number of values of an output for a batch of pictures of one size.</summary>
    public int Length(string output, int batch, int width, int height) =>
        checked((int)Shape(output, batch, width, height).Aggregate(1L, (product, size) => product * size));

    long[] Shape(string output, int batch, int width, int height) =>
        [batch, .. _headOf[output].Shape(output, width, height)];

    /// <summary>The shape an output must have: maps vary with the picture, unless the input does not.</summary>
    long[] Fixed(ModelHead head, string output)
    {
        var sizes = Manifest.Input.Sizes;
        long[] shape = sizes.Count == 1 ? head.Shape(output, sizes[0][0], sizes[0][1]) : head.Shape(output, 0, 0);
        return [-1, shape[0], .. shape.Skip(1).Select(s => s == 0 ? -1 : s)];
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
