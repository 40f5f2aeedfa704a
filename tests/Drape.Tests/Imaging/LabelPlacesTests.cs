using Drape.Imaging;

namespace Drape.Tests.Imaging;

public sealed class LabelPlacesTests
{
    static readonly PixelImage Paper = Drawn.Picture(400, 300, (_, _) => (128, 128, 128));
    static readonly (int Width, int Height) Label = (90, 20);

    [Fact]
    public void On_a_large_garment_a_label_lies_in_its_middle()
    {
        var garment = new PixelBox(100, 60, 200, 180);

        var place = Places([new(garment, "coat", Whole(garment), 0)])[0];

        Assert.InRange(place.X + place.Width / 2, 190, 210);
        Assert.InRange(place.Y + place.Height / 2, 140, 160);
    }

    [Fact]
    public void What_is_small_is_not_hidden_by_its_own_label()
    {
        var small = new PixelBox(180, 140, 30, 12);

        Assert.Equal(0, Shared(Places([new(small, "eyewear", Whole(small), 0)])[0], small));
    }

    [Fact]
    public void A_label_does_not_lie_on_what_another_figure_wears()
    {
        // Between the two there is no room; left of the first there is.
        var (first, second) = (new PixelBox(130, 40, 40, 220), new PixelBox(180, 40, 200, 220));

        var places = Places([new(first, "trousers", Whole(first), 0), new(second, "coat", Whole(second), 1)]);

        Assert.Equal(0, Shared(places[0], second));
    }

    [Fact]
    public void A_label_prefers_what_its_own_figure_wears_to_what_another_does()
    {
        // It reaches over the belt on both sides; below lies what is its figure's, right of it what is another's.
        PixelBox belt = new(10, 130, 80, 8), skirt = new(0, 142, 100, 150), other = new(110, 0, 290, 300), top = new(0, 0, 100, 126);

        var places = Places([new(belt, "belt", Whole(belt), 0), new(skirt, "", Whole(skirt), 0), new(top, "", Whole(top), 0),
            new(other, "", Whole(other), 1)]);

        Assert.Equal(0, Shared(places[0], other));
    }

    [Fact]
    public void A_face_between_glasses_and_a_collar_stays_free()
    {
        // Below and above the glasses is the face; beside them there is room.
        PixelBox glasses = new(185, 60, 30, 10), coat = new(140, 110, 120, 180);

        var place = Places([new(glasses, "eyewear", Whole(glasses), 0), new(coat, "", Whole(coat), 0)])[0];

        Assert.Equal(0, Shared(place, new PixelBox(185, 72, 30, 36)));
    }

    [Fact]
    public void Only_a_label_that_does_not_lie_on_its_garment_is_led_to_it()
    {
        var garment = new PixelBox(100, 60, 200, 180);
        var places = new LabelPlaces(Paper, [new(garment, "coat", Whole(garment))]);

        Assert.Null(places.Nearest(0, new PixelBox(150, 100, 90, 20)));
        Assert.Equal(299, places.Nearest(0, new PixelBox(305, 100, 90, 20))!.Value.X);
    }

    [Fact]
    public void What_has_no_pixels_is_not_led_to()
    {
        var corner = new PixelBox(0, 299, 1, 1);
        var places = new LabelPlaces(Paper, [new(corner, "casual", new Mask(1, 1, [0]))]);
        var place = places.Find([Label], 3)[0]!.Value;

        Assert.Null(places.Nearest(0, place));
        Assert.InRange(place.Y + place.Height, 290, 300);
    }

    static PixelBox[] Places(Annotation[] annotations) => [.. new LabelPlaces(Paper, annotations)
        .Find([.. annotations.Select(a => a.Label.Length > 0 ? Label : ((int, int)?)null)], 3).OfType<PixelBox>()];

    static Mask Whole(PixelBox box)
    {
        byte[] values = new byte[400 * 300];
        for (int y = box.Y; y < box.Y + box.Height; y++)
        {
            values.AsSpan(y * 400 + box.X, box.Width).Fill(255);
        }

        return new Mask(400, 300, values);
    }

    static int Shared(PixelBox a, PixelBox b) =>
        Math.Max(0, Math.Min(a.X + a.Width, b.X + b.Width) - Math.Max(a.X, b.X))
        * Math.Max(0, Math.Min(a.Y + a.Height, b.Y + b.Height) - Math.Max(a.Y, b.Y));
}
