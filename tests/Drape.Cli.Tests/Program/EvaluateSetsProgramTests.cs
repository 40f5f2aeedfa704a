using System.Formats.Tar;
using System.Text.Json;

namespace Drape.Cli.Tests.Program;

/// <summary>Tiny sets of drawn pictures, laid out as the real ones; how good the networks are does not matter here.</summary>
public sealed class EvaluateSetsProgramTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public EvaluateSetsProgramTests()
    {
        _folder.Write("data/products.csv", """
            id,gender,masterCategory,subCategory,articleType,baseColour,season,year,usage
            100,Men,Apparel,Topwear,Shirts,Red,Fall,2011,Casual
            207,Women,Apparel,Topwear,Tshirts,Blue,Summer,2012,
            301,Men,Apparel,Topwear,Shirts,Red,Fall,2011,Casual

            """);
        _folder.Draw("data/products/100.jpg");
        _folder.Draw("data/products/207.jpg", 20, 60, 200);
        _folder.Draw("data/products/301.jpg", 200, 30, 60);
        _folder.Write("data/closet.csv", """
            n,image,owner_label,kids,split,type,pattern,colour,colour2
            0000,x,T-Shirt,false,validation,t-shirt,solid,red,
            0001,x,Hoodie,false,validation,hoodie,solid,blue,

            """);
        _folder.Draw("data/closet/0000.jpg");
        _folder.Draw("data/closet/0001.jpg", 20, 60, 200);
        _folder.Write("data/outfits-styles.csv", """
            id,style1,style2,formality,warmth,pattern
            0001,street,preppy,2,3,solid
            0007,mode,,3,4,solid

            """);
        _folder.Write("data/outfits-tags.csv", """
            id,source,tags
            0001,pixel,dress hair
            0007,list,dress

            """);
        _folder.Write("data/faces.csv", """
            id,file
            00001,one
            00007,two

            """);
        _folder.Draw("data/faces/00001.jpg");
        _folder.Draw("data/faces/00007.jpg", 200, 160, 140);
        _folder.Write("data/outfit-mask-labels.json", """["null", "dress", "ring"]""");
        _folder.Draw("data/outfits/photos/0001.jpg");
        _folder.Draw("data/outfits/photos/0007.jpg", 20, 160, 60);
        byte[] mask = new byte[192 * 256];
        Array.Fill<byte>(mask, 1, 192 * 50, 192 * 100);
        mask[0] = 2; // a ring, which no group has
        _folder.Write("data/outfits/masks/0001.png", GrayPng.Of(192, mask));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Products_have_a_figure_and_its_calibration_for_each_word()
    {
        var report = await MeasureAsync("products");

        Assert.Equal(3, report.GetProperty("count").GetInt32());
        Assert.Equal(["gender.top1", "gender.stated", "gender.ece", "gender.ece.chance", "masterCategory.top1", "masterCategory.stated", "masterCategory.ece", "masterCategory.ece.chance", "subCategory.top1",
            "subCategory.stated", "subCategory.ece", "subCategory.ece.chance", "articleType.top1", "articleType.stated", "articleType.ece", "articleType.ece.chance", "baseColour.top1", "baseColour.stated", "baseColour.ece", "baseColour.ece.chance", "season.top1",
            "season.stated", "season.ece", "season.ece.chance", "usage.top1", "usage.stated", "usage.ece", "usage.ece.chance"], Figures(report));
    }

    [Fact]
    public async Task A_product_without_a_word_is_left_out_of_its_figure()
    {
        var report = await MeasureAsync("products");

        var usage = report.GetProperty("perClass").GetProperty("usage").EnumerateObject();
        Assert.Equal([("Casual", 2)], usage.Select(u => (u.Name, u.Value.GetProperty("count").GetInt32())));
    }

    [Fact]
    public async Task The_validation_split_of_products_is_every_tenth_number()
    {
        var report = await MeasureAsync("products", "--split", "validation");

        var types = report.GetProperty("perClass").GetProperty("articleType").EnumerateObject();
        Assert.Equal(["Tshirts"], types.Select(t => t.Name));
    }

    [Fact]
    public async Task The_large_pictures_are_those_that_there_are()
    {
        _folder.Draw("data/products-large/301.jpg");

        var report = await MeasureAsync("products", "--pictures", "large");

        Assert.Equal(1, report.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task The_large_pictures_are_read_as_photos_too_and_the_small_ones_are_not()
    {
        _folder.Draw("data/products-large/301.jpg");

        Assert.Contains("photo.articleType.top1", Figures(await MeasureAsync("products", "--pictures", "large")));
        Assert.DoesNotContain("photo.articleType.top1", Figures(await MeasureAsync("products")));
    }

    [Fact]
    public async Task A_large_picture_is_judged_by_the_type_that_its_article_type_means_where_it_means_one()
    {
        _folder.Write("data/products.csv", """
            id,gender,masterCategory,subCategory,articleType,baseColour,season,year,usage
            207,Women,Accessories,Watches,Watches,Blue,Summer,2012,Casual
            301,Men,Apparel,Topwear,Shirts,Red,Fall,2011,Casual

            """);
        _folder.Draw("data/products-large/207.jpg");
        _folder.Draw("data/products-large/301.jpg");

        var types = (await MeasureAsync("products", "--pictures", "large")).GetProperty("perClass").GetProperty("photo.type").EnumerateObject();

        Assert.Equal([("shirt", 1)], types.Select(t => (t.Name, t.Value.GetProperty("count").GetInt32())));
    }

    [Theory]
    [InlineData("Watches", 1)]
    [InlineData("Topwear", null)]
    public async Task Of_products_without_a_type_it_is_told_of_how_many_one_is_stated(string kind, int? stated)
    {
        _folder.Write("data/products.csv", $"""
            id,gender,masterCategory,subCategory,articleType,baseColour,season,year,usage
            301,Men,Accessories,{kind},Watches,Red,Fall,2011,Casual

            """);
        _folder.Write("data/products-large/301.jpg", File.ReadAllBytes(SampleShop.Photo("shirt")));

        var figures = (await MeasureAsync("products", "--pictures", "large")).GetProperty("figures");

        Assert.Equal(stated, figures.TryGetProperty("photo.foreign.type.stated", out var figure) ? (int)figure.GetDouble() : null);
    }

    [Fact]
    public async Task The_catalogs_words_that_a_network_does_not_answer_have_no_figure()
    {
        _folder.Draw("data/products-large/301.jpg");
        string models = _folder.WriteModels("reader", reader => reader["heads"]!.AsArray().RemoveAll(h => (string)h!["name"]! == "gender"));
        using var eval = DrapeProcess.Start(["eval", "products", "--pictures", "large", "--data", _folder["data"], "--json"], models: models);

        var end = await eval.EndAsync();

        Assert.Equal((0, ""), (end.Code, end.Error));
        string[] figures = Figures(JsonDocument.Parse(end.Out).RootElement);
        Assert.Contains("photo.subCategory.top1", figures);
        Assert.DoesNotContain(figures, f => f.Contains("gender", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Styles_have_figures_for_answers_levels_and_maps()
    {
        var report = await MeasureAsync("styles");

        Assert.Equal(2, report.GetProperty("count").GetInt32());
        Assert.Equal(["style.top1", "style.pair", "style.top3", "style.stated", "style.ece", "style.ece.chance", "formality.mae", "warmth.mae", "map.deletion",
            "map.insertion", "map.deletion.random", "map.insertion.random"], Figures(report));
        Assert.InRange(report.GetProperty("figures").GetProperty("warmth.mae").GetDouble(), 0, 4);
    }

    [Fact]
    public async Task Outfits_are_the_photos_that_have_masks()
    {
        var report = await MeasureAsync("outfits");

        Assert.Equal(1, report.GetProperty("count").GetInt32());
        Assert.Equal("pixel.accuracy", Figures(report)[0]);
        var groups = report.GetProperty("perClass").GetProperty("groups").EnumerateObject();
        Assert.Equal(["background", "dress"], groups.Select(g => g.Name)); // the ring is not judged
        var garments = report.GetProperty("perClass").GetProperty("garments").EnumerateObject();
        Assert.Contains(garments, g => g.Name == "dress" && g.Value.GetProperty("count").GetInt32() == 1);
    }

    [Fact]
    public async Task A_garment_that_lies_where_a_face_should_be_is_a_mistake()
    {
        var report = await MeasureAsync("faces", "--split", "validation");

        Assert.Equal(1, report.GetProperty("count").GetInt32());
        Assert.Equal(["people", "face.free"], Figures(report));
        Assert.Equal(0, report.GetProperty("figures").GetProperty("face.free").GetDouble()); // a garment was drawn
        var mistake = Assert.Single(report.GetProperty("mistakes").GetProperty("face").EnumerateArray());
        Assert.Equal(("00007", "face"), (mistake.GetProperty("id").GetString(), mistake.GetProperty("truth").GetString()));
    }

    [Fact]
    public async Task Garments_in_the_street_are_read_where_their_masks_are()
    {
        var report = await MeasureAsync("street");

        var types = report.GetProperty("perClass").GetProperty("type").EnumerateObject();
        Assert.Equal([("dress", 1)], types.Select(t => (t.Name, t.Value.GetProperty("count").GetInt32())));
        Assert.Equal(["type.top1", "type.top3", "pattern.top1"], Figures(report)[..3]);
    }

    [Fact]
    public async Task The_largest_garments_pattern_is_measured_and_what_is_patterned_by_itself()
    {
        _folder.Write("data/outfits-styles.csv", """
            id,style1,style2,formality,warmth,pattern
            0001,street,preppy,2,3,striped

            """);

        var report = await MeasureAsync("street");

        var patterns = report.GetProperty("perClass").GetProperty("pattern").EnumerateObject();
        Assert.Equal([("striped", 1)], patterns.Select(p => (p.Name, p.Value.GetProperty("count").GetInt32())));
        Assert.Contains("pattern.patterned.top1", Figures(report));
    }

    [Fact]
    public async Task A_photo_of_which_no_garment_is_read_has_no_pattern()
    {
        _folder.Write("data/outfits/masks/0001.png", GrayPng.Of(192, new byte[192 * 256]));

        var report = await MeasureAsync("street");

        Assert.Equal(2, report.GetProperty("count").GetInt32()); // with that of which there are tags only
        Assert.All(Figures(report), f => Assert.Matches("^(tagged|farther|part|turn)\\.", f));
    }

    [Fact]
    public async Task Parts_of_a_photo_are_judged_by_what_its_mask_has_there_and_every_answer_tells_its_scene()
    {
        // By the tags every garment would be right, by the mask, which shows a ring wherever one is found, none.
        string[] types = ["t-shirt", "top", "shirt", "blouse", "cardigan", "sweater", "hoodie", "jacket", "blazer", "coat", "vest", "dress",
            "romper", "skirt", "pants", "jeans", "shorts", "leggings", "boots", "flats", "heels", "loafers", "sandals", "sneakers", "hat", "scarf", "suit", "bodysuit", "sweatshirt"];
        _folder.Write("data/outfits-tags.csv", $"id,source,tags\n0001,pixel,{string.Join(' ', types)}\n");
        byte[] mask = new byte[192 * 256];
        Array.Fill<byte>(mask, 2);
        mask[0] = 1;
        _folder.Write("data/outfits/masks/0001.png", GrayPng.Of(192, mask));

        var report = await MeasureAsync("street");

        var answers = report.GetProperty("answers");
        Assert.All(answers.GetProperty("tagged.type").EnumerateArray(), a => Assert.True(a.GetProperty("right").GetBoolean()));
        Assert.NotEmpty(answers.GetProperty("part.type").EnumerateArray());
        Assert.All(answers.GetProperty("part.type").EnumerateArray(), a => Assert.False(a.GetProperty("right").GetBoolean()));
        Assert.All(answers.EnumerateObject().SelectMany(q => q.Value.EnumerateArray()), a => Assert.NotEmpty(a.GetProperty("scene").GetString()!));
    }

    [Fact]
    public async Task Street_garments_without_labels_of_patterns_are_measured_by_their_types_alone()
    {
        File.Delete(Path.Combine(_folder.Path, "data", "outfits-styles.csv"));

        var report = await MeasureAsync("street");

        Assert.DoesNotContain(Figures(report), f => f.StartsWith("pattern", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_parsers_certainty_of_pixels_is_calibrated_and_garments_taken_for_others_are_listed()
    {
        var report = await MeasureAsync("outfits");

        Assert.InRange(report.GetProperty("figures").GetProperty("pixel.ece").GetDouble(), 0, 1);
        Assert.InRange(report.GetProperty("calibration").GetProperty("pixel").EnumerateArray()
            .Sum(bin => bin.GetProperty("count").GetInt32()), 1000, 10_000);
        Assert.All(report.GetProperty("mistakes").GetProperty("garments").EnumerateArray(),
            m => Assert.Equal(("0001", "dress"), (m.GetProperty("id").GetString(), m.GetProperty("truth").GetString())));
    }

    [Fact]
    public async Task Every_garment_that_is_found_is_judged_by_what_most_of_its_pixels_are()
    {
        File.Copy(SampleShop.Photo("outfit"), _folder["data", "outfits", "photos", "0001.jpg"], overwrite: true);
        byte[] mask = new byte[192 * 256];
        Array.Fill<byte>(mask, 1); // nothing but a dress
        _folder.Write("data/outfits/masks/0001.png", GrayPng.Of(192, mask));

        var report = await MeasureAsync("outfits");

        Assert.Equal(0, report.GetProperty("figures").GetProperty("found.top1").GetDouble());
        Assert.Contains(("dress", "shirt"), report.GetProperty("confusions").GetProperty("found").EnumerateArray()
            .Select(c => (c.GetProperty("truth").GetString(), c.GetProperty("answer").GetString())));
    }

    [Fact]
    public async Task An_archive_of_photos_and_masks_gives_the_same_as_the_folder()
    {
        var folder = await DrapeProcess.RunAsync("eval", "outfits", "--data", _folder["data"], "--json");
        TarFile.CreateFromDirectory(_folder["data", "outfits"], _folder["data", "outfits.tar"], false);
        Directory.Delete(_folder["data", "outfits"], recursive: true);

        var archive = await DrapeProcess.RunAsync("eval", "outfits", "--data", _folder["data"], "--json");

        Assert.Equal(Timeless.Of(folder), Timeless.Of(archive));
    }

    [Fact]
    public async Task A_mask_with_a_value_that_no_label_has_is_named()
    {
        _folder.Write("data/outfits/masks/0001.png", GrayPng.Of(192, [.. Enumerable.Repeat((byte)9, 192 * 256)]));

        var end = await DrapeProcess.RunAsync("eval", "outfits", "--data", _folder["data"], "--json");

        Assert.Equal(1, end.Code);
        Assert.StartsWith("0001: The mask has the value 9, 9, 9", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_finds_kinds_and_copies()
    {
        var report = await MeasureAsync("search");

        Assert.Equal(5, report.GetProperty("count").GetInt32());
        string[] figures = ["type.precision12", "colour.precision12", "pattern.precision12", "copies.recall1"];
        Assert.Equal(figures, Figures(report).Take(4));
        // Of two shirts and a t-shirt each shirt has one other shirt among its two neighbours.
        Assert.Equal(0.3333, report.GetProperty("figures").GetProperty("type.precision12").GetDouble());
        Assert.Equal(1, report.GetProperty("figures").GetProperty("pattern.precision12").GetDouble());
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_refused_before_a_picture_is_read()
    {
        var end = await DrapeProcess.RunAsync("eval", "search", "--data", _folder["data"], "--connection", "Host=127.0.0.1;Port=1;Database=none");

        Assert.Equal(3, end.Code);
        Assert.StartsWith("drape: PostgreSQL on 127.0.0.1:1 cannot be reached", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_table_is_wrong_use()
    {
        File.Delete(_folder["data", "outfits-styles.csv"]);

        var end = await DrapeProcess.RunAsync("eval", "styles", "--data", _folder["data"]);

        Assert.Equal(2, end.Code);
        Assert.Contains("There is no", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_and_classes_are_printed_for_people()
    {
        var end = await DrapeProcess.RunAsync("eval", "outfits", "--data", _folder["data"]);

        Assert.StartsWith("outfits, 1 picture", end.Out, StringComparison.Ordinal);
        Assert.Contains("count     iou", end.Out, StringComparison.Ordinal);
    }

    async Task<JsonElement> MeasureAsync(string set, params string[] more)
    {
        var end = await DrapeProcess.RunAsync(["eval", set, "--data", _folder["data"], "--json", .. more]);
        Assert.Equal(0, end.Code);
        return JsonDocument.Parse(end.Out).RootElement;
    }

    static string[] Figures(JsonElement report) =>
        [.. report.GetProperty("figures").EnumerateObject().Select(f => f.Name)
            .Where(name => !name.EndsWith(".stated.precision", StringComparison.Ordinal))]; // where nothing is stated there is none
}
