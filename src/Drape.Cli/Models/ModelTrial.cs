using Drape.Inference;
using Drape.Native;

namespace Drape.Cli.Models;

/// <summary>Tries a network out: the file against its SHA-256, then one run on an empty picture.</summary>
static class ModelTrial
{
    /// <summary>What is wrong with a network and what to do; null where nothing is.</summary>
    public static string? Problem(ModelCatalog catalog, ModelManifest manifest)
    {
        try
        {
            var model = catalog.Get(manifest.Name, ThreadPolicy.OnePhoto);
            var input = manifest.Input;
            float[] empty = new float[3 * input.Height * input.Width];
            float[][] outputs = model.Run(empty, 1, [.. manifest.Heads.Select(h => h.Output)]);
            return outputs.All(values => Array.TrueForAll(values, float.IsFinite)) ? null
                : $"The network {manifest.Name} answers an empty picture with values that are no numbers. "
                    + "Use another version.";
        }
        catch (Exception e) when (e is ModelException or OnnxRuntimeException or NativeRuntimeException or IOException
            or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
