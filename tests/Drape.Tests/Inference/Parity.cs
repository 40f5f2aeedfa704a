using System.Text.Json;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Tests.Inference;

/// <summary>What a network answered in the training code, for a picture made by a formula.</summary>
sealed record Parity(int Width, int Height, IReadOnlyList<Parity.Run> Runs)
{
    /// <summary>The answers to the picture at one input size.</summary>
    public sealed record Run(int InputWidth, int InputHeight, IReadOnlyDictionary<string, Output> Outputs);

    /// <summary>Every <paramref name="Step"/>th value of an output.</summary>
    public sealed record Output(int[] Shape, int Step, float[] Values);

    public static Parity Of(string network)
    {
        using var stream = typeof(Parity).Assembly.GetManifestResourceStream("Parity/" + network)
            ?? throw new InvalidOperationException($"Inference/Parity has no {network}.json; training/export.py writes it.");
        return JsonSerializer.Deserialize<Parity>(stream, JsonSerializerOptions.Web)!;
    }

    /// <summary>The formula of training/manifest.py.</summary>
    public PixelImage Picture() => Drawn.Picture(Width, Height, (x, y) => (Value(x, y, 0), Value(x, y, 1), Value(x, y, 2)));

    public static float[] Planes(PixelImage picture, ModelInput input, int width, int height)
    {
        float[] planes = new float[3 * width * height];
        Resampler.ToPlanes(picture, new PixelBox(0, 0, picture.Width, picture.Height), width, height,
            [.. input.Mean], [.. input.Deviation], planes);
        return planes;
    }

    static byte Value(int x, int y, int channel) => (byte)((x * 5 + y * 3 + channel * 70 + x * y % 31) % 256);
}
