using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Drape.Server.People.Data;
using Drape.Store.Closets;
using Drape.Store.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.Closets;

public sealed class PieceTests(ClosetApp app) : IClassFixture<ClosetApp>
{
    [Fact]
    public async Task A_piece_is_corrected_and_the_correction_undone()
    {
        var (client, _) = await app.MemberAsync();
        long id = await client.PieceAsync(Pieces.Shirt);
        string type = (await GetAsync(client, id)).GetProperty("type").GetString()!;

        var changed = await PatchAsync(client, id, """{"type": "polo", "brand": "Own", "price": 39.9, "currency": "EUR", "boughtOn": "2026-03-02"}""");
        Assert.Equal(("polo", 39.9m, "2026-03-02"), (changed.GetProperty("type").GetString(),
            changed.GetProperty("price").GetDecimal(), changed.GetProperty("boughtOn").GetString()));

        var undone = await (await client.PostAsync($"/api/v1/closet/{id}:undo", null)).ReadingAsync();
        Assert.Equal(type, undone.GetProperty("type").GetString());
        Assert.False(undone.TryGetProperty("brand", out _));
    }

    [Theory]
    [InlineData("""{"type": "spacesuit"}""")]
    [InlineData("""{"type": null}""")]
    [InlineData("""{"colour": "navyish"}""")]
    [InlineData("""{"warmth": 9}""")]
    [InlineData("""{"price": "cheap"}""")]
    [InlineData("""{"price": -1}""")]
    [InlineData("""{"boughtOn": "yesterday"}""")]
    [InlineData("""{"person": 1}""")]
    [InlineData("""{"id": 1}""")]
    [InlineData("""[]""")]
    public async Task What_cannot_be_is_refused(string patch)
    {
        var (client, _) = await app.MemberAsync();
        long id = await client.PieceAsync(Pieces.Shirt);

        var answer = await client.PatchAsync($"/api/v1/closet/{id}", new StringContent(patch, System.Text.Encoding.UTF8, "application/json"));

        await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:closet:wrong-details");
    }

    [Fact]
    public async Task A_day_is_noted_once_and_taken_back()
    {
        var (client, _) = await app.MemberAsync();
        long id = await client.PieceAsync(Pieces.Shirt);

        await client.PutAsync($"/api/v1/closet/{id}/wears/2026-01-02", null);
        var worn = await (await client.PutAsync($"/api/v1/closet/{id}/wears/2026-01-02", null)).ReadingAsync();
        Assert.Equal((1, "2026-01-02"), (worn.GetProperty("wears").GetInt32(), worn.GetProperty("lastWorn").GetString()));

        var not = await (await client.DeleteAsync($"/api/v1/closet/{id}/wears/2026-01-02")).ReadingAsync();
        Assert.Equal(0, not.GetProperty("wears").GetInt32());
    }

    [Theory]
    [InlineData("2999-01-01")]
    [InlineData("today")]
    [InlineData("2026-13-01")]
    public async Task What_is_no_day_or_still_to_come_is_refused(string day)
    {
        var (client, _) = await app.MemberAsync();
        long id = await client.PieceAsync(Pieces.Shirt);

        await (await client.PutAsync($"/api/v1/closet/{id}/wears/{day}", null))
            .ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }

    [Fact]
    public async Task A_deleted_piece_comes_back()
    {
        var (client, _) = await app.MemberAsync();
        long id = await client.PieceAsync(Pieces.Shirt);

        var gone = await (await client.DeleteAsync($"/api/v1/closet/{id}")).ReadingAsync();
        Assert.True(gone.TryGetProperty("deletedAt", out _));
        Assert.Equal(0, await CountAsync(client, ""));
        Assert.Equal(1, await CountAsync(client, "?deleted=true"));

        await (await client.PostAsync($"/api/v1/closet/{id}:restore", null)).ReadingAsync();
        Assert.Equal(1, await CountAsync(client, ""));
    }

    [Fact]
    public async Task Pieces_are_found_by_words_pattern_and_colour()
    {
        var (client, _) = await app.MemberAsync();
        long shirt = await client.PieceAsync(Pieces.Shirt);
        await PatchAsync(client, shirt, """{"type": "t-shirt", "colour": "navy"}""");
        await PatchAsync(client, await client.PieceAsync(Pieces.Jeans), """{"type": "jeans", "colour": "blue"}""");

        Assert.Equal(1, await CountAsync(client, "?words=줄무늬 티셔츠"));
        Assert.Equal(1, await CountAsync(client, "?pattern=striped&colour=navy"));
        Assert.Equal(0, await CountAsync(client, "?type=jeans&colour=navy"));
        Assert.Equal(1, await CountAsync(client, "?near=1f2a4d&type=t-shirt"));
        await (await client.GetAsync("/api/v1/closet?hue=red")).ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
        await (await client.GetAsync("/api/v1/closet?near=reddish")).ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter");
    }

