using Drape.Cli.Analyze;
using Drape.Cli.Terminal;

namespace Drape.Cli.Tests.Analyze;

public class ReportTests
{
    [Fact]
    public void A_block_tells_type_pattern_and_colours() => Expect("""
        a.jpg  3024 x 4032

          Type     t-shirt      97%   or polo 2%, top 1%
          Pattern  striped      91%
          Colour   navy         80%
                   navy         81%   #1f2a4d   midnight blue
                   white        19%   #f0eee8   off white

        """, writer => new BlockReport(writer, new Ink(ColourDepth.None)), Readings.Of("a.jpg", Readings.Shirt));

    [Fact]
    public void A_block_says_so_where_the_type_is_unclear() => Expect("""
        a.jpg  3024 x 4032

          Type     unclear     perhaps cardigan 41%, jacket 35%, blazer 10%
          Pattern  unclear
          Colour   navy         80%
                   navy         81%   #1f2a4d   midnight blue
                   white        19%   #f0eee8   off white

        """, writer => new BlockReport(writer, new Ink(ColourDepth.None)), Readings.Of("a.jpg", Readings.Unclear));

    [Fact]
    public void Several_garments_have_a_few_short_lines_each_under_the_outfits_style() => Expect("""
        a.jpg  3024 x 4032

          Style    rock         61%   or mode 20%, street 9%
                   formality 2.1, warmth 3.0

          t-shirt      97%   or polo 2%, top 1%
                      navy 80%, striped 91%   #1f2a4d 81%  #f0eee8 19%
                      Men, Apparel

          unclear     perhaps cardigan 41%, jacket 35%, blazer 10%
                      navy 80%, pattern unclear   #1f2a4d 81%  #f0eee8 19%

        """, writer => new BlockReport(writer, new Ink(ColourDepth.None)),
        Readings.Of("a.jpg", Worn(0, Readings.Shirt) with { Attributes = Words }, Worn(0, Readings.Unclear)) with
        {
            Style = Readings.Style,
        });

    [Fact]
    public void Garments_of_several_people_stand_under_the_one_who_wears_them()
    {
        var reading = Readings.Of("a.jpg", Worn(0, Readings.Shirt), Worn(1, Readings.Shirt), Readings.Shirt);

        string[] heads = [.. Text(writer => new BlockReport(writer, new Ink(ColourDepth.None)), reading).Split('\n')
            .Where(line => line.StartsWith("  Person", StringComparison.Ordinal) || line == "  Beside")];

        Assert.Equal(["  Person 1", "  Person 2", "  Beside"], heads);
    }

    [Fact]
    public void A_block_says_so_where_no_garment_was_found() => Expect("""
        a.jpg  3024 x 4032

          No garment was found.

        """, writer => new BlockReport(writer, new Ink(ColourDepth.None)), Readings.Of("a.jpg"));

    [Fact]
    public void What_only_a_catalog_has_a_word_for_is_told_by_it()
    {
        var reading = Readings.Of("a.jpg", Readings.Unclear with { Attributes = new Dictionary<string, string> { ["articleType"] = "Wallets" } });

        Assert.Contains("  Type     wallets        as a catalog has it\n",
            Text(writer => new BlockReport(writer, new Ink(ColourDepth.None)), reading), StringComparison.Ordinal);
        Assert.StartsWith("a.jpg  wallets  ",
            Text(writer => new LineReport(writer, new Ink(ColourDepth.None), ["a.jpg"]), reading), StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_says_how_a_photo_was_turned_to_be_read() => Assert.Contains("a.jpg  3024 x 4032, turned by 270° to be read\n",
        Text(writer => new BlockReport(writer, new Ink(ColourDepth.None)), Readings.Of("a.jpg", Readings.Shirt) with { Turned = 270 }),
        StringComparison.Ordinal);

    [Fact]
    public void A_single_garment_tells_its_catalog_words() => Assert.Contains("  Catalog  Men, Apparel\n",
        Text(writer => new BlockReport(writer, new Ink(ColourDepth.None)),
            Readings.Of("a.jpg", Readings.Shirt with { Attributes = Words })), StringComparison.Ordinal);

    [Fact]
    public void The_style_has_a_line_of_its_own_in_a_log() => Expect("""
        a.jpg  no garment
        a.jpg  style rock 61%             formality 2.1, warmth 3.0

        """, writer => new LineReport(writer, new Ink(ColourDepth.None), ["a.jpg"]),
        Readings.Of("a.jpg") with { Style = Readings.Style });

    [Fact]
    public void A_style_that_is_not_sure_is_unclear() => Assert.Contains(
        "  Style    unclear     perhaps rock 61%, mode 20%, street 9%\n",
        Text(writer => new BlockReport(writer, new Ink(ColourDepth.None)), Readings.Of("a.jpg") with
        {
            Style = Readings.Style with { Stated = "unclear" },
        }), StringComparison.Ordinal);

    [Fact]
    public void Lines_stand_in_columns() => Expect("""
        a.jpg         t-shirt 97%                striped 91%       navy 80%         navy #1f2a4d 81%  white #f0eee8 19%
        longer/b.jpg  unclear: cardigan?         unclear           navy 80%         navy #1f2a4d 81%  white #f0eee8 19%

        """, writer => new LineReport(writer, new Ink(ColourDepth.None), ["a.jpg", "longer/b.jpg"]),
        Readings.Of("a.jpg", Readings.Shirt), Readings.Of("longer/b.jpg", Readings.Unclear));

    [Fact]
    public void Lines_of_several_people_tell_who_wears_what_and_whose_the_style_is() => Expect("""
        a.jpg  person 1   t-shirt 97%                striped 91%       navy 80%         navy #1f2a4d 81%  white #f0eee8 19%
        a.jpg  person 2   unclear: cardigan?         unclear           navy 80%         navy #1f2a4d 81%  white #f0eee8 19%
        a.jpg  beside     t-shirt 97%                striped 91%       navy 80%         navy #1f2a4d 81%  white #f0eee8 19%
        a.jpg  person 1   style rock 61%             formality 2.1, warmth 3.0

        """, writer => new LineReport(writer, new Ink(ColourDepth.None), ["a.jpg"]),
        Readings.Of("a.jpg", Worn(0, Readings.Shirt), Worn(1, Readings.Unclear), Readings.Shirt) with { Style = Readings.Style });

    [Fact]
    public void A_block_of_several_people_tells_whose_the_style_is() => Assert.Contains(
        "           formality 2.1, warmth 3.0   of Person 1\n",
        Text(writer => new BlockReport(writer, new Ink(ColourDepth.None)),
            Readings.Of("a.jpg", Worn(0, Readings.Shirt), Worn(1, Readings.Shirt)) with { Style = Readings.Style }),
        StringComparison.Ordinal);

    [Fact]
    public void A_json_array_without_photos_is_an_empty_array() =>
        Expect("[]\n", writer => new JsonArrayReport(writer));

    static readonly Dictionary<string, string> Words = new()
    {
        ["gender"] = "Men", ["masterCategory"] = "Apparel", ["season"] = "unclear",
    };

    static Garment Worn(int person, Garment garment) => garment with { Person = person };

    static void Expect(string expected, Func<TextWriter, Report> create, params PhotoReading[] readings) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), Text(create, readings));

    static string Text(Func<TextWriter, Report> create, params PhotoReading[] readings)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using (var report = create(writer))
        {
            foreach (var reading in readings)
            {
                report.Add(reading);
            }
        }

        return writer.ToString();
    }
}
