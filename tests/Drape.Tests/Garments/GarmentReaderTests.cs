using System.Numerics.Tensors;
using System.Text.Json.Nodes;
using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;
using Drape.Tests.Inference;

namespace Drape.Tests.Garments;

public sealed class GarmentReaderTests : IDisposable
{
    readonly ModelCatalog _catalog = ModelCatalog.Open(precision: Precision.Float32);

    public void Dispose() => _catalog.Dispose();

    [Theory]
    [InlineData(GarmentScene.Lying)]
    [InlineData(GarmentScene.Shop)]
    [InlineData(GarmentScene.Worn)]
    [InlineData(GarmentScene.Cut)]
    [InlineData(GarmentScene.Beside)]
    [InlineData(GarmentScene.Modelled)]
    public void Every_scene_is_read_at_the_size_for_it_whatever_the_crop_is(GarmentScene scene)
    {
        var parity = Parity.Of(GarmentReader.ModelName);
        var model = _catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto);
        var (picture, input) = (parity.Picture(), model.Manifest.Input);
        var size = scene switch { GarmentScene.Lying => input.Lying!, GarmentScene.Shop or GarmentScene.Modelled => input.Shop!, _ => input.Worn! };
        float[] logits = parity.Runs.Single(r => r.InputWidth == size[0] && r.InputHeight == size[1]).Outputs["pattern"].Values;

        var verdict = new GarmentReader(model).Read(picture, [picture.Whole], scene: scene)[0].Pattern;

