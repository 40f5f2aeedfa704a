using Drape.Inference;
using Drape.Native;

namespace Drape.Cli.Models;

/// <summary>Tries a network out: each of its files against its SHA-256, then runs of the one in use on empty pictures.</summary>
static class ModelTrial
{
    /// <summary>What is wrong with a network and what to do; null where nothing is.</summary>
    public static string? Problem(ModelCatalog catalog, ModelManifest manifest)
    {
        try
        {
            foreach (var file in manifest.EachFile.Where(file => file.File != manifest.File))
            {
                catalog.ReadVerified(file); // the one in use is when it is loaded
            }

            var model = catalog.Get(manifest.Name, ThreadPolicy.OnePhoto);
            string[] names = [.. manifest.Heads.SelectMany(h => h.Map is null ? new[] { h.Output } : [h.Output, h.Map])];
            var outputs = Sizes(manifest.Input).SelectMany(size =>
                model.Run(new float[3 * size.Height * size.Width], 1, size.Width, size.Height, names));
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

    /// <summary>Every size that it names; one that it takes where it names an area.</summary>
    static IEnumerable<(int Width, int Height)> Sizes(ModelInput input) =>
        input.Sizes.Count > 0 ? input.Sizes.Select(s => (s[0], s[1])) : [input.SizeFor(1, 1)];
}
