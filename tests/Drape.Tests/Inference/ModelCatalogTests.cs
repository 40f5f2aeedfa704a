using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Drape.Garments;
using Drape.Inference;

namespace Drape.Tests.Inference;

public sealed class ModelCatalogTests : IDisposable
{
    readonly CopiedModels _models = new();
    readonly string _folder;

    public ModelCatalogTests() => _folder = _models.Path;

    public void Dispose() => _models.Dispose();

    [Theory]
    [InlineData(Precision.Float32)]
    [InlineData(Precision.Quickest)]
    public void The_shipped_networks_match_their_manifest(Precision precision)
    {
        using var catalog = ModelCatalog.Open(_folder, precision);

        Assert.All(catalog.Models, model => Assert.NotEmpty(catalog.ReadVerified(model)));
        Assert.Contains(catalog.Models, model => model.Name == GarmentReader.ModelName);
    }

    [Fact]
    public void A_processor_without_the_feature_gets_the_usual_file()
    {
        Change(reader => reader["int8"]!["processors"] = new JsonArray("a-feature-of-no-processor"));
        using var catalog = ModelCatalog.Open(_folder, Precision.Quickest);

        Assert.Equal(Manifest()["file"]!.GetValue<string>(), catalog.Find("reader").File);
    }

    [Fact]
    public void A_session_is_created_once_and_shared()
    {
        using var catalog = ModelCatalog.Open(_folder, Precision.Float32);
        var models = new Model[8];

        Parallel.For(0, models.Length, i => models[i] = catalog.Get("reader", ThreadPolicy.ManyPhotos));

        Assert.All(models, model => Assert.Same(models[0], model));
        Assert.NotSame(models[0], catalog.Get("reader", ThreadPolicy.OnePhoto));
    }

    [Fact]
    public void An_altered_network_is_not_loaded()
    {
        string path = Path.Combine(_folder, Manifest()["file"]!.GetValue<string>());
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^100] ^= 1;
        File.WriteAllBytes(path, bytes);
        using var catalog = ModelCatalog.Open(_folder, Precision.Float32);