        var head = model.Manifest.Head("pattern");
        float[] scaled = new float[head.Classes.Count];
        TensorPrimitives.Divide(logits, (float)head.Temperature, scaled);
        TensorPrimitives.SoftMax(scaled, scaled);
        int best = TensorPrimitives.IndexOfMax<float>(scaled);
        Assert.Equal(head.Classes[best], verdict.Best.Class);
        Assert.Equal(scaled[best], verdict.Best.Confidence, 0.01);
        Assert.Equal(head.Threshold(best), verdict.Threshold);
        Assert.Equal(1, verdict.Ranked.Sum(c => c.Confidence), 0.0001);
    }

    [Fact]
    public void Crops_of_different_sizes_give_what_each_gives_alone_in_their_order()
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        var picture = Drawn.Noisy(400, 300);
        PixelBox[] boxes = [picture.Whole, new(10, 20, 60, 50), new(200, 100, 150, 140), new(30, 30, 70, 60)];

        var together = reader.Read(picture, boxes);

        for (int i = 0; i < boxes.Length; i++)
        {
            var alone = reader.Read(picture, [boxes[i]])[0];
            Assert.Equal(alone.Type.Best.Class, together[i].Type.Best.Class);
            Assert.Equal(alone.Type.Best.Confidence, together[i].Type.Best.Confidence, 0.01);
            Assert.Equal(1, TensorPrimitives.Dot<float>(alone.Embedding, together[i].Embedding), 0.001f);
        }
    }

    [Fact]
    public void What_the_parser_takes_a_garment_for_multiplies_the_readers_odds()
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        var picture = Drawn.Noisy(200, 200);
        var alone = reader.Read(picture, [picture.Whole])[0].Type;
        string[] types = [alone.Ranked[1].Class, alone.Ranked[5].Class];
        var hint = new TypeHint("footwear", 0.9, TypeHintTests.Shares(types));

        var hinted = reader.Read(picture, [picture.Whole], [hint])[0].Type;

        Assert.Equal(1, hinted.Ranked.Sum(c => c.Confidence), 0.0001);
        double Odds(Verdict verdict, string type) => verdict.Ranked.Single(c => c.Class == type).Confidence
            / verdict.Ranked.Single(c => c.Class == alone.Best.Class).Confidence;
        double others = alone.Ranked.Count - types.Length, temperature = reader.Types(GarmentScene.Lying).Temperature;
        Assert.All(types, type =>
            Assert.Equal(1, Math.Pow(0.9 / 2 / (0.1 / others), TypeHintTests.SayOfProducts / temperature) / (Odds(hinted, type) / Odds(alone, type)), 0.01));
    }

    [Fact]
    public void A_group_that_the_reader_has_no_type_for_is_stated_by_its_own_name()
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        var picture = Drawn.Noisy(200, 200);

        var type = reader.Read(picture, [picture.Whole], [new TypeHint("bag", 0.8, TypeHintTests.Shares())])[0].Type;

        Assert.Equal(("bag", 0.8), (type.Stated, type.Best.Confidence));
        Assert.Equal(["bag", Verdict.Unclear], type.Ranked.Select(c => c.Class));
        Assert.Equal(1, type.Ranked.Sum(c => c.Confidence), 0.0001);
    }

    [Fact]
    public void Such_a_thing_is_no_other_however_unsure_the_parser_is()
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        var picture = Drawn.Noisy(200, 200);

        var verdicts = reader.Read(picture, [picture.Whole], [new TypeHint("bag", 0.4, TypeHintTests.Shares())])[0];

        Assert.Equal((Verdict.Unclear, "bag"), (verdicts.Type.Stated, verdicts.Type.Best.Class));
        Assert.Equal([GarmentVerdicts.PatternHead, GarmentVerdicts.TypeHead], verdicts.Reported.Keys.Order());
        Assert.Equal(["articleType", "gender", "masterCategory", "season", "subCategory", "usage"], verdicts.Untold.Order());
    }

    [Fact]
    public void Of_what_is_worn_the_parsers_thresholds_have_said_whether_such_a_thing_is_told()
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        var picture = Drawn.Noisy(200, 200);

        var type = reader.Read(picture, [picture.Whole], [new TypeHint("bag", 0.5, TypeHintTests.Shares())], GarmentScene.Worn)[0].Type;

        Assert.Equal("bag", type.Stated);
    }

    [Theory]
    [InlineData(GarmentScene.Cut)]
    [InlineData(GarmentScene.Beside)]
    public void Where_things_are_cut_off_such_a_thing_is_told_from_where_the_manifest_says_on(GarmentScene scene)
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        double limit = reader.Types(scene).Groups["bag"];

        Assert.Equal([Verdict.Unclear, "bag"], Stated(reader, "bag", limit - 0.01, limit, scene));
    }

    [Theory]
    [InlineData(GarmentScene.Cut)]
    [InlineData(GarmentScene.Lying)]
    public void Where_the_manifest_says_nothing_of_such_a_thing_it_is_told_from_the_target_on(GarmentScene scene)
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        double target = reader.Types(scene).TargetPrecision;

        Assert.Equal([Verdict.Unclear, "umbrella"], Stated(reader, "umbrella", target - 0.01, target, scene));
    }

    [Fact]
    public void From_head_to_foot_it_is_told_from_where_the_manifest_says_if_it_says_so()
    {
        using var models = new CopiedModels();
        models.Change(GarmentReader.ModelName, reader => reader["heads"]![0]!["scenes"]!["worn"]!["groups"] = new JsonObject { ["bag"] = 0.8 });
        using var catalog = ModelCatalog.Open(models.Path, Precision.Float32);

        Assert.Equal([Verdict.Unclear, "bag"],
            Stated(new GarmentReader(catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto)), "bag", 0.79, 0.8, GarmentScene.Worn));
    }

    [Theory]
    [InlineData(0.99, true)]
    [InlineData(0.3, false)]
    public void What_can_be_of_one_type_only_and_is_not_told_to_be_is_not_told_in_the_catalogs_words_either(double confidence, bool told)
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        var picture = Drawn.Noisy(200, 200);

        var read = reader.Read(picture, [picture.Whole], [new TypeHint("skirt", confidence, TypeHintTests.Shares("skirt"))], GarmentScene.Worn)[0];

        Assert.Equal(told, read.Type.Stated == "skirt");
        Assert.Equal(told, read.Reported["subCategory"].Stated == "Bottomwear");
        Assert.Equal(told, read.Reported["articleType"].Sure);
    }

    [Theory]
    [InlineData(GarmentScene.Lying, "coat", false)]
    [InlineData(GarmentScene.Worn, "coat", false)]
    [InlineData(GarmentScene.Cut, "coat", false)]
    [InlineData(GarmentScene.Beside, "coat", false)]
    [InlineData(GarmentScene.Lying, "skirt", false)]
    [InlineData(GarmentScene.Modelled, "skirt", true)]
    [InlineData(GarmentScene.Lying, null, true)] // Watches
    [InlineData(GarmentScene.Worn, null, false)]
    [InlineData(GarmentScene.Shop, null, true)]
    public void Where_no_type_is_told_no_article_type_is_that_means_one_but_of_a_shops_pictures(GarmentScene scene, string? meant, bool told) =>
        Assert.Equal((Verdict.Unclear, told), Read(scene, type: 1, meant));

    [Theory]
    [InlineData(GarmentScene.Lying, "skirt", true)]
    [InlineData(GarmentScene.Lying, "coat", false)]
    [InlineData(GarmentScene.Lying, null, true)] // Casual Shoes that are told to be sneakers
    [InlineData(GarmentScene.Worn, "skirt", true)]
    [InlineData(GarmentScene.Worn, "coat", false)]
    [InlineData(GarmentScene.Worn, null, false)] // Kurtas that are told to be a coat
    public void An_article_type_is_told_that_means_the_type_and_of_what_lies_one_that_means_none(GarmentScene scene, string? meant, bool told) =>
        Assert.Equal(("skirt", told), Read(scene, type: 0, meant));

    /// <summary>What is read of a skirt, as if every article type meant one type, or none: the type that is stated, and whether the article type is.</summary>
    static (string Type, bool Told) Read(GarmentScene scene, double type, string? meant)
    {
        using var models = Stating(type, articleType: 0, reader =>
        {
            foreach (var (_, said) in reader["heads"]!.AsArray().Single(h => h!["name"]!.GetValue<string>() == "articleType")!["implies"]!.AsObject())
            {
                said!.AsObject().Remove("type");
            }

            if (meant is not null)
            {
                Imply(reader, "articleType", "type", meant);
            }
        });
        using var catalog = ModelCatalog.Open(models.Path, Precision.Float32);
        var picture = Drawn.Noisy(200, 200);
        var read = new GarmentReader(catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto))
            .Read(picture, [picture.Whole], [new TypeHint("skirt", 1 - 1e-12, TypeHintTests.Shares("skirt", "trousers"))], scene)[0];
        return (read.Type.Stated, read.Reported["articleType"].Sure);
    }

    [Theory]
    [InlineData(GarmentScene.Shop, "masterCategory", false)]
    [InlineData(GarmentScene.Shop, "usage", true)] // which says nothing of types
    [InlineData(GarmentScene.Modelled, "masterCategory", true)]
    public void In_a_shops_picture_no_type_is_told_that_a_word_contradicts_which_is_told(GarmentScene scene, string word, bool told)
    {
        using var models = Stating(type: 0, articleType: 1, reader =>
        {
            foreach (var head in reader["heads"]!.AsArray().Where(h => h!["name"]!.GetValue<string>() is "masterCategory" or "subCategory" or "articleType" or "usage"))
            {
                double threshold = head!["name"]!.GetValue<string>() == word ? 0 : 1;
                head["thresholds"] = new JsonArray([.. head["classes"]!.AsArray().Select(_ => (JsonNode)threshold)]);
            }

            // Whatever the picture shows, it is as if every type were something free.
            Imply(reader, "type", "masterCategory", "Free Items");
        });
        using var catalog = ModelCatalog.Open(models.Path, Precision.Float32);
        var picture = Drawn.Noisy(200, 200);

        var read = new GarmentReader(catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto)).Read(picture, [picture.Whole], scene: scene)[0];

        Assert.Equal(told, read.Type.Sure);
    }

    [Theory]
    [InlineData(0.01, false)]
    [InlineData(100, true)]
    public void Of_a_type_and_an_article_type_that_means_another_the_surer_is_told(double temperature, bool type)
    {
        using var models = Stating(type: 0, articleType: 0, reader =>
        {
            Imply(reader, "articleType", "type", "other");
            reader["heads"]!.AsArray().Single(h => h!["name"]!.GetValue<string>() == "articleType")!["temperature"] = temperature;
        });
        using var catalog = ModelCatalog.Open(models.Path, Precision.Float32);
        var picture = Drawn.Noisy(200, 200);

        var read = new GarmentReader(catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto)).Read(picture, [picture.Whole], scene: GarmentScene.Shop)[0];

        Assert.Equal((type, !type), (read.Type.Sure, read.Reported["articleType"].Sure));
    }

    static void Imply(JsonNode reader, string head, string of, string said)
    {
        var own = reader["heads"]!.AsArray().Single(h => h!["name"]!.GetValue<string>() == head)!;
        foreach (string name in own["classes"]!.AsArray().Select(c => c!.GetValue<string>()))
        {
            own["implies"]![name] ??= new JsonObject();
            own["implies"]![name]![of] = said;
        }
    }

    /// <summary>Networks that state types and article types from certain confidences on, in all kinds of pictures.</summary>
    static CopiedModels Stating(double type, double articleType, Action<JsonNode>? further = null)
    {
        var models = new CopiedModels();
        models.Change(GarmentReader.ModelName, reader =>
        {
            foreach (var head in reader["heads"]!.AsArray().Where(h => h!["name"]!.GetValue<string>() is "type" or "articleType"))
            {
                double threshold = head!["name"]!.GetValue<string>() == "type" ? type : articleType;
                head["targetPrecision"] = 0;
                head["thresholds"] = new JsonArray([.. head["classes"]!.AsArray().Select(_ => (JsonNode)threshold)]);
                head.AsObject().Remove("scenes");
            }

            further?.Invoke(reader);
        });
        return models;
    }

    static IEnumerable<string> Stated(GarmentReader reader, string group, double below, double limit, GarmentScene scene)
    {
        var picture = Drawn.Noisy(200, 200);
        return reader.Read(picture, [picture.Whole, picture.Whole],
            [new TypeHint(group, below, TypeHintTests.Shares()), new TypeHint(group, limit, TypeHintTests.Shares())], scene).Select(v => v.Type.Stated);
    }

    [Theory]
    [InlineData(GarmentScene.Worn)]
    [InlineData(GarmentScene.Cut)]
    [InlineData(GarmentScene.Beside)]
    public void What_is_worn_is_stated_as_the_manifest_says_of_that_kind_of_picture(GarmentScene scene)
    {
        var model = _catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto);
        var picture = Drawn.Noisy(200, 200);

        var verdict = new GarmentReader(model).Read(picture, [picture.Whole], scene: scene)[0];

        var head = model.Manifest.Head(GarmentVerdicts.TypeHead).In(scene.ToString().ToLowerInvariant());
        Assert.NotEqual(model.Manifest.Head(GarmentVerdicts.TypeHead), head);
        Assert.Equal(head.Threshold(head.Classes.ToList().IndexOf(verdict.Type.Best.Class)), verdict.Type.Threshold);
        Assert.Equal(scene, verdict.Scene);
    }

    [Fact]
    public void The_catalogs_words_are_stated_as_the_manifest_says_of_that_kind_of_picture()
    {
        using var models = new CopiedModels();
        models.Change(GarmentReader.ModelName, reader =>
        {
            foreach (var head in reader["heads"]!.AsArray().Where(h => h!["name"]!.GetValue<string>() is "masterCategory" or "subCategory"))
            {
                var never = new JsonArray([.. head!["classes"]!.AsArray().Select(_ => (JsonNode)1)]);
                head["thresholds"] = new JsonArray([.. never.Select(_ => (JsonNode)0)]);
                head["scenes"] = new JsonObject { ["worn"] = new JsonObject { ["thresholds"] = never } };
            }
        });
        using var catalog = ModelCatalog.Open(models.Path, Precision.Float32);
        var reader = new GarmentReader(catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        var picture = Drawn.Noisy(200, 200);
        TypeHint[] hints = [new("bag", 0.98, TypeHintTests.Shares(), new Dictionary<string, string> { ["masterCategory"] = "Accessories" })];

        string Stated(GarmentScene scene) => reader.Read(picture, [picture.Whole], hints, scene)[0].Reported["masterCategory"].Stated;

        Assert.Equal(("Accessories", Verdict.Unclear), (Stated(GarmentScene.Cut), Stated(GarmentScene.Worn)));
    }

    [Fact]
    public void A_scene_that_there_is_not_is_refused_with_those_that_there_are()
    {
        var model = _catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto);
        var heads = model.Manifest.Heads.Select(h => h with { Scenes = new Dictionary<string, SceneCalibration> { ["wron"] = new() } });

        var refused = Assert.Throws<ModelException>(() => GarmentReader.ByScene(model.Manifest with { Heads = [.. heads] }));

        Assert.Contains("'wron'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("worn", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_such_a_thing_the_words_of_its_group_are_told()
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        var picture = Drawn.Noisy(200, 200);
        var words = new Dictionary<string, string> { ["masterCategory"] = "Accessories", ["subCategory"] = "Bags" };

        var verdicts = reader.Read(picture, [picture.Whole], [new TypeHint("bag", 0.98, TypeHintTests.Shares(), words)], GarmentScene.Worn)[0];

        Assert.Equal("Accessories", verdicts.Reported["masterCategory"].Stated);
        Assert.Equal("Bags", verdicts.Reported["subCategory"].Stated);
        Assert.DoesNotContain("gender", verdicts.Reported.Keys);
    }

    [Fact]
    public void Where_the_parser_is_not_sure_of_the_group_its_words_are_not_either()
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        var picture = Drawn.Noisy(200, 200);
        var words = new Dictionary<string, string> { ["masterCategory"] = "Accessories", ["subCategory"] = "Bags" };

        var verdicts = reader.Read(picture, [picture.Whole], [new TypeHint("bag", 0.4, TypeHintTests.Shares(), words)])[0];

        Assert.All(["masterCategory", "subCategory", "articleType"],
            head => Assert.Equal(Verdict.Unclear, verdicts.Reported[head].Stated));
    }

    [Theory]
    [InlineData(GarmentScene.Worn)]
    [InlineData(GarmentScene.Cut)]
    [InlineData(GarmentScene.Beside)]
    public void Of_what_is_worn_and_not_for_sale_nothing_is_stated_that_was_learnt_of_a_shops_pictures_alone(GarmentScene scene)
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        var picture = Drawn.Noisy(200, 200);

        var worn = reader.Read(picture, [picture.Whole], scene: scene)[0];

        Assert.All(["gender", "season", "usage"], head => Assert.Equal(Verdict.Unclear, worn.Reported[head].Stated));
    }

    [Fact]
    public void An_embedding_has_unit_length_and_is_no_verdict()
    {
        var reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        var picture = Drawn.Noisy(200, 200);

        var verdicts = reader.Read(picture, [picture.Whole])[0];

        Assert.Equal(1, TensorPrimitives.Norm<float>(verdicts.Embedding), 0.001f);
        Assert.DoesNotContain("embedding", verdicts.ByHead.Keys);
    }
}
