using System.Text.Json.Nodes;

namespace Drape.Tests.Inference;

/// <summary>The shipped networks in a folder of one test, which may change what is said of them; removed after it.</summary>
sealed class CopiedModels : IDisposable
{
    public CopiedModels()
    {
        foreach (string file in Directory.GetFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "models")))
        {
            File.Copy(file, this[System.IO.Path.GetFileName(file)]);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("drape-models-").FullName;

    /// <summary>The path of a file in it.</summary>
    public string this[string file] => System.IO.Path.Combine(Path, file);

    /// <summary>What models.json says of a network.</summary>
    public JsonNode Manifest(string network) => Of(network, JsonNode.Parse(File.ReadAllText(this["models.json"]))!);

    /// <summary>Lets it say something else.</summary>
    public void Change(string network, Action<JsonNode> change)
    {
        var root = JsonNode.Parse(File.ReadAllText(this["models.json"]))!;
        change(Of(network, root));
        File.WriteAllText(this["models.json"], root.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    static JsonNode Of(string network, JsonNode root) =>
        root["models"]!.AsArray().Single(m => m!["name"]!.GetValue<string>() == network)!;
}
