using System.Text.Json;

namespace Drape.Server.Eva;

/// <summary>The texts beside this file, which are part of the program.</summary>
static class Texts
{
    /// <summary>Reads one of them.</summary>
    /// <param name="name">Its file's name without the ending.</param>
    public static T Read<T>(string name)
    {
        using var file = typeof(Texts).Assembly.GetManifestResourceStream($"eva/{name}.json")
            ?? throw new InvalidOperationException($"The program has no text {name}.");
        return JsonSerializer.Deserialize<T>(file, JsonSerializerOptions.Web)!;
    }
}
