using Drape.Store.Blobs;

namespace Drape.Store.Tests.Blobs;

public sealed class BlobKeyTests
{
    // From FIPS 180-2, appendix B.1.
    const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void A_key_is_the_SHA_256_of_the_content() => Assert.Equal(Abc, BlobKey.Of("abc"u8).ToString());

    [Fact]
    public void A_key_is_read_as_it_is_written() => Assert.Equal(BlobKey.Of("abc"u8), BlobKey.Parse(Abc));

    [Fact]
    public void Contents_that_differ_have_keys_that_differ() =>
        Assert.NotEqual(BlobKey.Of("abc"u8), BlobKey.Of("abd"u8));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ba7816bf")]
    [InlineData(Abc + "00")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("../816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Nothing_else_is_a_key(string? text) => Assert.False(BlobKey.TryParse(text, out _));

    [Fact]
    public void A_wrong_key_is_refused_with_a_sentence() => Assert.Equal(
        "A picture's key has 64 hexadecimal digits in lower case.",
        Assert.Throws<FormatException>(() => BlobKey.Parse("shirt.jpg")).Message);
}
