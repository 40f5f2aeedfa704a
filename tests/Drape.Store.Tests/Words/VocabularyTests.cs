using Drape.Store.Words;

namespace Drape.Store.Tests.Words;

/// <summary>The names of readings' words in other languages.</summary>
public sealed class VocabularyTests
{
    [Fact]
    public void A_word_is_known_by_its_own_name_and_the_others() =>
        Assert.Equal(["jeans", "청바지", "데님", "진"], Vocabulary.NamesOf("jeans"));

    [Fact]
    public void A_word_that_nobody_translated_is_known_by_itself() =>
        Assert.Equal(["Basketballs"], Vocabulary.NamesOf("Basketballs"));
}
