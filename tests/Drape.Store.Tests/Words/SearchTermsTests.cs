using Drape.Store.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Drape.Store.Tests.Words;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("Navy SHIRT", "navy shirt")]
    [InlineData("Chemise d'été", "chemise d ete dete")]
    [InlineData("ＮＡＶＹ №5", "navy no5")] // full width letters and the sign for number
    [InlineData("Ångström", "angstrom")]
    [InlineData("size-42/blue", "size 42 size42 blue")]
    [InlineData("Men's women’s size-s", "men women size s sizes")]
    [InlineData("t-shirt", "t shirt tshirt")]
    [InlineData("Tshirts", "tshirt")]
    [InlineData("dresses blouses watches boxes accessories jeans", "dress blouse watch box accessory jean")]
    [InlineData("dress plus tennis gas", "dress plus tennis gas")]
    [InlineData("셔츠", "셔츠 츠")]
    [InlineData("옥스퍼드", "옥스퍼드 옥스 스퍼 퍼드 드")]
    [InlineData("옷", "옷")]
    [InlineData("XL사이즈", "xl 사이즈 사이 이즈 즈")]
    [InlineData("ワンピース", "ワンピース ワン ンピ ピー ース ス")]
    [InlineData("navy navy", "navy")]
    [InlineData(" ,.-! ", "")]
    public void A_text_has_these_terms(string text, string terms) =>
        Assert.Equal(terms.Split(' ', StringSplitOptions.RemoveEmptyEntries), SearchTerms.Of(text));

    [Fact]
    public void Half_a_character_is_no_letter() => Assert.Equal(["a", "b"], SearchTerms.Of("a\uD800 b"));

    [Fact]
    public void Hangul_typed_in_single_signs_is_the_same_word() =>
        Assert.Equal(SearchTerms.Of("셔츠"), SearchTerms.Of("셔츠".Normalize(System.Text.NormalizationForm.FormD)));

    [Fact]
    public void Whatever_the_text_no_term_is_empty_too_long_or_holds_a_space_or_a_quote()
    {
        Prop.ForAll<string?>(text => SearchTerms.Of(text ?? "").All(t =>
            t.Length is > 0 and <= SearchTerms.LongestTerm && !t.Any(c => " '\"\\*:&|()\uE000".Contains(c))))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("navy t-shirt", 3)]
    [InlineData("옥스퍼드 셔츠", 2)]
    [InlineData("", 0)]
    public void Words_are_counted_without_their_pieces(string text, int count) => Assert.Equal(count, SearchTerms.Count(text));
}
