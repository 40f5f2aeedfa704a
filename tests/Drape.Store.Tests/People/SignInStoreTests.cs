using Drape.Store.People;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.People;

/// <summary>Sessions, keys of programs, recovery codes, sign-ups, letters and the keys of the seals.</summary>
public abstract class SignInStoreTests(TestDatabase place) : StoreTests(place)
{
    readonly SetClock _clock = new();
    Database _database = null!;
    Person _ann = null!, _bea = null!;

    SessionStore Sessions => new(_database);

    AccessTokenStore Tokens => new(_database);

    public override async Task InitializeAsync()
    {
        _database = await Place.OpenAsync(_clock);
        var people = new PersonStore(_database);
        _ann = (await people.CreateAsync(new NewPerson { Name = "Ann", Email = "ann@shop.example" }))!;
        _bea = (await people.CreateAsync(new NewPerson { Name = "Bea", Email = "bea@shop.example" }))!;
    }

    [StoreFact]
    public async Task A_session_is_found_by_its_key_until_it_ends()
    {
        await KeepAsync("key", _ann);

        Assert.Equal([1, 2, 3], await Sessions.FindAsync("key", "::1"));
        Assert.Null(await Sessions.FindAsync("another", "::1"));
        _clock.Advance(TimeSpan.FromDays(15));
        Assert.Null(await Sessions.FindAsync("key", "::1"));
    }

    [StoreFact]
    public async Task A_session_says_when_and_from_where_it_was_last_seen()
    {
        await KeepAsync("key", _ann);
        _clock.Advance(TimeSpan.FromHours(1));

        await Sessions.FindAsync("key", "10.0.0.7");

        var session = Assert.Single(await Sessions.ListAsync(_ann.Id));
        Assert.Equal(("Firefox", "10.0.0.7", _clock.GetUtcNow()), (session.Device, session.Address, session.SeenAt));
    }

    [StoreFact]
    public async Task Only_whose_session_it_is_can_end_it()
    {
        await KeepAsync("key", _ann);
        long id = Assert.Single(await Sessions.ListAsync(_ann.Id)).Id;

        Assert.False(await Sessions.EndAsync(_bea.Id, id));
        Assert.Equal(id, await Sessions.NumberAsync("key"));
        Assert.True(await Sessions.EndAsync(_ann.Id, id));
        Assert.Null(await Sessions.FindAsync("key", null));
    }

    [StoreFact]
    public async Task All_sessions_but_one_can_be_ended_and_nobody_elses()
    {
        await KeepAsync("here", _ann);
        await KeepAsync("there", _ann);
        await KeepAsync("beas", _bea);

        Assert.Equal(1, await Sessions.EndAllAsync(_ann.Id, "here"));

        Assert.NotNull(await Sessions.FindAsync("here", null));
        Assert.Null(await Sessions.FindAsync("there", null));
        Assert.NotNull(await Sessions.FindAsync("beas", null));
    }

    [StoreFact]
    public async Task A_renewed_session_has_its_new_ticket_and_end()
    {
        await KeepAsync("key", _ann);

        await Sessions.RenewAsync("key", _ann.Id, new byte[] { 9 }, _clock.GetUtcNow().AddDays(20));
        _clock.Advance(TimeSpan.FromDays(15));

        Assert.Equal([9], await Sessions.FindAsync("key", null));
    }

    [StoreFact]
    public async Task A_key_acts_for_its_person_until_it_ends()
    {
        var (key, token) = await Tokens.CreateAsync(_ann.Id, "script", _clock.GetUtcNow().AddDays(1));

        Assert.StartsWith("drape_", key, StringComparison.Ordinal);
        Assert.Equal(_ann.Id, await Tokens.PersonOfAsync(key));
        Assert.Null(await Tokens.PersonOfAsync(key + "x"));
        Assert.Equal(token with { UsedAt = _clock.GetUtcNow() }, Assert.Single(await Tokens.ListAsync(_ann.Id)));
        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Null(await Tokens.PersonOfAsync(key));
    }

