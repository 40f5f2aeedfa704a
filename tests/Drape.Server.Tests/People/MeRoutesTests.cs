using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Drape.Server.Tests.Photos;
using Drape.Store.People;

namespace Drape.Server.Tests.People;

/// <summary>One's own profile, picture and sessions over the API.</summary>
public sealed class MeRoutesTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    const string Me = "/api/v1/me";

    [Fact]
    public async Task What_is_named_is_changed_and_all_else_stays()
    {
        var guest = await app.PersonAsync("patch@example.org", "Ann");

        var answer = await PatchAsync(guest, """{"gender":"woman","language":"ko","units":"imperial"}""");

        Assert.Equal(("Ann", "woman", "ko"), (Text(answer, "name"), Text(answer, "gender"), Text(answer, "language")));
        var later = await PatchAsync(guest, """{"name":" Anna ","language":null}""");
        Assert.Equal(("Anna", "woman", "imperial"), (Text(later, "name"), Text(later, "gender"), Text(later, "units")));
        Assert.False(later.TryGetProperty("language", out _));
    }

    [Theory]
    [InlineData("""{"nme":"Ann"}""", "There is no field 'nme': there are name, gender, language and units.")]
    [InlineData("""{"units":"ells"}""", "'units' is 'ells': it is metric or imperial.")]
    [InlineData("""{"name":null}""", "'name' has 1 to 60 characters in one line.")]
    [InlineData("""{"language":"xx"}""", "'language' is 'xx'")]
    [InlineData("""{"gender":7}""", "'gender' is a text or null.")]
    [InlineData("[]", "Send a JSON object")]
    public async Task A_wrong_change_is_refused_with_the_reason(string patch, string reason)
    {
        var guest = await app.PersonAsync($"wrong-{Math.Abs(patch.GetHashCode())}@example.org");

        var answer = await guest.CallAsync(HttpMethod.Patch, Me, Json(patch));

        Assert.Contains(reason, (await answer.ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:wrong-parameter"))
            .GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_set_shown_and_taken_away()
    {
        var guest = await app.PersonAsync("picture@example.org");

        var set = await (await guest.CallAsync(HttpMethod.Put, $"{Me}/picture", Picture())).ReadingAsync();
        var shown = await guest.Client.GetAsync(Text(set, "picture"));
        var gone = await (await guest.CallAsync(HttpMethod.Delete, $"{Me}/picture")).ReadingAsync();

        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.MediaType);
        Assert.False(gone.TryGetProperty("picture", out _));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused()
    {
        var guest = await app.PersonAsync("no-picture@example.org");
        var content = new ByteArrayContent("no picture"u8.ToArray());
        content.Headers.ContentType = new("image/jpeg");

        var answer = await guest.CallAsync(HttpMethod.Put, $"{Me}/picture", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Another_browser_is_listed_and_ended()
    {
        var guest = await app.PersonAsync("sessions@example.org");
        var other = app.Guest();
        await other.SignInAsync("sessions@example.org");

        var sessions = Sessions(await (await guest.Client.GetAsync($"{Me}/sessions")).ReadingAsync());
        Assert.Equal(2, sessions.Length);
        long elsewhere = Assert.Single(sessions, session => !session.Here).Id;
        var left = Sessions(await (await guest.CallAsync(HttpMethod.Delete, $"{Me}/sessions/{elsewhere}")).ReadingAsync());

        Assert.True(Assert.Single(left).Here);
        Assert.False(await other.IsInAsync());
    }

    [Fact]
    public async Task Another_persons_session_is_not_there()
    {
        var guest = await app.PersonAsync("mine@example.org");
        var other = await app.PersonAsync("theirs@example.org");
        long theirs = Assert.Single(Sessions(await (await other.Client.GetAsync($"{Me}/sessions")).ReadingAsync())).Id;

        await (await guest.CallAsync(HttpMethod.Delete, $"{Me}/sessions/{theirs}")).ProblemAsync(
            HttpStatusCode.NotFound, "urn:drape:request:no-such-session");
        Assert.True(await other.IsInAsync());
    }

    [Fact]
    public async Task A_key_changes_the_profile_and_sees_no_sessions()
    {
        await app.PersonAsync("key@example.org");
        var person = await app.KnownAsync("key@example.org");
        var (key, _) = await app.Store.AccessTokens.CreateAsync(person.Id, "program", null);
        var program = app.CreateClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);

        var changed = await (await program.PatchAsync(Me, Json("""{"name":"Kim"}"""))).ReadingAsync();

        Assert.Equal("Kim", Text(changed, "name"));
        await (await program.GetAsync($"{Me}/sessions")).ProblemAsync(HttpStatusCode.Forbidden, "urn:drape:request:browser-only");
    }

    [Fact]
    public async Task A_page_of_another_site_changes_nothing()
    {
        var guest = await app.PersonAsync("token@example.org");

        await (await guest.CallAsync(HttpMethod.Patch, Me, Json("""{"name":"Eve"}"""), token: false)).ProblemAsync(
            HttpStatusCode.Forbidden, "urn:drape:request:missing-token");
    }

    static async Task<JsonElement> PatchAsync(Guest guest, string patch) =>
        await (await guest.CallAsync(HttpMethod.Patch, Me, Json(patch))).ReadingAsync();

    static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    static ByteArrayContent Picture()
    {
        var content = new ByteArrayContent(Pictures.File());
        content.Headers.ContentType = new("image/jpeg");
        return content;
    }

    static string? Text(JsonElement answer, string name) => answer.GetProperty(name).GetString();

    static (long Id, bool Here)[] Sessions(JsonElement answer) =>
        [.. answer.GetProperty("sessions").EnumerateArray().Select(s => (s.GetProperty("id").GetInt64(), s.GetProperty("here").GetBoolean()))];
}
