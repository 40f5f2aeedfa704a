using System.Net;
using System.Text.Json;
using Drape.Imaging;

namespace Drape.Server.Tests;

public sealed class AnalyzeTests(DrapeApp app) : IClassFixture<DrapeApp>
{
    readonly HttpClient _client = app.CreateClient();

    [Theory]
    [InlineData(PhotoFormat.Jpeg)]
    [InlineData(PhotoFormat.Png)]
    [InlineData(PhotoFormat.Webp)]
    [InlineData(PhotoFormat.Gif)]
    [InlineData(PhotoFormat.Avif)]
    public async Task A_form_with_one_photo_gives_its_reading(PhotoFormat format)
    {
        var reading = await (await _client.PostPhotosAsync(("shirt.img", Pictures.File(format)))).ReadingAsync();

        AssertReading(reading, "shirt.img");
    }

    [Fact]
    public async Task The_picture_itself_as_body_gives_its_reading()
    {
        AssertReading(await (await _client.PostRawAsync("image/jpeg", Pictures.File())).ReadingAsync(), "photo");
    }

    [Fact]
    public async Task Base64_in_json_gives_its_reading()
    {
        string text = Convert.ToBase64String(Pictures.File());

        var answer = await _client.PostJsonAsync(Calls.Analyze, $$"""{"base64":"{{text}}"}""");

        AssertReading(await answer.ReadingAsync(), "photo");
    }

    [Theory]
    [InlineData("+", "\\u002B")]
    [InlineData("/", "\\/")]
    [InlineData("A", "A\\r\\n")]
    public async Task Base64_may_be_escaped_or_broken_into_lines(string letter, string written)
    {
        string plain = Convert.ToBase64String(Pictures.File(PhotoFormat.Png));
        string text = plain.Replace(letter, written, StringComparison.Ordinal);
        Assert.NotEqual(plain, text);

        var answer = await _client.PostJsonAsync(Calls.Analyze, $$"""{"base64":"{{text}}"}""");

        AssertReading(await answer.ReadingAsync(), "photo");
    }

    [Fact]
    public async Task A_data_url_in_json_gives_its_reading()
    {
        string url = "data:image/png;base64," + Convert.ToBase64String(Pictures.File(PhotoFormat.Png));

        string json = JsonSerializer.Serialize(new { more = new[] { 1 }, base64 = url });

        var answer = await _client.PostJsonAsync(Calls.Analyze, json);

        AssertReading(await answer.ReadingAsync(), "photo");
    }

    [Fact]
    public async Task Several_photos_give_a_reading_or_a_problem_each_in_their_order()
    {
        var answer = await _client.PostPhotosAsync(
            ("a.jpg", Pictures.File()), ("b.jpg", Pictures.Truncated()), ("c.png", Pictures.File(PhotoFormat.Png)));

        var all = await answer.ReadingAsync();
        Assert.Equal(3, all.GetArrayLength());
        AssertReading(all[0].GetProperty("reading"), "a.jpg");
        Assert.Equal("b.jpg", all[1].GetProperty("photo").GetString());
        Assert.False(all[1].TryGetProperty("reading", out _));
        Assert.Equal("urn:drape:photo:truncated", all[1].GetProperty("problem").GetProperty("type").GetString());
        AssertReading(all[2].GetProperty("reading"), "c.png");
    }

    [Fact]
    public async Task A_photo_of_too_many_bytes_does_not_cost_the_others_their_readings()
    {
        var answer = await _client.PostPhotosAsync(
            ("a.jpg", Pictures.File()), ("heavy.jpg", new byte[51_000_000]), ("c.jpg", Pictures.File()));

        var all = await answer.ReadingAsync();
        Assert.Equal(3, all.GetArrayLength());
        AssertReading(all[0].GetProperty("reading"), "a.jpg");
        Assert.Equal("heavy.jpg", all[1].GetProperty("photo").GetString());
        Assert.Equal("urn:drape:photo:too-many-bytes", all[1].GetProperty("problem").GetProperty("type").GetString());
        AssertReading(all[2].GetProperty("reading"), "c.jpg");
    }

    [Fact]
    public async Task Photos_beyond_the_parts_that_are_read_do_not_cost_the_others_their_readings()
    {
        var answer = await _client.PostPhotosAsync(
            [.. Enumerable.Range(0, 51).Select(i => ($"{i}.jpg", i == 0 ? Pictures.File() : []))]);

        var all = await answer.ReadingAsync();
        Assert.Equal(51, all.GetArrayLength());
        AssertReading(all[0].GetProperty("reading"), "0.jpg");
        Assert.Equal("urn:drape:request:too-large", all[50].GetProperty("problem").GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_photo_is_named_without_the_folders_it_came_from()
    {
        var answer = await _client.PostPhotosAsync(("C:\\photos\\..\\shirt.jpg", Pictures.File()));

        var reading = await answer.ReadingAsync();
        Assert.Equal("shirt.jpg", reading.GetProperty("photo").GetString());
    }

    [Fact]
    public async Task Other_parts_of_a_form_are_passed_over()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("hello"), "note" },
            { new ByteArrayContent(Pictures.File()), "photo", "shirt.jpg" },
        };

        AssertReading(await (await _client.PostAsync(Calls.Analyze, form)).ReadingAsync(), "shirt.jpg");
    }

    [Fact]
    public async Task A_turned_photo_is_answered_in_upright_pixels()
    {
        byte[] lying = PhotoEncoder.Encode(Pictures.Striped(160, 120), PhotoFormat.Jpeg, orientation: 6);

        var reading = await (await _client.PostPhotosAsync(("lying.jpg", lying))).ReadingAsync();

        Assert.Equal((120, 160), (reading.GetProperty("width").GetInt32(), reading.GetProperty("height").GetInt32()));
    }

    [Fact]
    public async Task Photos_at_the_same_time_do_not_mix()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            var answer = await _client.PostPhotosAsync(($"{i}.jpg", Pictures.File()));
            AssertReading(await answer.ReadingAsync(), $"{i}.jpg");
        }));
    }

    static void AssertReading(JsonElement reading, string name)
    {
        Assert.Equal(name, reading.GetProperty("photo").GetString());
        Assert.Equal(120, reading.GetProperty("width").GetInt32());
        Assert.Equal(160, reading.GetProperty("height").GetInt32());
        var garment = reading.GetProperty("garments")[0];
        Assert.NotEmpty(garment.GetProperty("type").GetString()!);
        Assert.InRange(garment.GetProperty("confidence").GetDouble(), 0, 1);
        Assert.Equal(4, garment.GetProperty("box").GetArrayLength());
        Assert.NotEmpty(garment.GetProperty("colour").GetString()!);
        Assert.Matches("^#[0-9a-f]{6}$", garment.GetProperty("colours")[0].GetProperty("hex").GetString()!);
        Assert.True(reading.GetProperty("timings").GetProperty("decode").GetDouble() >= 0);
        Assert.NotEmpty(reading.GetProperty("models").EnumerateObject());
    }
}
