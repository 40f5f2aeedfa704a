using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;

namespace Drape.Tests.Garments;

/// <summary>At which look each garment of a photo is read.</summary>
public sealed class SceneReaderTests : IDisposable
{
    static readonly PixelImage _picture = Drawn.Noisy(120, 160);
    static readonly Mask _mask = new(1, 1, [byte.MaxValue]);
    static readonly PixelBox _upper = new(20, 10, 60, 60), _lower = new(20, 80, 60, 70);

    readonly ModelCatalog _catalog = ModelCatalog.Open(precision: Precision.Float32);
    readonly GarmentReader _reader;
    readonly SceneReader _scenes;

    public SceneReaderTests()
    {
        _reader = new GarmentReader(_catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto));
        _scenes = new SceneReader(_reader);
    }

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void What_a_shop_shows_on_somebody_is_read_from_the_whole_picture_and_the_rest_as_what_is_beside_it()
    {
        FoundGarment main = Worn(_upper, WholesType()), beside = Small("jeans");

        var read = _scenes.Read(_picture, [main, beside], plain: true, product: false);

        Same(Whole(_picture, main), read[0]);
        Same(Crop(_picture, beside, GarmentScene.Beside), read[1]);
    }

    [Fact]
    public void Where_the_whole_picture_shows_another_thing_than_the_main_one_that_is_read_by_itself()
    {
        // Wide blue stripes, of which the parser saw where one ends, and took that for what the whole shows least.
        var picture = Drawn.Picture(120, 160, (x, y) => y % 80 < 40 ? Drawn.Blue : Drawn.White);
        string least = Whole(picture, null).Type.Ranked[^1].Class;
        var main = new FoundGarment(new TypeHint("group", 0.01, TypeHintTests.Shares(least)), 0, _mask, new PixelBox(0, 30, 60, 20), 120, 160);
        Assert.NotEqual(Whole(picture, main).Type.Best.Class, Crop(picture, main, GarmentScene.Modelled).Type.Best.Class);

        var read = _scenes.Read(picture, [main, Small("jeans")], plain: true, product: false);

        Same(Crop(picture, main, GarmentScene.Modelled), read[0]);
    }

    [Fact]
    public void A_thing_for_sale_before_a_busy_ground_is_read_by_itself()
    {
        var main = Worn(_upper, WholesType());

        Same(Crop(_picture, main, GarmentScene.Modelled), _scenes.Read(_picture, [main], plain: false, product: true)[0]);
    }

    [Fact]
    public void In_the_street_everything_is_worn()
    {
        FoundGarment[] places = [Uncut(Worn(_upper, "shirt")), Uncut(Worn(_lower, "jeans"))];

        Assert.All(places.Zip(_scenes.Read(_picture, places, plain: false, product: false)), seen => Same(Crop(_picture, seen.First, GarmentScene.Worn), seen.Second));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_whom_a_part_is_seen_everything_is_cut(bool plain)
    {
        FoundGarment[] places = [Uncut(Worn(_upper, "shirt")), Worn(_lower, "jeans")];

        Assert.All(places.Zip(_scenes.Read(_picture, places, plain, product: false)), seen => Same(Crop(_picture, seen.First, GarmentScene.Cut), seen.Second));
    }

    [Fact]
    public void Who_is_seen_from_head_to_foot_is_so_beside_somebody_of_whom_a_part_is_seen()
    {
        FoundGarment[] places = [Uncut(Worn(_upper, "shirt")), Worn(_lower, "jeans") with { Person = 1 }, Uncut(Worn(_lower, "jeans"))];

        var read = _scenes.Read(_picture, places, plain: false, product: false);

        Assert.All(places.Zip(read), seen => Same(Crop(_picture, seen.First, seen.First.Person == 1 ? GarmentScene.Cut : GarmentScene.Worn), seen.Second));
    }

    [Fact]
    public void An_outfit_before_a_plain_ground_is_worn_too()
    {
        FoundGarment[] places = [Uncut(Worn(_upper, "shirt")), Uncut(Worn(_lower, "jeans"))];

        Assert.All(places.Zip(_scenes.Read(_picture, places, plain: true, product: false)), seen => Same(Crop(_picture, seen.First, GarmentScene.Worn), seen.Second));
    }

    [Theory]
    [InlineData(139, GarmentScene.Cut, GarmentScene.Cut)]
    [InlineData(140, GarmentScene.Shop, GarmentScene.Beside)]
    public void A_picture_is_about_a_garment_that_takes_seven_tenths_of_what_is_worn_in_it(byte share, GarmentScene scene, GarmentScene beside)
    {
        FoundGarment main = Worn(_upper, WholesType()) with { Mask = new Mask(1, 1, [share]) };
        FoundGarment[] places = [main, Worn(_lower, "jeans") with { Mask = new Mask(1, 1, [(byte)(200 - share)]) }];

        var read = _scenes.Read(_picture, places, plain: true, product: false);

        Assert.Equal([scene, beside], read.Select(v => v.Scene));
    }

    [Fact]
    public void Who_is_seen_from_head_to_foot_wears_an_outfit_however_much_of_it_one_garment_is()
    {
        FoundGarment[] places = [Uncut(Worn(_upper, WholesType())), Uncut(Small("jeans"))];

        Assert.All(_scenes.Read(_picture, places, plain: true, product: false), read => Assert.Equal(GarmentScene.Worn, read.Scene));
    }

    [Fact]
    public void Of_a_product_that_is_seen_whole_the_rest_is_worn_as_in_the_street()
    {
        FoundGarment[] places = [Uncut(Worn(_upper, WholesType())), Uncut(Small("jeans"))];

        Assert.Equal([GarmentScene.Shop, GarmentScene.Worn], _scenes.Read(_picture, places, plain: true, product: true).Select(v => v.Scene));
    }

    [Fact]
    public void Of_an_outfit_that_is_for_sale_the_main_garment_is_read_by_itself_as_a_product()
    {
        FoundGarment[] places = [Worn(_upper, "shirt"), Worn(_lower, "jeans")];

        var read = _scenes.Read(_picture, places, plain: true, product: true);

        Same(Crop(_picture, places[0], GarmentScene.Modelled), read[0]);
        Same(Crop(_picture, places[1], GarmentScene.Beside), read[1]);
    }

    [Theory]
    [InlineData(false, GarmentScene.Lying)]
    [InlineData(true, GarmentScene.Shop)]
    internal void Things_beside_each_other_lie_on_a_floor_or_before_a_shops_ground(bool plain, GarmentScene scene)
    {
        FoundGarment[] places = [Lying(_upper), Lying(_lower)];

        Assert.All(places.Zip(_scenes.Read(_picture, places, plain, product: true)), seen => Same(Crop(_picture, seen.First, scene), seen.Second));
    }

    [Fact]
    public void Where_nothing_was_found_nothing_is_read() => Assert.Empty(_scenes.Read(_picture, [], plain: true, product: true));

    string WholesType() => Whole(_picture, null).Type.Best.Class;

    GarmentVerdicts Whole(PixelImage picture, FoundGarment? place) => _reader.Read(picture, [picture.Whole], [place?.Hint], GarmentScene.Shop)[0];

    GarmentVerdicts Crop(PixelImage picture, FoundGarment place, GarmentScene scene) =>
        _reader.Read(picture, [place.Crop(picture.Width, picture.Height)], [place.Hint], scene)[0];

    static FoundGarment Worn(PixelBox box, string type) =>
        new(new TypeHint("group", 0.8, TypeHintTests.Shares(type)), 0, _mask, box, _picture.Width, _picture.Height);

    /// <summary>What hardly shows beside the other things.</summary>
    static FoundGarment Small(string type) => Worn(_lower, type) with { Mask = new Mask(1, 1, [20]) };

    /// <summary>The same in the middle of the picture.</summary>
    static FoundGarment Uncut(FoundGarment place) => place with { Mask = new Mask(1, 3, [0, place.Mask.Values[0], 0]) };

    static FoundGarment Lying(PixelBox box) => new(null, null, _mask, box, _picture.Width, _picture.Height);

    static void Same(GarmentVerdicts expected, GarmentVerdicts read)
    {
        Assert.Equal(expected.ByHead.Select(h => (h.Key, h.Value.Stated)), read.ByHead.Select(h => (h.Key, h.Value.Stated)));
        Assert.Equal(expected.Scene, read.Scene);
        Assert.Equal(expected.Embedding!, read.Embedding!, (a, b) => Math.Abs(a - b) < 1e-4f);
    }
}
