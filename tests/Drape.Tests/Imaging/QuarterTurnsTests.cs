using Drape.Imaging;
using FsCheck;
using FsCheck.Fluent;

namespace Drape.Tests.Imaging;

public sealed class QuarterTurnsTests
{
    // Two columns, three rows: a b / c d / e f.
    static readonly char[] s_letters = ['a', 'b', 'c', 'd', 'e', 'f'];

    [Theory]
    [InlineData(0, "abcdef")]
    [InlineData(1, "ecafdb")]
    [InlineData(2, "fedcba")]
    [InlineData(3, "bdface")]
    [InlineData(-1, "bdface")]
    [InlineData(5, "ecafdb")]
    public void Quarters_turn_clockwise(int quarters, string turned) =>
        Assert.Equal(turned, new string(QuarterTurns.Turn<char>(s_letters, 2, 1, quarters)));

    [Fact]
    public void A_picture_turned_there_and_back_is_as_it_was() =>
        Prop.ForAll<byte, byte, int>((wide, high, quarters) =>
        {
            int width = 1 + (wide % 9), height = 1 + (high % 9);
            var picture = Drawn.Picture(width, height, (x, y) => ((byte)x, (byte)y, (byte)(x * y)));

            var back = picture.Turned(quarters).Turned(-quarters);

            return (back.Width, back.Height) == (width, height) && back.Pixels.SequenceEqual(picture.Pixels);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_box_turns_with_what_it_is_around() =>
        Prop.ForAll<byte, byte, int>((left, top, quarters) =>
        {
            var box = new PixelBox(left % 7, top % 5, 3, 2);
            var mask = new Mask(10, 7, [.. Enumerable.Range(0, 70).Select(i =>
                i % 10 >= box.X && i % 10 < box.X + box.Width && i / 10 >= box.Y && i / 10 < box.Y + box.Height ? byte.MaxValue : (byte)0)]);

            return mask.Turned(quarters).Bounds() == box.Turned(10, 7, quarters);
        }).QuickCheckThrowOnFailure();
}
