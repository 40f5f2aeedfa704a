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
        { "dress", "floral", "white pink red beige multicolor" },
        { "hoodie", "solid", "gray blue" },
        { "jeans", "solid", "blue navy" },
        { "polo", "striped", "green" },
        { "shirt", "solid", "navy blue" },
        { "skirt", "plaid", "red" },
        { "sneakers", "solid", "white" },
        { "t-shirt", "graphic", "white" },
    };

    [Theory]
    [MemberData(nameof(Photos))]
    public void A_sample_photo_is_read_for_what_it_shows(string name, string pattern, string colours)
    {
        var garment = Assert.Single(Read(name).Garments);

        Assert.Equal(name, garment.Type);
        Assert.Equal(pattern, garment.Pattern);
        Assert.Contains(garment.Colour, colours.Split(' '));
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
    public void A_photo_of_nothing_in_particular_is_read_without_harm()
    {
        var analyzer = new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos);
        byte[] grey = PhotoEncoder.Encode(Drawn.Picture(300, 200, (_, _) => (128, 128, 128)), PhotoFormat.Png);

        var garment = Assert.Single(analyzer.Analyze(grey, "grey").Garments);

        Assert.InRange(garment.Confidence, 0, 1);
        Assert.Equal("gray", garment.Colour);
        Assert.True(garment.Box.X + garment.Box.Width <= 300 && garment.Box.Y + garment.Box.Height <= 200);
    }

    PhotoReading Read(string name) => new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos)
        .Analyze(File.ReadAllBytes(Path.Combine(Folder, name + ".jpg")), name);
}
