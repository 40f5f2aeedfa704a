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
    public void Lines_stand_in_columns() => Expect("""
        a.jpg         t-shirt 97%             striped 91%       navy #1f2a4d 81%  white #f0eee8 19%
        longer/b.jpg  unclear: cardigan?      unclear           navy #1f2a4d 81%  white #f0eee8 19%

        """, writer => new LineReport(writer, new Ink(ColourDepth.None), ["a.jpg", "longer/b.jpg"]),
        Readings.Of("a.jpg", Readings.Shirt), Readings.Of("longer/b.jpg", Readings.Unclear));

    [Fact]
    public void A_json_array_without_photos_is_an_empty_array() =>
        Expect("[]\n", writer => new JsonArrayReport(writer));

    static void Expect(string expected, Func<TextWriter, Report> create, params PhotoReading[] readings)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using (var report = create(writer))
        {
            foreach (var reading in readings)
            {
                report.Add(reading);
            }
        }

        Assert.Equal(expected.ReplaceLineEndings("\n"), writer.ToString());
    }
}
