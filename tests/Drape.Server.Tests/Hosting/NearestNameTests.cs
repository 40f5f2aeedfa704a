using Drape.Server.Hosting;

namespace Drape.Server.Tests.Hosting;

public class NearestNameTests
{
    static readonly string[] Commands = ["analyze", "eval", "models", "doctor", "serve"];

    [Theory]
    [InlineData("analyse", "analyze")]
    [InlineData("analzye", "analyze")]
    [InlineData("evla", "eval")]
    [InlineData("ANALYZE", "analyze")]
    [InlineData("model", "models")]
    [InlineData("bake", null)]
    [InlineData("", null)]
    public void Suggests_what_is_near_and_nothing_else(string word, string? nearest) =>
        Assert.Equal(nearest, NearestName.Of(word, Commands));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    public void Counts_insertions_deletions_replacements_and_swaps(string a, string b, int edits) =>
        Assert.Equal(edits, NearestName.Edits(a, b));
}
