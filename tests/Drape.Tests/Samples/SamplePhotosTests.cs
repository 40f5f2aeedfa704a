using Drape.Drawing;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Tests.Samples;

/// <summary>The photos in samples/ are read for what they show. A file's name is the type it shows.</summary>
public sealed class SamplePhotosTests : IDisposable
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples");

    readonly ModelCatalog _catalog = ModelCatalog.Open();

    public void Dispose() => _catalog.Dispose();

    public static TheoryData<string, string, string> Photos => new()
    {
        { "dress", "floral", "pink" },
        { "hoodie", "solid", "gray" },
        { "jeans", "solid", "blue" },
        { "polo", "striped", "green" },
        { "shirt", "solid", "navy" },
        { "skirt", "plaid", "red" },
        { "sneakers", "solid", "white" },
        { "t-shirt", "graphic", "white" },
    };

    [Theory]
    [MemberData(nameof(Photos))]
    public void A_sample_photo_is_read_for_what_it_shows(string name, string pattern, string colour)
    {
        var garment = Assert.Single(Read(name).Garments);

        Assert.Equal(name, garment.Type);
        Assert.Equal(pattern, garment.Pattern);
        Assert.Equal(colour, garment.Colour);
    }

    [Fact]
    public void The_outfit_is_read_piece_by_piece_and_its_style()
    {
        var reading = Read("outfit");

        Assert.Equal(["shirt", "trousers", "unclear"], reading.Garments.Select(g => g.Type).Order());
        Assert.Equal("blue", reading.Garments.Single(g => g.Type == "shirt").Colour);
        Assert.Equal("beige", reading.Garments.Single(g => g.Type == "trousers").Colour);
        // Of the black shoes a strip is seen, into which the floor's light falls.
        var shoes = reading.Garments.Single(g => g.Type == "unclear");
        Assert.True(shoes.Colour is "black" or "gray");
        Assert.Contains("formal-shoes", shoes.Alternatives.Select(a => a.Type));
        Assert.Equal("Footwear", shoes.Attributes["masterCategory"]);
        Assert.All(reading.Garments, garment => Assert.Equal(0, garment.Person));
        Assert.NotNull(reading.Style);
    }

    [Fact]
    public void The_box_encloses_the_garment()
    {
        var box = Assert.Single(Read("skirt").Garments).Box;

        // By eye, in the picture of 768 x 1024 pixels.
        Assert.InRange(box.X, 20, 75);
        Assert.InRange(box.Y, 220, 280);
        Assert.InRange(box.X + box.Width, 650, 720);
        Assert.InRange(box.Y + box.Height, 740, 810);
    }

    [Fact]
    public void A_scene_always_gives_the_same_pixels()
    {
        var scene = new GarmentScene { Shape = GarmentShape.TShirt, Width = 96, Height = 128, Seed = 5 };

        Assert.Equal(Painter.Paint(scene).Pixels, Painter.Paint(scene).Pixels);
        Assert.NotEqual(Painter.Paint(scene).Pixels, Painter.Paint(scene with { Seed = 6 }).Pixels);
    }

    [Fact]
    public void A_picture_of_a_product_that_the_parser_cannot_see_is_taken_for_one_thing()
    {
        var picture = Drawn.Picture(300, 200, (x, _) => ((byte)(120 + x / 20), 128, 128));

        var analyzer = new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos);

        Assert.Empty(analyzer.Read(picture).Garments);
        var garment = Assert.Single(analyzer.Read(picture, product: true).Garments);
        Assert.Equal("gray", garment.Colours.Main);
        Assert.True(garment.Place.Bounds.X + garment.Place.Bounds.Width <= garment.Place.Width);
    }

    PhotoReading Read(string name) => new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos)
        .Analyze(File.ReadAllBytes(Path.Combine(Folder, name + ".jpg")), name);
}
