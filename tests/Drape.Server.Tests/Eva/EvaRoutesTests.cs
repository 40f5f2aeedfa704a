using System.Net;
using System.Text.Json;
using Drape.Imaging;
using Drape.Server.Eva;
using Drape.Styles.Pencil;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.Eva;

public sealed class EvaRoutesTests(EvaRoutesTests.App app) : IClassFixture<EvaRoutesTests.App>
{
    const string Eva = "/api/v1/photos/eva", Sketch = "/api/v1/photos/sketch", Heat = "/api/v1/photos/heat";

    readonly HttpClient _client = app.CreateClient();

    /// <summary>The application whose engine sees a dressed look in what is called look.jpg, and what there is in the rest.</summary>
    public sealed class App : DrapeApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
            services.AddSingleton<Inspection>((analyzer, file, name, limits) =>
                name == "look.jpg" ? DressedLook.Smart().Seen(name) : analyzer.Inspect(file, name, limits)));
    }

    [Fact]
    public async Task Eva_tells_what_she_sees_in_both_languages_with_outlines_palette_glows_and_score()
    {
        var answer = await (await SendAsync(Eva, "look.jpg")).ReadingAsync();

        Assert.Equal("business-casual", answer.GetProperty("reading").GetProperty("style").GetProperty("stated").GetString());
        Assert.Equal(["garments", "style", "colours", "suggestion"],
            answer.GetProperty("says").GetProperty("en").EnumerateArray().Select(r => r.GetProperty("about").GetString()));
        Assert.Equal(4, answer.GetProperty("says").GetProperty("ko").GetArrayLength());
        Assert.All(answer.GetProperty("outlines").EnumerateArray(), o => Assert.Matches("^M.+Z$", o.GetString()!));
        Assert.Equal(2, answer.GetProperty("palette").GetArrayLength());
        Assert.Equal("oneColour", answer.GetProperty("relation").GetString());
        Assert.Equal(["business-casual", "casual", "formal"],
            answer.GetProperty("glows").EnumerateArray().Select(g => g.GetProperty("style").GetString()));
        Assert.Equal(79, answer.GetProperty("score").GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task A_glow_is_a_small_picture_in_the_photos_proportions()
    {
        var answer = await (await SendAsync(Eva, "look.jpg")).ReadingAsync();
        string address = answer.GetProperty("glows")[0].GetProperty("picture").GetString()!;

        var picture = PhotoDecoder.Identify(Convert.FromBase64String(address["data:image/webp;base64,".Length..]));

        Assert.Equal((PhotoFormat.Webp, 72, 96), (picture.Format, picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_piece_that_nobody_wears_has_neither_glow_nor_score()
    {
        var answer = await (await SendAsync(Eva, "shirt.jpg")).ReadingAsync();

        Assert.False(answer.TryGetProperty("score", out _));
        Assert.Equal(0, answer.GetProperty("glows").GetArrayLength());
        Assert.NotEqual(0, answer.GetProperty("says").GetProperty("en").GetArrayLength());
    }

    [Theory]
    [InlineData("", "image/jpeg", PhotoFormat.Jpeg)]
    [InlineData("?format=png", "image/png", PhotoFormat.Png)]
    [InlineData("?format=webp", "image/webp", PhotoFormat.Webp)]
    public async Task A_photo_is_drawn_in_pencil(string query, string type, PhotoFormat format)
    {
        var answer = await SendAsync(Sketch + query, "shirt.jpg");

        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        var drawing = PhotoDecoder.Identify(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((format, 600, PencilSketch.Side), (drawing.Format, drawing.Width, drawing.Height));
    }

    [Theory]
    [InlineData("", 240, 320)]
    [InlineData("?style=casual&side=64", 48, 64)]
    public async Task A_styles_map_is_a_transparent_picture(string query, int width, int height)
    {
        var answer = await SendAsync(Heat + query, "look.jpg");

        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        var picture = PhotoDecoder.Identify(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((width, height), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task Two_styles_have_different_maps() => Assert.NotEqual(
        await (await SendAsync(Heat + "?style=casual", "look.jpg")).Content.ReadAsByteArrayAsync(),
        await (await SendAsync(Heat + "?style=business-casual", "look.jpg")).Content.ReadAsByteArrayAsync());

    [Fact]
    public async Task Where_nobody_wears_an_outfit_there_is_no_map() => await (await SendAsync(Heat, "shirt.jpg"))
        .ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:style:no-outfit");

    [Theory]
    [InlineData(Heat + "?style=punk", "The styles are")]
    [InlineData(Heat + "?side=9", "between 16 and 1024")]
    [InlineData(Heat + "?format=jpeg", "png or webp")]
    [InlineData(Sketch + "?format=tiff", "jpeg or png or webp")]
    public async Task A_wish_that_cannot_be_met_is_answered_with_what_can(string address, string words)
    {
        var problem = await (await SendAsync(address, "look.jpg"))
            .ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");

        Assert.Contains(words, problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Eva)]
    [InlineData(Sketch)]
    [InlineData(Heat)]
    public async Task What_is_no_picture_is_refused_with_a_sentence(string address)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Pictures.Words()), "photo", "notes.jpg" } };

        await (await _client.PostAsync(address, form)).ProblemAsync(
            HttpStatusCode.UnsupportedMediaType, "urn:drape:photo:not-a-picture");
    }

    [Fact]
    public async Task One_photo_is_read_at_a_time()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Pictures.File()), "photo", "a.jpg" },
            { new ByteArrayContent(Pictures.File()), "photo", "b.jpg" },
        };

        await (await _client.PostAsync(Eva, form)).ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }

    [Fact]
    public async Task Nothing_of_it_is_kept()
    {
        (await SendAsync(Eva, "shirt.jpg")).EnsureSuccessStatusCode();

        var kept = await (await _client.GetAsync("/api/v1/photos")).ReadingAsync();
        Assert.Equal(0, kept.GetProperty("photos").GetArrayLength());
        Assert.Empty(Directory.EnumerateFiles(app.Home, "*.jpg", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("", "casual", "Clothes for a day that has no rules.")]
    [InlineData("?language=ko", "캐주얼", "규칙이 없는 하루를 위한 옷이에요.")]
    public async Task The_styles_are_told_in_a_language(string query, string name, string line)
    {
        var styles = await (await _client.GetAsync("/api/v1/styles" + query)).ReadingAsync();

        Assert.Equal(14, styles.EnumerateObject().Count());
        Assert.Equal((name, line), (Text(styles, "name"), Text(styles, "line")));

        static string? Text(JsonElement styles, string of) => styles.GetProperty("casual").GetProperty(of).GetString();
    }

    [Fact]
    public async Task A_language_that_she_does_not_speak_is_refused() => await (await _client.GetAsync("/api/v1/styles?language=fr"))
        .ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");

    async Task<HttpResponseMessage> SendAsync(string address, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Pictures.File()), "photo", name } };
        return await _client.PostAsync(address, form);
    }
}
