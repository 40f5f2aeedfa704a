using Drape.Garments;
using Drape.Imaging;

namespace Drape.Tests.Garments;

public sealed class GarmentFinderTests
{
    [Fact]
    public void A_persons_groups_are_garments_and_skin_and_hair_are_not()
    {
        var found = new Scene().WithPerson(36).Find();

        Assert.Equal([Scene.Trousers, Scene.Shirt, Scene.Footwear], found.Select(g => g.Group));
        Assert.All(found, g => Assert.Equal(0, g.Person));
    }

    [Fact]
    public void A_box_is_the_rectangle_around_the_garments_pixels()
    {
        var shirt = new Scene().WithPerson(36).Find().Single(g => g.Group == Scene.Shirt);

        Assert.Equal(new PixelBox(38, 26, 20, 40), shirt.Box(96, 144));
        Assert.Equal(new PixelBox(76, 52, 40, 80), shirt.Box(192, 288));
    }

    [Fact]
    public void A_crop_has_an_eighth_of_the_box_around_it_and_stays_inside_the_photo()
    {
        var found = new Scene().WithPerson(36).With(Scene.Bag, 0, 60, 32, 40).Find();

        Assert.Equal(new PixelBox(36, 21, 24, 50), found.Single(g => g.Group == Scene.Shirt).Crop(96, 144));
        Assert.Equal(new PixelBox(0, 55, 36, 50), found.Single(g => g.Group == Scene.Bag).Crop(96, 144));
    }

    [Fact]
    public void A_pair_of_shoes_is_one_garment()
    {
        var shoes = new Scene().WithPerson(36).Find().Single(g => g.Group == Scene.Footwear);

        Assert.Equal(new PixelBox(38, 122, 20, 10), shoes.Box(96, 144));
    }

    [Fact]
    public void A_speck_of_a_garments_group_does_not_widen_its_box()
    {
        var shirt = new Scene().WithPerson(36).With(Scene.Shirt, 46, 110, 3, 3).Find().Single(g => g.Group == Scene.Shirt);

        Assert.Equal(new PixelBox(38, 26, 20, 40), shirt.Box(96, 144));
    }

    [Theory]
    [InlineData(0.5f, 0)]
    [InlineData(8, 1)]
    public void A_garment_that_the_parser_is_not_sure_of_is_left_out(float sureness, int bags)
    {
        var found = new Scene().WithPerson(36).With(Scene.Bag, 58, 60, 12, 16, sureness).Find();

        Assert.Equal(bags, found.Count(g => g.Group == Scene.Bag));
    }

    [Fact]
    public void Who_wears_nothing_that_can_be_told_is_not_the_main_person()
    {
        // The nearer one in the middle is wrapped in what the parser has no name for.
        var found = new Scene(width: 192).WithPerson(150).With(Scene.Hair, 80, 4, 16, 12).With(Scene.Skin, 70, 16, 40, 120).Find();

        Assert.NotEmpty(found);
        Assert.All(found, g => Assert.Equal(0, g.Person));
    }

    [Theory]
    [InlineData(0.9f, 0)] // as probable as 0.29
    [InlineData(1.4f, 1)] // as probable as 0.40
    public void Of_the_most_of_what_somebody_wears_less_sureness_is_asked(float sureness, int shirts)
    {
        var found = new Scene().WithPerson(36).With(Scene.Shirt, 38, 26, 20, 40, sureness).Find();

        Assert.Equal(shirts, found.Count(g => g.Group == Scene.Shirt));
    }

    [Fact]
    public void Of_a_small_thing_that_is_not_enough()
    {
        var found = new Scene().WithPerson(36).With(Scene.Shirt, 38, 26, 20, 40, sureness: 8).With(Scene.Bag, 58, 60, 12, 16, sureness: 1.4f).Find();

        Assert.DoesNotContain(found, g => g.Group == Scene.Bag);
    }

