using System.Numerics.Tensors;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Tests.Inference;

/// <summary>The int8 twins say nearly what the networks say.</summary>
public sealed class QuantizedTests : IDisposable
{
    readonly ModelCatalog _float = ModelCatalog.Open(precision: Precision.Float32);
    readonly string _folder = Directory.CreateTempSubdirectory("drape-int8-").FullName;

    public void Dispose()
    {
        _float.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public static TheoryData<string> Networks()
    {
        using var catalog = ModelCatalog.Open();
        return [.. catalog.Models.Where(m => m.Int8 is not null).Select(m => m.Name)];
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void On_a_photo_every_output_points_where_the_float_network_points(string network)
    {
        using var quantized = OpenTwins();
        var photo = PhotoDecoder.Decode(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "dress.jpg")), 448).Pixels;
        var exact = _float.Get(network, ThreadPolicy.OnePhoto);
        var (width, height) = exact.Manifest.Input.SizeFor(photo.Width, photo.Height);
        float[] planes = new float[3 * width * height];
        Resampler.ToPlanes(photo, new PixelBox(0, 0, photo.Width, photo.Height), width, height,
            [.. exact.Manifest.Input.Mean], [.. exact.Manifest.Input.Deviation], planes);
        string[] names = [.. exact.Manifest.Heads.Select(h => h.Output)];

        float[][] expected = exact.Run(planes, 1, width, height, names);
        float[][] found = quantized.Get(network, ThreadPolicy.OnePhoto).Run(planes, 1, width, height, names);

        for (int i = 0; i < names.Length; i++)
        {
            Assert.InRange(TensorPrimitives.CosineSimilarity<float>(expected[i], found[i]), 0.95f, 1.0001f);
        }
    }

    /// <summary>The twins as networks of their own, so that they run on processors that would not prefer them, too.</summary>
    ModelCatalog OpenTwins()
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(ModelCatalog.DefaultFolder, "models.json")))!;
        foreach (var model in root["models"]!.AsArray().Where(m => m!["int8"] is not null))
        {
            var twin = model!["int8"]!;
            string file = twin["file"]!.GetValue<string>();
            (model["file"], model["sha256"]) = (file, twin["sha256"]!.GetValue<string>());
            model.AsObject().Remove("int8");
            File.Copy(Path.Combine(ModelCatalog.DefaultFolder, file), Path.Combine(_folder, file));
        }

        File.WriteAllText(Path.Combine(_folder, "models.json"), root.ToJsonString());
        return ModelCatalog.Open(_folder);
    }
}
