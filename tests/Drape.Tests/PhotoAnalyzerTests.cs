using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;
using Drape.Styles;
using Drape.Tests.Imaging;

namespace Drape.Tests;

public sealed class PhotoAnalyzerTests : IDisposable
{
    readonly ModelCatalog _catalog = ModelCatalog.Open();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_garment_on_the_floor_has_no_person_and_no_style()
    {
        var reading = Analyze(Drawn.Shirt());

        Assert.Null(Assert.Single(reading.Garments).Person);
        Assert.Null(reading.Style);
    }

    [Fact]
    public void A_reading_names_the_networks_that_took_part_and_what_each_step_took()
    {
        var reading = Analyze(Drawn.Shirt());

        Assert.Equal(["parser", "reader"], reading.Models.Keys.Order());
        Assert.Equal(["colours", "decode", "parse", "read", "turn"], reading.Timings.Keys.Order());
        Assert.All(reading.Models, m => Assert.Equal(_catalog.Find(m.Key).Identity, m.Value));
    }

    [Theory]
    [InlineData(300, 400)]
    [InlineData(1, 1)]
    [InlineData(448, 2)]
    public void Where_there_is_nothing_to_see_no_garment_is_made_up(int width, int height)
    {
        var picture = Drawn.Picture(width, height, (x, _) => height > 2 || x % 2 == 0 ? Drawn.Blue : Drawn.White);

        Assert.Empty(new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos).Read(picture).Garments);
    }

    [Fact]
    public void Of_a_photo_between_black_bars_the_same_is_told_as_without_them_where_it_lies()
    {
        var analyzer = new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos);
        var photo = Drawn.Person();
        var barred = BarsTests.Barred(photo, across: 260, down: 0, grey: 0);

        var (alone, between) = (analyzer.Read(photo), analyzer.Read(barred));

        Assert.NotEmpty(alone.Garments);
        Assert.Equal(alone.Garments.Select(g => (g.Place.Group, g.Place.Person)), between.Garments.Select(g => (g.Place.Group, g.Place.Person)));
        foreach (var (mine, theirs) in alone.Garments.Zip(between.Garments, (a, b) => (a.Place, b.Place)))
        {
            var (box, shifted) = (mine.Box(photo.Width, photo.Height), theirs.Box(barred.Width, barred.Height));
            Assert.InRange(shifted.X - 260, box.X - 2, box.X + 2);
            Assert.InRange(shifted.Y, box.Y - 2, box.Y + 2);
            var bounds = theirs.Mask.Bounds()!.Value.Scale(theirs.Mask.Width, theirs.Mask.Height, barred.Width, barred.Height);
            Assert.InRange(bounds.X, shifted.X - 8, shifted.X + 8);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_photo_on_its_side_or_head_is_read_as_if_it_stood_and_told_of_as_it_lies(int quarters)
    {
        var analyzer = new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos);
        var photo = Drawn.Person();
        var lying = photo.Turned(-quarters);

        var (standing, found) = (analyzer.Read(photo), analyzer.Read(lying));

        Assert.Equal(0, standing.Quarters);
        Assert.Equal(quarters, found.Quarters);
        Assert.NotEmpty(standing.Garments);
        Assert.Equal(
            standing.Garments.Select(g => (g.Place.Group, g.Place.Box(photo.Width, photo.Height).Turned(photo.Width, photo.Height, -quarters))),
            found.Garments.Select(g => (g.Place.Group, g.Place.Box(lying.Width, lying.Height))));
        string style = standing.Style!.Style.Best.Class;
        Assert.Equal(style, found.Style!.Style.Best.Class);
        Assert.Equal(standing.Style.Map.Turned(-quarters).Of(style).ToArray(), found.Style.Map.Of(style).ToArray());
    }

    [Fact]
    public void A_wide_photo_on_its_side_is_read_at_as_many_pixels_as_one_that_stands()
    {
        var row = Resampler.Resize(Drawn.Beside(Drawn.Person(), Drawn.Beside(Drawn.Person(dress: true), Drawn.Person())), 1800, 800);
        var analyzer = new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos);

        var standing = Place(row);
        var lying = Place(row.Turned(1));

        Assert.True(standing.Width > PhotoAnalyzer.WorkingSide);
        Assert.Equal((standing.Width, standing.Height), (lying.Height, lying.Width));

        FoundGarment Place(PixelImage photo) =>
            analyzer.Inspect(PhotoEncoder.Encode(photo, PhotoFormat.Png), "row").Findings.Garments[0].Place;
    }

    [Fact]
    public void A_reading_says_by_how_much_the_photo_was_turned()
    {
        Assert.Null(Analyze(Drawn.Person()).Turned);
        Assert.Equal(270, Analyze(Drawn.Person().Turned(1)).Turned);
    }

    [Fact]
    public void What_is_for_sale_stands_as_its_shop_shows_it() =>
        Assert.Equal(0, new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos).Read(Drawn.Person().Turned(1), product: true).Quarters);

    [Theory]
    [InlineData(3000, 4000, 448)]
    [InlineData(4000, 3000, 448)]
    [InlineData(3000, 2000, 448)]
    [InlineData(3600, 1200, 896)]
    [InlineData(9000, 1000, 1344)]
    public void A_wide_photo_is_read_at_more_pixels(int width, int height, int side) =>
        Assert.Equal(side, PhotoAnalyzer.SideFor(width, height));

    [Theory]
    [InlineData("shirt", 0.75, 0.4, true)]
    [InlineData("shirt", 0.74, 0.4, false)]
    [InlineData("shirt", 0.8, 0.9, false)] // below the type's own limit
    [InlineData(Verdict.Unclear, 0.9, 0.4, false)]
    public void What_only_the_reader_sees_it_must_be_sure_of(string type, double confidence, double threshold, bool sure) =>
        Assert.Equal(sure, PhotoAnalyzer.IsSure(new Verdict([new ClassConfidence(type, confidence)], threshold), target: 0.75));

    [Theory]
    [InlineData("hat", 0.9, true)]
    [InlineData("hat", 1, false)] // never a hat, and it can be nothing else
    [InlineData("jacket", 1, true)] // it may be a coat
    public void What_is_never_what_alone_it_can_be_is_not_told(string type, double threshold, bool told)
    {
        var types = type == "hat" ? new Dictionary<string, double> { ["hat"] = 1 } : new() { ["jacket"] = 0.5, ["coat"] = 0.5 };
        var place = new FoundGarment(new TypeHint(type, 0.9, types), 0, new Mask(1, 1, [255]), new PixelBox(0, 0, 1, 1), 1, 1);
        var heads = new Dictionary<string, Verdict> { ["type"] = new([new ClassConfidence(type, 0.99)], threshold) };
        var verdicts = new GarmentVerdicts(heads, heads);

        var (places, _) = PhotoAnalyzer.Told([place, place], [verdicts, verdicts]);

        Assert.Equal(told ? 2 : 1, places.Count); // the main garment always is
    }

    [Fact]
    public void A_garments_box_and_mask_lie_where_it_was_drawn()
    {
        var picture = Drawn.Picture(300, 400, (x, y) => x is >= 60 and < 240 && y is >= 80 and < 320 ? Drawn.Blue : Drawn.White);

        var place = Assert.Single(new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos).Read(picture).Garments).Place;

        var box = place.Box(300, 400);
        Assert.InRange(box.X, 50, 70);
        Assert.InRange(box.Y, 70, 90);
        Assert.InRange(box.Width, 165, 195);
        Assert.InRange(box.Height, 225, 255);
        Assert.True(place.Mask.At(0.5f, 0.5f) > 0.9f);
        Assert.True(place.Mask.At(0.05f, 0.05f) < 0.1f);
    }

    [Fact]
    public void Of_two_people_the_main_ones_style_is_read()
    {
        var photo = Drawn.Beside(Drawn.Person(dress: true), Drawn.Person());
        var findings = new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos).Read(photo);
        var reader = new StyleReader(_catalog.Get(StyleReader.ModelName, ThreadPolicy.ManyPhotos));

        var figure = Figure.OfMain([.. findings.Garments.Select(g => g.Place)], photo);

        Assert.NotNull(figure);
        var (said, ofMain, ofAll) = (findings.Style!.Style.Best, reader.Read(photo, figure).Style.Best, reader.Read(photo).Style.Best);
        Assert.Equal((ofMain.Class, ofMain.Confidence), (said.Class, said.Confidence), Nearly);
        Assert.NotEqual((ofAll.Class, ofAll.Confidence), (said.Class, said.Confidence), Nearly);

        static bool Nearly((string Class, double Confidence) a, (string Class, double Confidence) b) =>
            a.Class == b.Class && Math.Abs(a.Confidence - b.Confidence) < 0.001;
    }

    [Theory]
    [InlineData(250, 0, false, true)]
    [InlineData(225, 0, false, true)]
    [InlineData(235, 20, false, false)] // a light wall
    [InlineData(235, 20, true, true)]
    public void Half_a_figure_is_a_shops_model_before_an_even_ground_or_if_it_is_said_to_be_for_sale(byte light, int falls, bool product, bool shop)
    {
        var photo = Before(Drawn.Person(dress: true).Part(new PixelBox(0, 0, 300, 220)), light, falls);

        var findings = new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos).Read(photo, product: product);

        Assert.Equal(0, findings.Garments[0].Place.Person);
        Assert.Equal(shop ? GarmentScene.Shop : GarmentScene.Cut, findings.Garments[0].Verdicts.Scene);
    }

    /// <summary>Somebody cut out and put before a light ground that is darker to the right.</summary>
    PixelImage Before(PixelImage photo, byte light, int falls)
    {
        using var parsed = new GarmentParser(_catalog.Get(GarmentParser.ModelName, ThreadPolicy.ManyPhotos)).ParseOnward(photo);
        byte[] labels = parsed.LabelsAt(photo.Width, photo.Height);
        return Drawn.Picture(photo.Width, photo.Height, (x, y) =>
        {
            byte ground = (byte)(light - (falls * x / photo.Width));
            return parsed.Meaning.Background[labels[(y * photo.Width) + x]] ? (ground, ground, ground) : (photo[x, y][0], photo[x, y][1], photo[x, y][2]);
        });
    }

    [Fact]
    public void A_garment_has_an_embedding_for_look_alikes()
    {
        var found = new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos).Read(Drawn.Shirt()).Garments[0];

        Assert.Equal(_catalog.Find("reader").Head("embedding").Size, found.Embedding!.Length);
    }

    [Fact]
    public void A_larger_copy_of_a_photo_gives_boxes_of_its_own_size()
    {
        var small = Assert.Single(Analyze(Resampler.Resize(Drawn.Shirt(), 300, 400)).Garments).Box;

        var large = Assert.Single(Analyze(Resampler.Resize(Drawn.Shirt(), 900, 1200)).Garments).Box;

        Assert.Equal(3.0 * small.X, large.X, 30.0);
        Assert.Equal(3.0 * small.Width, large.Width, 45.0);
        Assert.Equal(3.0 * small.Height, large.Height, 45.0);
    }

    PhotoReading Analyze(PixelImage picture) => new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos)
        .Analyze(PhotoEncoder.Encode(picture, PhotoFormat.Png), "drawn");
}
