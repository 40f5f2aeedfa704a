using System.Text.Json.Nodes;
using Drape.Imaging;
using Drape.Inference;
using Drape.Styles;
using Drape.Tests.Inference;

namespace Drape.Tests.Styles;

/// <summary>The shipped style network, whatever it thinks of drawings.</summary>
public sealed class StyleReaderTests : IDisposable
{
    readonly ModelCatalog _catalog = ModelCatalog.Open();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_styles_answer_is_the_mean_of_its_map()
    {
        var model = _catalog.Get(StyleReader.ModelName, ThreadPolicy.OnePhoto);
        var head = model.Manifest.Head(StyleReader.StyleHead);

        var findings = new StyleReader(model).Read(Drawn.Noisy(200, 300));

        float[] means = [.. head.Classes.Select(style => findings.Map.Of(style).ToArray().Average())];
        Assert.All(Verdict.Of(head, means).Ranked.Zip(findings.Style.Ranked),
            pair => Assert.Equal(pair.First.Confidence, pair.Second.Confidence, 1e-4));
    }

    [Fact]
    public void The_map_has_the_proportions_of_the_photo()
    {
        var map = new StyleReader(_catalog.Get(StyleReader.ModelName, ThreadPolicy.OnePhoto)).Read(Drawn.Quarters(200, 400)).Map;

        Assert.InRange(map.Height / (double)map.Width, 1.5, 2.5);
    }

    [Fact]
    public void Of_one_of_several_people_the_map_shows_nothing_beside_them()
    {
        var photo = Drawn.Noisy(400, 300);
        var left = new PixelBox(0, 0, 200, 300);

        var findings = new StyleReader(_catalog.Get(StyleReader.ModelName, ThreadPolicy.OnePhoto)).Read(photo, left);

        byte[] covered = [.. Enumerable.Range(0, 40 * 30).Select(i => (byte)(i % 40 < 20 ? 255 : 0))];
        Assert.InRange(findings.Map.ShareIn(findings.Style.Best.Class, new Mask(40, 30, covered)), 0.95, 1);
    }

    [Fact]
    public void Formality_and_warmth_lie_on_the_manifests_scale()
    {
        var findings = new StyleReader(_catalog.Get(StyleReader.ModelName, ThreadPolicy.OnePhoto)).Read(Drawn.Noisy(200, 300));

        Assert.InRange(findings.Formality, 1, 5);
        Assert.InRange(findings.Warmth, 1, 5);
    }

    [Fact]
    public void A_scene_is_refused_since_it_would_be_of_no_effect()
    {
        using var models = new CopiedModels();
        models.Change(StyleReader.ModelName, style => style["heads"]![0]!["scenes"] = new JsonObject { ["worn"] = new JsonObject() });
        using var catalog = ModelCatalog.Open(models.Path);

        var refused = Assert.Throws<ModelException>(() => new StyleReader(catalog.Get(StyleReader.ModelName, ThreadPolicy.OnePhoto)));

        Assert.Equal("models.json: the head style names the scene 'worn'; it takes none.", refused.Message);
    }

    [Fact]
    public void A_network_without_styles_is_refused_with_what_it_answers() => Assert.Contains("not style",
        Assert.Throws<ModelException>(() => new StyleReader(_catalog.Get("reader", ThreadPolicy.OnePhoto))).Message,
        StringComparison.Ordinal);
}
