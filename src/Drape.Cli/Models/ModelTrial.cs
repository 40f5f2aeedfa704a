using Drape.Garments;
using Drape.Inference;
using Drape.Native;
using Drape.Server.Hosting;
using Drape.Styles;

namespace Drape.Cli.Models;

/// <summary>
/// Tries a network out: each of its files against its SHA-256, then runs of the one in use on empty pictures, then whether
/// it answers what the engine asks it.
/// </summary>
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
            return outputs.All(values => Array.TrueForAll(values, float.IsFinite)) ? Misfit(catalog, model)
                : $"The network {manifest.Name} answers an empty picture with values that are no numbers. "
                    + "Use another version.";
        }
        catch (Exception e) when (e is ModelException or OnnxRuntimeException or NativeRuntimeException or IOException
            or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>Gives a network to the part of the engine that uses it, as an analysis does.</summary>
    /// <exception cref="ModelException">It lacks what that part asks for.</exception>
    static string? Misfit(ModelCatalog catalog, Model model)
    {
        switch (model.Manifest.Name)
        {
            case GarmentParser.ModelName:
                _ = new GarmentParser(model);
                return catalog.Models.FirstOrDefault(m => m.Name == GarmentReader.ModelName) is not { } reader
                    ? null // which is said of the reader
                    : (UnknownType(model.Manifest, reader) ?? UnknownWord(model.Manifest, reader) ?? UnknownGroup(model.Manifest, reader)) is { } unknown
                        ? $"{Path.Combine(catalog.Folder, "models.json")}: {unknown}" : null;
            case GarmentReader.ModelName:
                _ = new GarmentReader(model);
                return null;
            case StyleReader.ModelName:
                _ = new StyleReader(model);
                return null;
            default:
                return null; // no part of an analysis
        }
    }

    /// <summary>A type that the parser names and the reader does not have would never be answered.</summary>
    static string? UnknownType(ModelManifest parser, ModelManifest reader)
    {
        if (reader.Heads.FirstOrDefault(h => h.Name == GarmentVerdicts.TypeHead) is not { } types)
        {
            return null; // which is said of the reader
        }

        foreach (var head in parser.Heads)
        {
            foreach (var (group, named) in head.Types)
            {
                if (named.Keys.FirstOrDefault(type => !types.Classes.Contains(type)) is { } unknown)
                {
                    return $"the network {parser.Name}, head {head.Name}, names '{unknown}' among the types of '{group}', and the "
                        + $"network {reader.Name} has no such type."
                        + (NearestName.Of(unknown, types.Classes) is { } nearest ? $" Did you mean '{nearest}'?" : "");
                }
            }
        }

        return null;
    }

    /// <summary>A word that the reader does not have would never be told.</summary>
    static string? UnknownWord(ModelManifest parser, ModelManifest reader)
    {
        var said = parser.Heads.SelectMany(head => head.Words.SelectMany(group =>
            group.Value.Select(word => (Head: head.Name, Group: group.Key, Asked: word.Key, Word: word.Value))));
        return said.Where(w => reader.Heads.All(h => h.Name != w.Asked || !h.Classes.Contains(w.Word)))
            .Select(w => $"the network {parser.Name}, head {w.Head}, says of '{w.Group}' that its {w.Asked} is '{w.Word}', and the network "
                + $"{reader.Name} has no such answer.").FirstOrDefault();
    }

    /// <summary>A group that the parser does not have, or has types for, would never be stated in a type's place.</summary>
    static string? UnknownGroup(ModelManifest parser, ModelManifest reader)
    {
        string[] groups = [.. parser.Heads.SelectMany(head => head.Types.Where(group => group.Value.Count == 0).Select(group => group.Key))];
        var said = reader.Heads.SelectMany(head => head.Scenes.Values.SelectMany(scene => scene.Groups.Keys).Concat(head.Groups.Keys)
            .Select(group => (Head: head.Name, Group: group)));
        return said.Where(s => !groups.Contains(s.Group))
            .Select(s => $"the network {reader.Name}, head {s.Head}, tells of the group '{s.Group}', and the network {parser.Name} has no group "
                + $"without types of that name." + (NearestName.Of(s.Group, groups) is { } nearest ? $" Did you mean '{nearest}'?" : "")).FirstOrDefault();
    }

    /// <summary>Every size that it names; one that it takes where it names an area.</summary>
    static IEnumerable<(int Width, int Height)> Sizes(ModelInput input) =>
        input.Sizes.Count > 0 ? input.Sizes.Select(s => (s[0], s[1])) : [input.SizeFor(1, 1)];
}
