using System.Net;
using System.Text;
using Drape.Imaging;

namespace Drape.Server.Tests.Closets;

public sealed class AdditionTests(ClosetApp app) : IClassFixture<ClosetApp>
{
    [Fact]
    public async Task A_photo_becomes_a_piece_with_what_was_read()
    {
        var (client, _) = await app.MemberAsync();

        var answer = await (await client.BringAsync(Pieces.Shirt)).ReadingAsync();

        var item = Assert.Single(answer.GetProperty("photos")[0].GetProperty("items").EnumerateArray());
        Assert.Equal("striped", item.GetProperty("pattern").GetString());
        Assert.Equal(item.GetProperty("type").GetString(), item.GetProperty("reading").GetProperty("type").GetString());
        Assert.Equal(0, item.GetProperty("wears").GetInt32());
    }

    [Fact]
    public async Task The_picture_is_the_garment_on_nothing()
    {
        var (client, _) = await app.MemberAsync();
        long id = await client.PieceAsync(Pieces.Shirt);

        var answer = await client.GetAsync($"/api/v1/closet/{id}/picture");
        byte[] file = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("image/webp", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.Private);
        // Where nothing is the decoder shows white, of which the wooden floor has none.
        var picture = PhotoDecoder.Decode(file, 1000).Pixels;
        Assert.Equal([255, 255, 255], picture[0, 0].ToArray());
        Assert.NotEqual([255, 255, 255], picture[picture.Width / 2, picture.Height / 2].ToArray());
    }

    [Fact]
    public async Task What_lies_on_its_side_in_the_photo_hangs_upright()
    {
        var (client, _) = await app.MemberAsync();
        byte[] lying = PhotoEncoder.Encode(PhotoDecoder.Decode(Pieces.Jeans, 1000).Pixels.Turned(1), PhotoFormat.Jpeg);

        var (hung, turned) = (await SizeAsync(Pieces.Jeans), await SizeAsync(lying));

        Assert.True(hung.Height > hung.Width);
        Assert.Equal((double)hung.Height / hung.Width, (double)turned.Height / turned.Width, 0.1);

        async Task<PhotoHeader> SizeAsync(byte[] photo) =>
            PhotoDecoder.Identify(await client.GetByteArrayAsync($"/api/v1/closet/{await client.PieceAsync(photo)}/picture"));
    }

    [Fact]
    public async Task Nothing_that_the_camera_wrote_is_kept()
    {
        var (client, _) = await app.MemberAsync();
        byte[] photo = WithComment(Pieces.Shirt, "37.5665N 126.9780E");
        long id = await client.PieceAsync(photo);

        foreach (string what in (string[])["picture", "photo"])
        {
            byte[] kept = await client.GetByteArrayAsync($"/api/v1/closet/{id}/{what}");
            Assert.DoesNotContain("37.5665N", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
            Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_same_photo_again_is_noticed_and_becomes_one_piece_or_stays_two()
    {
        var (client, _) = await app.MemberAsync();
        long first = await client.PieceAsync(Pieces.Shirt);
        var again = (await (await client.BringAsync(Pieces.Shirt)).ReadingAsync()).GetProperty("photos")[0].GetProperty("items")[0];
        Assert.Equal(first, again.GetProperty("looksLike").GetInt64());
        long second = again.GetProperty("id").GetInt64();

        var kept = await (await client.PostAsync($"/api/v1/closet/{second}:keep", null)).ReadingAsync();
        Assert.False(kept.TryGetProperty("looksLike", out _));
        await (await client.PostAsync($"/api/v1/closet/{second}:merge", null)).ProblemAsync(HttpStatusCode.Conflict, "urn:drape:closet:not-two");

        long third = await client.PieceAsync(Pieces.Shirt);
        var other = await (await client.PostAsync($"/api/v1/closet/{third}:merge", null)).ReadingAsync();
        Assert.Contains(other.GetProperty("id").GetInt64(), (long[])[first, second]);
    }

    [Fact]
    public async Task A_piece_that_is_another_is_not_asked_about()
    {
        var (client, _) = await app.MemberAsync();
        await client.PieceAsync(Pieces.Shirt);

        var answer = await (await client.BringAsync(Pieces.Jeans)).ReadingAsync();

        Assert.False(answer.GetProperty("photos")[0].GetProperty("items")[0].TryGetProperty("looksLike", out _));
    }

    [Fact]
    public async Task One_garment_of_a_photo_can_be_asked_for_and_one_that_is_not_there_is_refused()
    {
        var (client, _) = await app.MemberAsync();

        var one = await client.PostAsync("/api/v1/closet?garment=0", Body(Pieces.Shirt));
        Assert.Single((await one.ReadingAsync()).GetProperty("photos")[0].GetProperty("items").EnumerateArray());

        var none = await client.PostAsync("/api/v1/closet?garment=7", Body(Pieces.Shirt));
        await none.ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:closet:no-garment");
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_with_its_reason()
    {
        var (client, _) = await app.MemberAsync();

        await (await client.BringAsync(Pictures.Words()))
            .ProblemAsync(HttpStatusCode.UnsupportedMediaType, "urn:drape:photo:not-a-picture");
    }

    [Fact]
    public async Task One_bad_photo_does_not_cost_the_others_their_places()
    {
        var (client, _) = await app.MemberAsync();

        var photos = (await (await client.BringAsync(Pictures.Words(), Pieces.Shirt)).ReadingAsync()).GetProperty("photos");

        Assert.Equal("urn:drape:photo:not-a-picture", photos[0].GetProperty("problem").GetProperty("type").GetString());
        Assert.Single(photos[1].GetProperty("items").EnumerateArray());
    }

    static ByteArrayContent Body(byte[] photo)
    {
        var body = new ByteArrayContent(photo);
        body.Headers.ContentType = new("image/jpeg");
        return body;
    }

    /// <summary>A JPEG with an EXIF-like segment and a comment behind its first marker.</summary>
    static byte[] WithComment(byte[] jpeg, string text)
    {
        byte[] words = Encoding.Latin1.GetBytes("Exif " + text);
        int length = words.Length + 2;
        return [.. jpeg[..2], 0xFF, 0xFE, (byte)(length >> 8), (byte)length, .. words, .. jpeg[2..]];
    }
}