    [Theory]
    [InlineData(2.2f, 0.5, 1)] // as probable as 0.6
    [InlineData(2.2f, 0.75, 0)]
    [InlineData(8, 0.75, 1)]
    public void A_group_may_ask_for_more_sureness_than_the_others(float sureness, double threshold, int bags)
    {
        var found = new Scene(bags: threshold).WithPerson(36).With(Scene.Bag, 58, 60, 12, 16, sureness).Find();

        Assert.Equal(bags, found.Count(g => g.Group == Scene.Bag));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, null)] // three things may lie on a bed, and a hand beside them
    public void Who_wears_four_things_at_once_is_somebody_even_without_a_head(bool withBag, int? person)
    {
        var scene = new Scene().With(Scene.Shirt, 38, 10, 20, 40).With(Scene.Trousers, 40, 50, 16, 56).With(Scene.Skin, 45, 50, 5, 5)
            .With(Scene.Footwear, 38, 106, 20, 8);

        var found = (withBag ? scene.With(Scene.Bag, 58, 40, 12, 16) : scene).Find();

        Assert.All(found, g => Assert.Equal(person, g.Person));
        Assert.Equal(withBag, found.Select(g => g.Group).Contains(Scene.Shirt));
    }

    [Fact]
    public void Who_is_seen_from_the_waist_down_is_somebody()
    {
        var found = new Scene().With(Scene.Trousers, 40, 0, 16, 100).With(Scene.Footwear, 38, 100, 20, 12).Find();

        Assert.Equal([(Scene.Trousers, 0), (Scene.Footwear, 0)], found.Select(g => (g.Group!, g.Person!.Value)));
    }

    [Theory]
    [InlineData(4, 100)] // nothing goes on beyond the photo
    [InlineData(0, 20)] // shoes beside the upper part, as on a floor
    public void Trousers_that_lie_with_shoes_are_nobody(int top, int shoes)
    {
        var found = new Scene().With(Scene.Trousers, 40, top, 16, 100).With(Scene.Footwear, 60, shoes, 20, 12).Find();

        Assert.NotEmpty(found);
        Assert.All(found, g => Assert.Null(g.Person));
    }

    [Fact]
    public void Two_people_who_touch_are_told_apart_by_their_heads()
    {
        var found = new Scene(width: 160).WithPerson(48).WithPerson(72).Find();

        Assert.Equal([0, 0, 0, 1, 1, 1], found.Select(g => g.Person));
        Assert.Equal([50, 74], found.Where(g => g.Group == Scene.Shirt).Select(g => g.Box(160, 144).X).Order());
    }

    [Fact]
    public void The_main_person_is_the_one_nearest_to_the_middle()
    {
        var found = new Scene(width: 240).WithPerson(4).WithPerson(110).Find();

        Assert.Equal(112, found.First(g => g.Group == Scene.Shirt).Box(240, 144).X);
    }

    [Theory]
    [InlineData(60, 20, 1)]
    [InlineData(84, 42, 2)]
    public void Hair_that_the_photos_upper_edge_cuts_off_is_one_head_unless_it_is_far_apart(int width, int apart, int people)
    {
        int middle = 48, left = middle - width / 2;
        var found = new Scene().With(Scene.Shirt, left, 4, width, 60).With(Scene.Skin, left, 0, width, 4).With(Scene.Trousers, left, 64, width, 26)
            .With(Scene.Hair, middle - apart / 2 - 2, 0, 4, 24).With(Scene.Hair, middle + apart / 2 - 2, 0, 4, 24).Find();

        Assert.Equal(people, found.Select(g => g.Person).Distinct().Count());
    }

    [Fact]
    public void Hair_on_both_sides_of_a_face_is_one_head()
    {
        // The face parts the hair of the person itself, too.
        var found = new Scene().WithPerson(36).With(Scene.Hair, 40, 12, 4, 20).With(Scene.Skin, 44, 12, 8, 14).With(Scene.Hair, 52, 12, 4, 20).Find();

        Assert.All(found, g => Assert.Equal(0, g.Person));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.4)]
    public void A_child_beside_somebody_is_a_person_of_its_own(double size)
    {
        var found = new Scene().WithPerson(30).WithPerson(66, Feet(size), size).Find();

        Assert.Equal([0, 0, 0, 1, 1, 1], found.Select(g => g.Person));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.4)]
    public void A_child_at_somebodys_hand_wears_its_own_clothes(double size)
    {
        var found = HandInHand(size).Find();

        Assert.Equal([0, 0, 0, 1, 1, 1], found.Select(g => g.Person));
        Assert.All(found.Where(g => g.Person == 0), g => Assert.InRange(Right(g), 46, 54));
        Assert.All(found.Where(g => g.Person == 1), g => Assert.InRange(g.Box(96, 144).X, 54, 60));
    }

    [Fact]
    public void What_is_above_a_child_is_somebody_elses()
    {
        var found = HandInHand(0.5).With(Scene.Shirt, 50, 26, 20, 40).Find();

        Assert.Equal(70, Right(found.Single(g => g is { Group: Scene.Shirt, Person: 0 })));
    }

    [Fact]
    public void A_child_is_not_as_wide_as_who_holds_its_hand()
    {
        // Halfway between their heads is column 51; by their sizes they meet at 55.
        var found = HandInHand(0.4).With(Scene.Trousers, 46, 90, 14, 20).Find();

        Assert.InRange(Right(found.Single(g => g is { Group: Scene.Trousers, Person: 0 })), 53, 56);
    }

    [Fact]
    public void Of_whom_the_photo_cuts_off_nobody_smaller_is_told_at_the_hand_either() =>
        Assert.All(HandInHand(0.5, height: 120).Find(), g => Assert.Equal(0, g.Person));

    [Fact]
    public void Whose_own_head_is_not_seen_keeps_what_they_wear_beside_two_children()
    {
        int feet = Feet(0.5);
        var found = new Scene(width: 144).WithPerson(60).With(Scene.Shirt, 66, 12, 12, 16).WithPerson(86, feet, 0.5).WithPerson(46, feet, 0.5)
            .With(Scene.Skin, 82, 56, 5, feet - 40).With(Scene.Skin, 57, 56, 4, feet - 40).Find();

        Assert.Equal(12, found.First(g => g.Group == Scene.Shirt).Box(144, 144).Y);
    }

    [Fact]
    public void A_doll_in_somebodys_hand_is_nobody() =>
        Assert.All(HandInHand(0.25).Find(), g => Assert.Equal(0, g.Person));

    static Scene HandInHand(double size, int height = 144) =>
        new Scene(height: height).WithPerson(30).WithPerson(56, Feet(size), size).With(Scene.Skin, 52, 56, 5, Feet(size) - 40);

    static int Right(FoundGarment garment) => garment.Box(96, 144).X + garment.Box(96, 144).Width;

    [Theory]
    [InlineData(0.4, 60)]
    [InlineData(0.25, 102)]
    public void Who_passes_by_farther_off_is_nobody_to_tell_of(double size, int y) =>
        Assert.All(new Scene().WithPerson(30).WithPerson(66, y, size).Find(), g => Assert.Equal(0, g.Person));

    [Fact]
    public void Who_is_less_tall_than_a_small_child_is_nobody_to_tell_of() => Assert.All(new Scene().WithPerson(30)
        .With(Scene.Hair, 72, 106, 8, 6).With(Scene.Skin, 72, 112, 8, 8).With(Scene.Shirt, 66, 120, 20, 12).Find(), g => Assert.Equal(0, g.Person));

    [Fact]
    public void What_is_as_tall_as_a_child_but_far_thinner_is_nobody_to_tell_of() => Assert.All(new Scene().WithPerson(30)
        .With(Scene.Hair, 74, 82, 3, 4).With(Scene.Skin, 74, 86, 3, 6).With(Scene.Shirt, 74, 92, 3, 20).With(Scene.Trousers, 74, 112, 3, 20).Find(),
        g => Assert.Equal(0, g.Person));

    [Fact]
    public void Of_whom_the_photo_cuts_off_the_feet_nobody_smaller_is_told() =>
        Assert.All(new Scene(height: 100).WithPerson(30).WithPerson(66, 60, 0.4).Find(), g => Assert.Equal(0, g.Person));

    [Fact]
    public void A_bag_that_looks_like_hair_has_no_face() =>
        Assert.All(WideSkirt().With(Scene.Hair, 58, 72, 12, 12).Find(), g => Assert.Equal(0, g.Person));

    [Fact]
    public void What_hangs_from_an_arm_is_nobodys_head() =>
        Assert.All(WideSkirt().With(Scene.Skin, 54, 26, 14, 46).With(Scene.Hair, 58, 72, 12, 12).With(Scene.Skin, 58, 84, 12, 8).Find(),
            g => Assert.Equal(0, g.Person));

    static Scene WideSkirt() => new Scene().WithPerson(30).With(Scene.Trousers, 34, 80, 36, 52);

    [Theory]
    [InlineData(4, 1)]
    [InlineData(20, 0)]
    public void What_lies_too_far_from_somebody_is_not_theirs(int apart, int bags) =>
        Assert.Equal(bags, new Scene().WithPerson(30).With(Scene.Bag, 54 + apart, 80, 12, 12).Find().Count(g => g.Group == Scene.Bag));

    [Fact]
    public void A_part_of_a_garment_that_an_arm_cuts_off_belongs_to_it()
    {
        var shirt = new Scene().WithPerson(30).With(Scene.Skin, 46, 26, 3, 40).Find().Single(g => g.Group == Scene.Shirt).Box(96, 144);

        Assert.Equal((32, 52), (shirt.X, shirt.X + shirt.Width));
    }

    /// <summary>Where somebody smaller begins who stands on the ground of a whole person.</summary>
    static int Feet(double size) => 12 + 120 - (int)Math.Round(size * 120);

    [Fact]
    public void A_shoe_that_the_leg_does_not_reach_belongs_to_its_person()
    {
        var found = new Scene().WithPerson(36).With(Scene.Background, 0, 120, 96, 2).Find();

        Assert.Contains(found, g => g.Group == Scene.Footwear && g.Person == 0);
    }

    [Fact]
    public void Without_a_person_all_that_is_not_background_is_one_garment()
    {
        var garment = Assert.Single(new Scene().With(Scene.Shirt, 20, 30, 50, 40).With(Scene.Trousers, 30, 40, 20, 20).Find());

        Assert.Equal(new PixelBox(20, 30, 50, 40), garment.Box(96, 144));
        Assert.Null(garment.Person);
    }

    [Theory]
    [InlineData(2.4f, 60)] // the three together are as probable as 0.83
    [InlineData(0.5f, 30)] // as 0.34
    public void What_several_groups_share_is_shown_though_none_of_them_beats_the_ground(float sureness, int height)
    {
        var garment = Assert.Single(new Scene().With(Scene.Shirt, 20, 30, 50, 30).With(new PixelBox(20, 60, 50, 30),
            (Scene.Background, 2.5f), (Scene.Shirt, sureness), (Scene.Trousers, sureness), (Scene.Bag, sureness)).Find());

        Assert.Equal(new PixelBox(20, 30, 50, height), garment.Box(96, 144));
    }

    [Theory]
    [InlineData(2.5f, 56)] // the sleeve is a shirt nearly as probably as a bag
    [InlineData(0.5f, 40)]
    public void A_part_that_is_nearly_as_probably_a_larger_things_goes_with_it(float shirt, int height)
    {
        var found = new Scene().WithPerson(36).With(new PixelBox(38, 66, 12, 16), (Scene.Bag, 3), (Scene.Shirt, shirt)).Find();

        Assert.Equal(height, found.Single(g => g.Group == Scene.Shirt).Box(96, 144).Height);
        Assert.Equal(height == 40, found.Any(g => g.Group == Scene.Bag));
    }

    [Fact]
    public void Two_shoes_on_the_floor_are_one_garment()
    {
        var garment = Assert.Single(new Scene().With(Scene.Footwear, 10, 30, 20, 40).With(Scene.Footwear, 50, 34, 20, 40).Find());

        Assert.Equal(new PixelBox(10, 30, 60, 44), garment.Box(96, 144));
    }

    [Fact]
    public void A_shirt_and_trousers_side_by_side_on_the_floor_are_two_garments()
    {
        var found = new Scene().With(Scene.Shirt, 8, 30, 40, 60).With(Scene.Trousers, 56, 30, 24, 80).Find();

        Assert.Equal([Scene.Shirt, Scene.Trousers], found.Select(g => g.Group));
    }

    [Theory]
    [InlineData(50, 40, 2)]
    [InlineData(50, 14, 1)] // too small to be a thing of its own
    [InlineData(41, 40, 1)] // so near that something dark may part it
    public void Two_shirts_apart_on_the_floor_are_two_garments(int left, int height, int garments)
    {
        var found = new Scene().With(Scene.Shirt, 8, 30, 30, 40).With(Scene.Shirt, left, 30, 30, height).Find();

        Assert.Equal(garments, found.Count);
        Assert.All(found, g => Assert.Null(g.Person));
    }

    [Fact]
    public void What_comes_in_pairs_is_one_garment_however_far_apart_it_lies() =>
        Assert.Single(new Scene().With(Scene.Footwear, 8, 30, 20, 40).With(Scene.Footwear, 68, 30, 20, 40).Find());

    [Fact]
    public void What_goes_on_beyond_the_photo_on_both_sides_is_no_two_garments() =>
        Assert.Single(new Scene().With(Scene.Shirt, 0, 30, 30, 40).With(Scene.Shirt, 66, 30, 30, 40).Find());

    [Fact]
    public void A_thing_that_lies_apart_is_one_even_where_nobody_knows_what_it_is()
    {
        // Half of it a shirt, half of it trousers.
        var found = new Scene().With(Scene.Shirt, 8, 30, 30, 40).With(Scene.Shirt, 55, 30, 30, 20).With(Scene.Trousers, 55, 50, 30, 20).Find();

        Assert.Equal([Scene.Shirt, null], found.Select(g => g.Group));
        Assert.Equal(new PixelBox(55, 30, 30, 40), found[1].Box(96, 144));
    }

    [Fact]
    public void Of_garments_on_the_floor_the_hint_is_as_sure_as_the_parser_was()
    {
        var found = new Scene().With(Scene.Shirt, 8, 30, 40, 60).With(Scene.Trousers, 56, 30, 24, 80, sureness: 3).Find();

        // Six other groups have the logit 0.
        double expected = Math.Exp(3) / (Math.Exp(3) + 6);
        Assert.Equal([Math.Exp(8) / (Math.Exp(8) + 6), expected], found.Select(g => g.Hint!.Confidence), (a, b) => Math.Abs(a - b) < 0.001);
    }

    [Fact]
    public void A_photo_of_nothing_but_background_shows_no_garment() =>
        Assert.Empty(new Scene().With(Scene.Shirt, 40, 40, 4, 4).Find());

    [Fact]
    public void A_face_alone_is_a_person_without_garments() =>
        Assert.Empty(new Scene().With(Scene.Hair, 20, 10, 50, 20).With(Scene.Skin, 20, 30, 50, 60).Find());

    [Fact]
    public void A_mask_is_full_inside_the_garment_and_empty_outside()
    {
        var mask = new Scene().WithPerson(36).Find().Single(g => g.Group == Scene.Shirt).Mask;

        Assert.Equal(1, mask.At(48f / 96, 40f / 144));
        Assert.Equal(0, mask.At(48f / 96, 90f / 144));
        Assert.Equal(0, mask.At(10f / 96, 40f / 144));
    }
}
