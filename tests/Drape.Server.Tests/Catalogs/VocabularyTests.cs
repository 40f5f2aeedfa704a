using Drape.Server.Catalogs;

namespace Drape.Server.Tests.Catalogs;

public class VocabularyTests
{
    [Theory]
    [InlineData("검정 티셔츠", "black t-shirt")]
    [InlineData("남색 반팔 티", "navy t-shirt")]
    [InlineData("후드 티셔츠", "hoodie")]
    [InlineData("린넨 셔츠", "린넨 shirt")]
    [InlineData("체크  치마", "plaid skirt")]
    public void Names_in_other_languages_are_told_as_readings_have_them(string given, string meant) =>
        Assert.Equal(meant, Vocabulary.Translated(given));

    [Theory]
    [InlineData("black t-shirt")]
    [InlineData("린넨")]
    [InlineData("")]
    public void Words_that_are_no_names_need_no_translation(string given) => Assert.Null(Vocabulary.Translated(given));

    [Fact]
    public void A_word_is_known_by_its_own_name_and_the_others() =>
        Assert.Equal(["jeans", "청바지", "데님", "진"], Vocabulary.NamesOf("jeans"));
}
