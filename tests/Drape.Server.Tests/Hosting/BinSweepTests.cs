using System.Net;
using Dapper;
using Drape.Drawing;
using Drape.Server.Hosting;
using Drape.Server.Tests.Closets;
using Drape.Server.Tests.Looks;
using Drape.Store.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Drape.Server.Tests.Hosting;

public sealed class BinSweepTests(LooksApp app) : IClassFixture<LooksApp>
{
    [Fact]
    public async Task What_has_lain_in_a_bin_for_thirty_days_is_forgotten_with_its_pictures()
    {
        var (client, person) = await app.MemberAsync();
        long piece = await client.PieceAsync(Pieces.Jeans), look = await client.LookAsync();
        var shown = (await app.Store.Closets.GetAsync(person, piece))!;
        var posted = (await app.Store.Looks.GetAsync(new(person), look))!;
        await client.DeleteAsync($"/api/v1/closet/{piece}");
        await client.DeleteAsync($"{Posting.Looks}/{look}");
        await AgeAsync("closet_item", piece);
        await AgeAsync("look", look);

        await SweepAsync();

        foreach (var picture in (BlobKey[])[shown.Picture, shown.Photo!.Value, posted.Picture, posted.Preview])
        {
            Assert.False(await app.Store.Blobs.ExistsAsync(picture));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"/api/v1/closet/{piece}:restore", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{Posting.Looks}/{look}:restore", null)).StatusCode);
    }

    [Fact]
    public async Task What_was_put_there_lately_can_be_had_back()
    {
        var (client, person) = await app.MemberAsync();
        long piece = await client.PieceAsync(Pieces.Photo(GarmentShape.TShirt, GarmentPattern.Solid, 0xB8322F));
        var shown = (await app.Store.Closets.GetAsync(person, piece))!;
        await client.DeleteAsync($"/api/v1/closet/{piece}");

        await SweepAsync();

        Assert.True(await app.Store.Blobs.ExistsAsync(shown.Picture));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync($"/api/v1/closet/{piece}:restore", null)).StatusCode);
    }

    Task<int> AgeAsync(string table, long id) => app.Store.Database.WriteAsync((connection, _) => connection.ExecuteAsync(
        $"update {table} set deleted_at = @then where id = @id", new { then = app.Store.Database.Now.AddDays(-31), id }));

    async Task SweepAsync()
    {
        using var sweep = new BinSweep(app.Services.GetRequiredService<StoreKeeper>(), NullLogger<BinSweep>.Instance);
        await sweep.SweepAsync(CancellationToken.None);
    }
}
