using System.Text.RegularExpressions;
using Drape.Inference;
using Drape.Server.Eva;
using Drape.Styles;

namespace Drape.Server.Tests.Eva;

public class TextsTests
{
    public static TheoryData<string> Languages => [.. Voice.All.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_style_of_the_network_has_its_texts(string language)
    {
        using var catalog = ModelCatalog.Open();
        var styles = catalog.Find(StyleReader.ModelName).Head(StyleReader.StyleHead).Classes;

        Assert.Equal(styles.Order(), StyleTexts.In(language).All.Keys.Order());
        Assert.All(StyleTexts.In(language).All.Values, text =>
        {
            Assert.True(text.History.Length > 80, text.Name);
            Assert.True(text.Wear.Length > 60, text.Name);
            Assert.Equal(5, text.Pieces.Count);
            Assert.All((string[])[text.Line, text.History, text.Wear, text.Colours], t => Assert.EndsWith(".", t, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_languages_say_the_same_things() =>
        Assert.Equal(Voice.All["en"].Keys.Order(), Voice.All["ko"].Keys.Order());

    [Fact]
    public void A_sentence_has_the_same_words_put_in_in_every_language()
    {
        foreach (string key in Voice.All["en"].Keys.Where(k => k is not ("outfit" or "piece.very" or "piece.fairly"
            or "piece.leaning" or "reply.piece"))) // which may have an article, or not
        {
            Assert.Equal(Slots("en", key), Slots("ko", key));
        }
    }

    [Fact]
    public void Korean_is_polite_throughout()
    {
        string[] all =
        [
            .. Voice.All["ko"].Keys.SelectMany(Voice.All["ko"].Ways),
            .. StyleTexts.In("ko").All.Values.SelectMany(t => (string[])[t.Line, t.Wear]),
        ];

        Assert.All(all, text => Assert.Matches(@"(요|죠|까요|군요|/예요\}|/네요\})[.?]$", text));
    }

    [Theory]
    [InlineData("셔츠", "을", "를", "를")]
    [InlineData("재킷", "을", "를", "을")]
    [InlineData("스타일", "으로", "로", "로")]
    [InlineData("재킷", "으로", "로", "으로")]
    [InlineData("셔츠", "이에요", "예요", "예요")]
    [InlineData("T", "이", "가", "가")]
    public void An_ending_follows_the_words_last_syllable(string word, string closed, string open, string expected) =>
        Assert.Equal(expected, KoreanEnding.Of(word, closed, open));

    static string[] Slots(string language, string key) =>
        [.. Voice.All[language].Ways(key).SelectMany(w => Regex.Matches(w, @"\{(\w+)").Select(m => m.Groups[1].Value)).Distinct().Order()];
}