    [StoreFact]
    public async Task Only_whose_key_it_is_can_end_it()
    {
        var (key, token) = await Tokens.CreateAsync(_ann.Id, "script", null);

        Assert.False(await Tokens.EndAsync(_bea.Id, token.Id));
        Assert.Empty(await Tokens.ListAsync(_bea.Id));
        Assert.Equal(_ann.Id, await Tokens.PersonOfAsync(key));
        Assert.True(await Tokens.EndAsync(_ann.Id, token.Id));
        Assert.Null(await Tokens.PersonOfAsync(key));
    }

    [StoreFact]
    public async Task A_recovery_code_is_taken_once_by_whose_it_is_however_it_is_typed()
    {
        var codes = new RecoveryCodeStore(_database);
        await codes.ReplaceAsync(_ann.Id, ["ABCD-1234", "EFGH-5678"]);

        Assert.False(await codes.RedeemAsync(_bea.Id, "ABCD-1234"));
        Assert.True(await codes.RedeemAsync(_ann.Id, " abcd 1234"));
        Assert.False(await codes.RedeemAsync(_ann.Id, "ABCD-1234"));
        Assert.Equal(1, await codes.CountAsync(_ann.Id));
        await codes.ReplaceAsync(_ann.Id, ["IJKL-9012"]);
        Assert.False(await codes.RedeemAsync(_ann.Id, "EFGH-5678"));
    }

    [StoreFact]
    public async Task A_sign_up_is_found_by_the_code_of_its_last_letter_until_its_time_is_over()
    {
        var signUps = new SignUpStore(_database);
        long id = await signUps.KeepAsync(New("new@shop.example"), TimeSpan.FromDays(1));
        string first = (await signUps.NewCodeAsync(id))!;
        string second = (await signUps.NewCodeAsync(id))!;

        Assert.Null(await signUps.FindAsync(first));
        Assert.Equal(New("new@shop.example") with { Id = id }, await signUps.FindAsync(second));
        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Null(await signUps.FindAsync(second));
    }

    [StoreFact]
    public async Task Sign_ups_of_an_address_end_together()
    {
        var signUps = new SignUpStore(_database);
        long id = await signUps.KeepAsync(New("new@shop.example"), TimeSpan.FromDays(1));
        string code = (await signUps.NewCodeAsync(id))!;

        await signUps.EndAsync("new@shop.example");

        Assert.Null(await signUps.FindAsync(code));
        Assert.Null(await signUps.NewCodeAsync(id));
    }

    [StoreFact]
    public async Task A_letter_is_taken_by_one_and_again_by_another_if_it_was_not_done()
    {
        var letters = new LetterStore(_database);
        await letters.PostAsync(new Letter { Kind = "reset", Address = "ann@shop.example", PersonId = _ann.Id, Language = "ko" });

        var taken = (await letters.TakeAsync(TimeSpan.FromMinutes(1)))!;
        Assert.Equal(("reset", "ann@shop.example", _ann.Id, "ko", 1),
            (taken.Kind, taken.Address, taken.PersonId, taken.Language, taken.Attempts));
        Assert.Null(await letters.TakeAsync(TimeSpan.FromMinutes(1)));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, (await letters.TakeAsync(TimeSpan.FromMinutes(1)))!.Attempts);
        await letters.DoneAsync(taken.Id);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await letters.TakeAsync(TimeSpan.FromMinutes(1)));
    }

    [StoreFact]
    public async Task The_keys_of_the_seals_come_back_in_their_order()
    {
        var keys = new ProtectionKeyStore(_database);

        await keys.AddAsync("<key id='1'/>");
        await keys.AddAsync("<key id='2'/>");

        Assert.Equal(["<key id='1'/>", "<key id='2'/>"], await keys.ListAsync());
    }

    static SignUp New(string email) => new() { Email = email, Name = "New", PasswordHash = "hash", Language = "ko" };

    Task KeepAsync(string key, Person person) => Sessions.KeepAsync(
        key, new NewSession(person.Id, new byte[] { 1, 2, 3 }, _clock.GetUtcNow().AddDays(14), "Firefox", "::1"));

    public sealed class OnSqlite() : SignInStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : SignInStoreTests(new PostgresTestDatabase());
}