    [Fact]
    public async Task Corrections_are_examples_where_the_person_agrees()
    {
        var (client, person) = await app.MemberAsync();
        long id = await client.PieceAsync(Pieces.Shirt);
        await PatchAsync(client, id, """{"pattern": "plaid"}""");

        await client.PutAsJsonAsync("/api/v1/closet/settings", JsonElement.Parse("""{"sharesCorrections": true}"""));
        Assert.Equal([new ClosetCorrection(id, "pattern", "striped", "plaid")], await app.Store.Corrections.ListAsync(person));

        await client.PutAsJsonAsync("/api/v1/closet/settings", JsonElement.Parse("""{"sharesCorrections": false}"""));
        Assert.Empty(await app.Store.Corrections.ListAsync(person));
    }

    [Fact]
    public async Task A_download_of_ones_data_has_the_closet()
    {
        var (_, person) = await app.MemberAsync();
        long id = (await app.Store.Closets.AddAsync(person, [Wardrobe.Piece], 10))![0].Id;

        await using var scope = app.Services.CreateAsyncScope();
        await using var file = await scope.ServiceProvider.GetRequiredService<PersonalArchive>()
            .PackAsync((await app.Store.People.GetAsync(person))!, default);
        using var archive = new System.IO.Compression.ZipArchive(file);
        using var document = await JsonDocument.ParseAsync(archive.GetEntry("closet/closet.json")!.Open());
        Assert.Equal(id, document.RootElement.GetProperty("items")[0].GetProperty("id").GetInt64());
    }

    static async Task<JsonElement> GetAsync(HttpClient client, long id) =>
        await (await client.GetAsync($"/api/v1/closet/{id}")).ReadingAsync();

    static async Task<JsonElement> PatchAsync(HttpClient client, long id, string patch) =>
        await (await client.PatchAsync($"/api/v1/closet/{id}",
            new StringContent(patch, System.Text.Encoding.UTF8, "application/json"))).ReadingAsync();

    static async Task<int> CountAsync(HttpClient client, string query) =>
        (await (await client.GetAsync("/api/v1/closet" + query)).ReadingAsync()).GetProperty("items").GetArrayLength();
}

/// <summary>Photos that are many, in a closet that is small.</summary>
public sealed class NarrowClosetTests(NarrowClosetApp app) : IClassFixture<NarrowClosetApp>
{
    [Fact]
    public async Task A_closet_takes_no_more_than_it_may_have()
    {
        var (client, _) = await app.MemberAsync();
        for (int i = 0; i < 3; i++)
        {
            await client.PieceAsync(Pieces.Shirt);
        }

        await (await client.BringAsync(Pieces.Jeans)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "urn:drape:closet:full");
    }

    [Fact]
    public async Task Many_photos_become_a_job_that_says_what_came_of_them()
    {
        var (client, person) = await app.MemberAsync();

        var answer = await client.BringAsync(Pieces.Shirt, Pieces.Jeans, Pieces.Shirt);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        long id = (await answer.JsonAsync()).GetProperty("id").GetInt64();
        var job = await EndOfAsync(id);

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal("""{"photos":3,"added":3,"doubtful":1,"missed":[]}""", job.Result.Document!.Value.GetRawText());
        Assert.Equal(3, (await app.Store.Closets.ListAsync(person, ClosetFilter.All, null, 10)).Count);
    }

    [Fact]
    public async Task A_job_names_the_photos_that_gave_nothing_and_says_why()
    {
        var (client, _) = await app.MemberAsync();

        var answer = await client.BringAsync(Pieces.Shirt, "no picture"u8.ToArray(), Pieces.Jeans);
        var job = await EndOfAsync((await answer.JsonAsync()).GetProperty("id").GetInt64());

        var missed = Assert.Single(job.Result.Document!.Value.GetProperty("missed").EnumerateArray());
        Assert.Equal("photo.jpg", missed.GetProperty("name").GetString());
        Assert.Contains("picture", missed.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    async Task<Job> EndOfAsync(long id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Job job;
        while ((job = (await app.Store.Jobs.GetAsync(id))!).State is JobState.Queued or JobState.Running)
        {
            await Task.Delay(50, patience.Token);
        }

        return job;
    }
}
