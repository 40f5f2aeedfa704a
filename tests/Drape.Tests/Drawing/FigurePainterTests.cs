using Drape.Drawing;
using Drape.Drawing.Figures;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Tests.Drawing;

public sealed class FigurePainterTests : IDisposable
{
    static readonly FigureScene Small = new()
    {
        Attire = new Separates(new(TopKind.Shirt, 0xF2F0EA), new(BelowKind.Trousers, 0x2A2C36), Tucked: true),
        Shoes = new(ShoeKind.Loafers, 0x2A1C14),
        Width = 96,
        Height = 144,
        Seed = 5,
    };

    readonly ModelCatalog _catalog = ModelCatalog.Open();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_scene_always_gives_the_same_pixels()
    {
        Assert.Equal(Pixels(Small), Pixels(Small with { }));
        Assert.NotEqual(Pixels(Small), Pixels(Small with { Seed = 6 }));
    }

    [Fact]
    public void Every_kind_of_garment_hair_body_and_street_looks_its_own() => Assert.All(
        (IEnumerable<FigureScene>[])
        [
            Enum.GetValues<TopKind>().Select(kind => Small with { Attire = new Separates(new(kind, 0x8A2A3A), new(BelowKind.Jeans, 0x3A5580)) }),
            Enum.GetValues<BelowKind>().Select(kind => Small with { Attire = new Separates(new(TopKind.TShirt, 0x8A2A3A), new(kind, 0x3A5580)) }),
            Enum.GetValues<DressKind>().Select(kind => Small with { Attire = new InOnePiece(new(kind, 0x8A2A3A)) }),
            Enum.GetValues<OverKind>().Select(kind => Small with { Over = new(kind, 0x49523A) }),
            Enum.GetValues<ShoeKind>().Select(kind => Small with { Shoes = new(kind, 0x7A4A2A) }),
            Enum.GetValues<HairKind>().Select(kind => Small with { Hair = kind }),
            Enum.GetValues<BodyKind>().Select(kind => Small with { Body = kind }),
            Enum.GetValues<StreetKind>().Select(kind => Small with { Street = kind }),
            Enum.GetValues<ArmKind>().Select(kind => Small with { Arm = kind }),
        ],
        scenes =>
        {
            string[] pictures = [.. scenes.Select(scene => Convert.ToHexString(Pixels(scene)))];
            Assert.Distinct(pictures);
        });

    [Fact]
    public void A_hand_stays_out_of_a_pocket_that_is_not_there()
    {
        var dressed = Small with { Attire = new InOnePiece(new(DressKind.Summer, 0x8A2A3A)) };

        Assert.Equal(Pixels(dressed), Pixels(dressed with { Arm = ArmKind.InPocket }));
        Assert.NotEqual(Pixels(Small), Pixels(Small with { Arm = ArmKind.InPocket }));
    }

    [Theory]
    [InlineData(63, 144)]
    [InlineData(96, 8193)]
    public void A_side_outside_of_64_to_8192_pixels_is_refused(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FigurePainter.Paint(Small with { Width = width, Height = height }));

    [Fact]
    public void Somebody_in_a_sweater_and_jeans_is_seen_as_such()
    {
        var reading = Read(Small with { Attire = new Separates(new(TopKind.Sweater, 0xB0343C), new(BelowKind.Jeans, 0x34466A)) });

        Assert.NotNull(reading.Style);
        Assert.All(reading.Garments, garment => Assert.Equal(0, garment.Person));
        // Taken for one first, be it stated or not.
        var sweater = Assert.Single(reading.Garments, garment => garment.Type == "sweater"
            || (garment.Type == Verdict.Unclear && garment.Alternatives[0].Type == "sweater"));
        Assert.Equal("red", sweater.Colour);
    }

    [Fact]
    public void Somebody_in_a_flowered_dress_is_seen_as_such()
    {
        var reading = Read(Small with { Attire = new InOnePiece(new(DressKind.Summer, 0x8A2A3A, GarmentPattern.Floral, 0xF0DADA)) });

        Assert.NotNull(reading.Style);
        var dress = Assert.Single(reading.Garments, garment => garment.Type == "dress");
        Assert.Equal("floral", dress.Pattern);
    }

    PhotoReading Read(FigureScene scene)
    {
        var drawn = FigurePainter.Paint(scene with { Width = 480, Height = 720 });
        byte[] file = PhotoEncoder.Encode(new PixelImage(drawn.Width, drawn.Height, drawn.Pixels), PhotoFormat.Jpeg, quality: 90);
        return new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos).Analyze(file, "figure.jpg");
    }

    static byte[] Pixels(FigureScene scene) => FigurePainter.Paint(scene).Pixels;
}
