using System.Text.Json.Nodes;
using Drape.Imaging;

namespace Drape.Cli.Tests;

/// <summary>A folder of one test, removed after it.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("drape-cli-").FullName;

    /// <summary>The path of something in it.</summary>
    public string this[params ReadOnlySpan<string> parts] => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file, and the folders it lies in.</summary>
    public string Write(string name, byte[] content)
    {
        string path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Writes a text file.</summary>
    public string Write(string name, string content = "") => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Draws a photo: a garment of one colour on a pale ground.</summary>
    public string Draw(string name, byte red = 178, byte green = 34, byte blue = 40) =>
        Write(name, Photo(red, green, blue));

    /// <summary>A drawn photo's file.</summary>
    public static byte[] Photo(byte red = 178, byte green = 34, byte blue = 40)
    {
        const int width = 192, height = 256;
        byte[] pixels = new byte[width * height * 3];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool body = x is > 56 and < 136 && y is > 48 and < 220;
                bool sleeves = x is > 24 and < 168 && y is > 48 and < 110;
                ReadOnlySpan<byte> colour = body || sleeves ? [red, green, blue] : [232, 228, 220];
                colour.CopyTo(pixels.AsSpan((y * width + x) * 3));
            }
        }

        return PhotoEncoder.Encode(new PixelImage(width, height, pixels), PhotoFormat.Jpeg);
    }

    /// <summary>The shipped networks, of one of which the manifest says something else.</summary>
    /// <returns>Their folder.</returns>
    public string WriteModels(string network, Action<JsonNode> change)
    {
        string shipped = System.IO.Path.Combine(AppContext.BaseDirectory, "models");
        foreach (string file in Directory.GetFiles(shipped, "*.onnx"))
        {
            Write($"models/{System.IO.Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        var manifests = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(shipped, "models.json")))!;
        change(manifests["models"]!.AsArray().First(m => (string)m!["name"]! == network)!);
        Write("models/models.json", manifests.ToJsonString());
        return this["models"];
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException) when (!OperatingSystem.IsWindows())
        {
            // A name that is no text cannot be removed by .NET.
            using var remove = System.Diagnostics.Process.Start("rm", ["-rf", Path]);
            remove.WaitForExit();
        }
    }
}
