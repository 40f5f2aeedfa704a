using Drape.Store.Photos;

namespace Drape.Store.Tests.Photos;

public sealed class PhotoSourceTests
{
    [Theory]
    [InlineData("HTTPS://Shop.Example:443/A%20b.jpg?w=1&h=2#top", "https://shop.example/A%20b.jpg?w=1&h=2")]
    [InlineData("http://shop.example", "http://shop.example/")]
    [InlineData("http://shop.example:8080/옷.jpg", "http://shop.example:8080/%EC%98%B7.jpg")]
    public void A_url_has_one_spelling(string given, string kept)
    {
        Assert.True(PhotoSource.TryParse(given, out string? source));
        Assert.Equal(kept, source);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("jacket.jpg")]
    [InlineData("/jacket.jpg")]
    [InlineData("file:///jacket.jpg")]
    public void What_is_no_url_of_the_web_is_refused(string? given) => Assert.False(PhotoSource.TryParse(given, out _));

    [Fact]
    public void A_url_that_is_too_long_is_refused() =>
        Assert.False(PhotoSource.TryParse("https://shop.example/" + new string('a', 2000), out _));

    [Fact]
    public void A_new_photo_takes_no_other_spelling() => Assert.Throws<ArgumentException>(
        () => new NewPhoto { Source = "HTTP://shop.example/", Content = default, Reading = Album.Reading("a") });
}
