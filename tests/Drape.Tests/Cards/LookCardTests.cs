using Drape.Cards;
using Drape.Colours;
using Drape.Imaging;

namespace Drape.Tests.Cards;

public sealed class LookCardTests
{
    static readonly LookCard Card = new()
    {
        Photo = Plain(300, 400, 200, 30, 30),
        Style = "Business casual",
        Author = "by Ann",
        Score = 79,
        ScoreName = "Clarity of the look",
        Palette = [new NamedColour("navy", "#1f2a4d", 0.75, "navy"), new NamedColour("white", "#f0efec", 0.25, "white")],
        PaletteNames = "navy · white",
    };

    [Fact]
    public void It_has_the_size_that_previews_of_links_have()
    {
        var drawn = Card.Draw();

        Assert.Equal((LookCard.Width, LookCard.Height), (drawn.Width, drawn.Height));
    }

    [Fact]
    public void The_photo_fills_its_side_and_the_palette_has_its_shares()
    {
        var drawn = Card.Draw();

        Assert.Equal([200, 30, 30], drawn[10, 10].ToArray());
        Assert.Equal([200, 30, 30], drawn[510, 620].ToArray());
        Assert.Equal([0x1F, 0x2A, 0x4D], drawn[700, 550].ToArray());
        Assert.Equal([0xF0, 0xEF, 0xEC], drawn[1100, 550].ToArray());
    }

    [Theory]
    [InlineData("Business casual")]
    [InlineData("비즈니스 캐주얼")]
    [InlineData("A style with a name that is longer than anybody would have thought it could be")]
    public void Whatever_is_written_stays_on_the_card(string style)
    {
        var drawn = (Card with { Style = style, Author = new string('W', 200) }).Draw();

        for (int y = 0; y < drawn.Height; y++)
        {
            for (int x = drawn.Width - 60; x < drawn.Width; x++)
            {
                Assert.Equal([0xFA, 0xF7, 0xF2], drawn[x, y].ToArray());
            }
        }
    }

    [Fact]
    public void Words_are_written_in_the_fonts_that_come_along()
    {
        // In any other font the same words have another width.
        Assert.NotEqual(LabelText.Render("Business", 60, "No such font,", "").Width, CardText.Title("Business", 60, 2000).Width);
        Assert.NotEqual(LabelText.Render("비즈니스", 60, "No such font,", "").Width, CardText.Name("비즈니스", 60, 2000).Width);
        Assert.NotEqual(CardText.Name("Business", 60, 2000).Width, CardText.Title("Business", 60, 2000).Width);
    }

    [Fact]
    public void What_no_font_can_write_is_left_out() => Assert.Equal(
        CardText.Name("Ann", 40, 2000).Width, CardText.Name("🌸Ann\u202E", 40, 2000).Width);

    [Fact]
    public void What_is_no_font_is_refused() => Assert.Throws<InvalidDataException>(() => PlainFont.Unpack(new byte[100]));

    static PixelImage Plain(int width, int height, byte red, byte green, byte blue)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.Length; i += 3)
        {
            (pixels[i], pixels[i + 1], pixels[i + 2]) = (red, green, blue);
        }

        return new PixelImage(width, height, pixels);
    }
}