        Fails(() => catalog.Get("reader", ThreadPolicy.OnePhoto), "SHA-256", "Restore the file");
    }

    [Fact]
    public void A_mended_network_loads_without_a_restart()
    {
        string path = Path.Combine(_folder, Manifest()["file"]!.GetValue<string>());
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..1000]);
        using var catalog = ModelCatalog.Open(_folder, Precision.Float32);
        Assert.Throws<ModelException>(() => catalog.Get("reader", ThreadPolicy.OnePhoto));

        File.WriteAllBytes(path, bytes);

        Assert.NotNull(catalog.Get("reader", ThreadPolicy.OnePhoto));
    }

    [Fact]
    public void A_missing_network_is_named()
    {
        string file = Manifest()["file"]!.GetValue<string>();
        File.Delete(Path.Combine(_folder, file));
        using var catalog = ModelCatalog.Open(_folder, Precision.Float32);

        Fails(() => catalog.Get("reader", ThreadPolicy.OnePhoto), "missing", file);
    }

    [Fact]
    public void A_file_that_is_no_network_is_refused_with_the_runtimes_words()
    {
        byte[] garbage = [1, 2, 3, 4, 5, 6, 7, 8];
        File.WriteAllBytes(Path.Combine(_folder, Manifest()["file"]!.GetValue<string>()), garbage);
        Change(m => m["sha256"] = Convert.ToHexStringLower(SHA256.HashData(garbage)));
        using var catalog = ModelCatalog.Open(_folder, Precision.Float32);

        Fails(() => catalog.Get("reader", ThreadPolicy.OnePhoto), "cannot be loaded");
    }

    [Fact]
    public void Classes_that_do_not_fit_the_network_are_found_at_load()
    {
        Change(m =>
        {
            m["heads"]![0]!["classes"]!.AsArray().Add("cape");
            m["heads"]![0]!["thresholds"]!.AsArray().Add(0.5);
            m["heads"]![0]!.AsObject().Remove("scenes");
        });
        using var catalog = ModelCatalog.Open(_folder, Precision.Float32);

        Fails(() => catalog.Get("reader", ThreadPolicy.OnePhoto), "output type", "its manifest says");
    }

    [Fact]
    public void An_input_size_that_does_not_fit_the_network_is_found_at_load()
    {
        Change(m =>
        {
            m["input"]!["sizes"] = new JsonArray(new JsonArray(64, 64));
            m["input"]!["lying"] = m["input"]!["shop"] = m["input"]!["worn"] = null;
        });
        using var catalog = ModelCatalog.Open(_folder, Precision.Float32);

        Fails(() => catalog.Get("reader", ThreadPolicy.OnePhoto), "input picture");
    }

    [Fact]
    public void A_folder_without_a_manifest_says_what_to_do()
    {
        File.Delete(Path.Combine(_folder, "models.json"));

        Fails(() => ModelCatalog.Open(_folder, Precision.Float32), "models.json", "DRAPE_MODELS");
    }

    [Theory]
    [InlineData("sha256", "\"abc\"", "sha256")]
    [InlineData("file", "\"../secret.onnx\"", "file name")]
    [InlineData("heads", "[]", "heads")]
    [InlineData("colour", "1", "colour")]
    [InlineData("name", "null", "name")]
    [InlineData("heads", "[null]", "null")]
    [InlineData("input", """{"name":"picture","sizes":[[96,96]],"shop":[160,160],"mean":[0,0,0],"deviation":[1,1,1]}""", "input.shop")]
    public void A_wrong_manifest_is_refused_and_the_place_named(string member, string value, string named)
    {
        Change(m => m[member] = JsonNode.Parse(value));

        Fails(() => ModelCatalog.Open(_folder, Precision.Float32), named);
    }

    [Theory]
    [InlineData("roles", "{\"hair\":[\"cape\"]}", "role")]
    [InlineData("types", "{\"cape\":{\"coat\":1}}", "types")]
    public void A_head_that_speaks_of_classes_it_does_not_have_is_refused(string member, string value, string named)
    {
        Change(m => m["heads"]![0]![member] = JsonNode.Parse(value));

        Fails(() => ModelCatalog.Open(_folder, Precision.Float32), named);
    }

    [Theory]
    [InlineData("""{"temperature":0}""", "head type needs a positive temperature in the scene worn")]
    [InlineData("""{"thresholds":[0.5]}""", "head type needs a threshold for each class in the scene worn")]
    [InlineData("""{"groups":{"bag":1.5}}""", "head type needs confidences of groups from 0 to 1 in the scene worn")]
    public void What_is_wrong_of_a_kind_of_picture_is_named_with_it(string said, string sentence)
    {
        Change(m => m["heads"]![0]!["scenes"] = new JsonObject { ["worn"] = JsonNode.Parse(said) });

        Fails(() => ModelCatalog.Open(_folder, Precision.Float32), sentence);
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("1.5")]
    [InlineData("0")]
    public void Shares_of_types_that_do_not_add_up_are_refused(string share)
    {
        Change(m => m["heads"]![0]!["types"] = JsonNode.Parse($"{{\"t-shirt\":{{\"coat\":{share}}}}}"));

        Fails(() => ModelCatalog.Open(_folder, Precision.Float32), "add up to 1");
    }

    [Fact]
    public void A_network_named_twice_is_refused()
    {
        Change(m => m.Parent!.AsArray().Add(m.DeepClone()));

        Fails(() => ModelCatalog.Open(_folder, Precision.Float32), "twice");
    }

    [Theory]
    [InlineData("{\"models\":[null]}")]
    [InlineData("{\"models\":null}")]
    [InlineData("{\"models\":[{\"name\":\"reader\"}]}")]
    [InlineData("{\"models\":[")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public void A_manifest_of_the_wrong_shape_is_refused_in_words(string content)
    {
        File.WriteAllText(Path.Combine(_folder, "models.json"), content);

        var error = Assert.Throws<ModelException>(() => ModelCatalog.Open(_folder, Precision.Float32));
        Assert.Contains("models.json", error.Message, StringComparison.Ordinal);
        Assert.DoesNotMatch("Drape.Inference|nullability|annotation|\\.NET|BytePosition", error.Message);
    }

    [Theory]
    [InlineData("{\"models\":null}", "what stands at models may not be null (line 1).")]
    [InlineData("{\"modells\":[]}", "there is no field 'modells' in an entry (line 1); is it misspelt?")]
    [InlineData("{\"models\":[{\"name\":\"reader\"}]}", "an entry at models[0] has no version, file, sha256, licence, data, input, heads")]
    [InlineData("{\"models\":7}", "what stands at models is of the wrong kind (line 1).")]
    [InlineData("{\"models\":\n[", "it is no JSON (line 2).")]
    public void A_manifest_of_the_wrong_shape_is_explained(string content, string sentence)
    {
        string path = Path.Combine(_folder, "models.json");
        File.WriteAllText(path, content);

        Assert.StartsWith($"{path} cannot be read: {sentence}",
            Assert.Throws<ModelException>(() => ModelCatalog.Open(_folder, Precision.Float32)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_named_twice_is_refused()
    {
        Change(m => m["heads"]!.AsArray().Add(m["heads"]![0]!.DeepClone()));

        Fails(() => ModelCatalog.Open(_folder, Precision.Float32), "twice");
    }

    [Fact]
    public void An_unknown_network_is_named()
    {
        using var catalog = ModelCatalog.Open(_folder, Precision.Float32);

        Fails(() => catalog.Find("oracle"), "oracle");
    }

    JsonNode Manifest() => _models.Manifest(GarmentReader.ModelName);

    void Change(Action<JsonNode> change) => _models.Change(GarmentReader.ModelName, change);

    static void Fails(Func<object> action, params string[] words)
    {
        var error = Assert.Throws<ModelException>(action);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }
}
