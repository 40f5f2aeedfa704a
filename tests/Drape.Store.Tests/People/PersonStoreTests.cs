using Drape.Store.Blobs;
using Drape.Store.People;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.People;

public abstract class PersonStoreTests(TestDatabase place) : StoreTests(place)
{
    readonly SetClock _clock = new();
    Database _database = null!;

    PersonStore People => new(_database);

    public override async Task InitializeAsync() => _database = await Place.OpenAsync(_clock);

    [StoreFact]
    public async Task A_person_is_found_by_number_handle_and_address()
    {
        var person = await CreateAsync("ann@shop.example");

        Assert.Equal(person, await People.GetAsync(person.Id));
        Assert.Equal(person, await People.FindByHandleAsync(person.Handle));
        Assert.Equal(person, await People.FindByEmailAsync("ann@shop.example"));
    }

    [StoreFact]
    public async Task An_address_is_the_same_however_its_letters_are_written()
    {
        var person = await CreateAsync("Ann@Shop.example");

        Assert.Equal(person, await People.FindByEmailAsync(" aNN@shop.EXAMPLE "));
        Assert.Equal("Ann@Shop.example", person.Email);
    }

    [StoreFact]
    public async Task People_are_searched_by_words_as_they_stand_there()
    {
        await People.CreateAsync(new NewPerson { Name = "Ann Percent", Email = "ann_100%@shop.example" });
        await People.CreateAsync(new NewPerson { Name = "지은", Email = "ann-1000@shop.example" });

        Assert.Equal(["Ann Percent"], await FoundAsync("PERCENT"));
        Assert.Equal(["Ann Percent"], await FoundAsync("n_100%"));
        Assert.Equal(["지은"], await FoundAsync("지은"));
        Assert.Equal(["지은", "Ann Percent"], await FoundAsync(" ann "));
        Assert.Empty(await FoundAsync(@"\"));
        Assert.Single(await People.SearchAsync("ann", null, 1));
    }

    [StoreFact]
    public async Task People_are_counted_by_what_they_are()
    {
        await CreateAsync("ann@shop.example");
        var since = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromDays(1));
        await CreateAsync("ben@shop.example");

        Assert.Equal(new PeopleCounts(2, 1, 0, 1), await People.CountAsync(since.AddHours(1)));
    }

    async Task<IEnumerable<string>> FoundAsync(string words) =>
        (await People.SearchAsync(words, null, 10)).Select(person => person.Name);

    [StoreFact]
    public async Task An_address_has_one_account()
    {
        await CreateAsync("ann@shop.example");

        Assert.Null(await People.CreateAsync(new NewPerson { Name = "Another", Email = "ANN@shop.example" }));
    }

    [StoreFact]
    public async Task Many_that_want_one_address_at_once_get_one_account()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => People.CreateAsync(new NewPerson { Name = "Ann", Email = "ann@shop.example" })));

        Assert.Single(made, person => person is not null);
    }

    [StoreFact]
    public async Task Of_many_that_come_first_at_once_one_looks_after_the_server()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            i => People.CreateAsync(new NewPerson { Name = "Ann", Email = $"{i}@shop.example" })));

        Assert.Single(made, person => person!.Administrator);
    }

    [StoreFact]
    public async Task Somebody_can_be_made_to_look_after_the_server()
    {
        await CreateAsync("first@shop.example");

        var second = await People.CreateAsync(new NewPerson { Name = "Second", Administrator = true });

        Assert.True(second!.Administrator);
    }

    [StoreFact]
    public async Task People_without_an_address_do_not_stand_in_each_others_way()
    {
        Assert.NotNull(await People.CreateAsync(new NewPerson { Name = "One" }));
        Assert.NotNull(await People.CreateAsync(new NewPerson { Name = "Two" }));
    }

    [StoreFact]
    public async Task What_is_changed_is_kept()
    {
        var person = await CreateAsync("ann@shop.example");

        var changed = await People.UpdateAsync(person with
        {
            Name = "Anna",
            Email = "anna@shop.example",
            Picture = BlobKey.Of("picture"u8),
            Language = "ko",
            Units = Units.Imperial,
            Gender = "woman",
            Credentials = person.Credentials with { PasswordHash = "hash", Stamp = "stamp", TwoFactor = true, AuthenticatorKey = "key" },
        });

        Assert.Equal(changed, await People.GetAsync(person.Id));
        Assert.Equal(("Anna", "anna@shop.example", BlobKey.Of("picture"u8), "ko", Units.Imperial, "woman"),
            (changed!.Name, changed.Email, changed.Picture!.Value, changed.Language, changed.Units, changed.Gender));
        Assert.Equal(new Credentials { PasswordHash = "hash", Stamp = "stamp", TwoFactor = true, AuthenticatorKey = "key" },
            changed.Credentials);
        Assert.Null(await People.FindByEmailAsync("ann@shop.example"));
    }

    [StoreFact]
    public async Task A_change_of_an_older_state_is_refused()
    {
        var person = await CreateAsync("ann@shop.example");
        await People.UpdateAsync(person with { Name = "Anna" });

        Assert.Null(await People.UpdateAsync(person with { Name = "Annie" }));
        Assert.Equal("Anna", (await People.GetAsync(person.Id))!.Name);
    }

    [StoreFact]
    public async Task Nobody_gets_anothers_address()
    {
        await CreateAsync("ann@shop.example");
        var bea = await CreateAsync("bea@shop.example");

        Assert.Null(await People.UpdateAsync(bea with { Email = "Ann@shop.example" }));
    }

    [StoreFact]
    public async Task Wrong_tries_at_the_same_moment_are_all_counted()
    {
        var person = await CreateAsync("ann@shop.example");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => People.CountFailureAsync(person.Id)));

        Assert.Equal(8, (await People.GetAsync(person.Id))!.Credentials.Failures);
        await People.ForgetFailuresAsync(person.Id);
        Assert.Equal(0, (await People.GetAsync(person.Id))!.Credentials.Failures);
    }

    [StoreFact]
    public async Task A_change_of_the_person_does_not_undo_a_lock()
    {
        var person = await CreateAsync("ann@shop.example");
        var until = _clock.GetUtcNow() + TimeSpan.FromMinutes(5);

        await People.LockAsync(person.Id, until);
        var changed = await People.UpdateAsync(person with { Name = "Anna" });

        Assert.Equal(until, changed!.Credentials.LockedUntil);
    }

    [StoreFact]
    public async Task A_code_is_taken_once()
    {
        var person = await CreateAsync("ann@shop.example");
        var life = TimeSpan.FromMinutes(3);

        Assert.True(await People.TakeCodeAsync(person.Id, "123456", life));
        Assert.False(await People.TakeCodeAsync(person.Id, "123456", life));
        _clock.Advance(life + TimeSpan.FromSeconds(1));
        Assert.True(await People.TakeCodeAsync(person.Id, "123456", life));
    }

    [StoreFact]
    public async Task Pages_of_people_follow_each_other_from_the_newest()
    {
        var made = new List<long>();
        for (int i = 0; i < 5; i++)
        {
            made.Add((await CreateAsync($"{i}@shop.example")).Id);
        }

        var first = await People.ListAsync(null, 3);
        var second = await People.ListAsync(first[^1].Id, 3);

        Assert.Equal(made.OrderDescending(), first.Concat(second).Select(p => p.Id));
        Assert.Equal(5, await People.CountAsync());
    }

    [StoreFact]
    public async Task With_an_account_everything_that_belongs_to_it_goes()
    {
        var person = await CreateAsync("ann@shop.example");
        var login = new ExternalLogin("Kakao", "1");
        await new LoginStore(_database).AddAsync(person.Id, login);
        await new RecoveryCodeStore(_database).ReplaceAsync(person.Id, ["AAAA"]);
        await new SessionStore(_database).KeepAsync("key", new NewSession(person.Id, new byte[1], _clock.GetUtcNow().AddDays(1), null, null));
        var (key, _) = await new AccessTokenStore(_database).CreateAsync(person.Id, "script", null);
        await new LetterStore(_database).PostAsync(
            new Letter { Kind = "reset", Address = "ann@shop.example", PersonId = person.Id, Language = "en" });

        Assert.True(await People.DeleteAsync(person.Id));

        Assert.Null(await People.GetAsync(person.Id));
        Assert.Null(await People.FindByLoginAsync(login));
        Assert.Equal(0, await new RecoveryCodeStore(_database).CountAsync(person.Id));
        Assert.Null(await new SessionStore(_database).FindAsync("key", null));
        Assert.Null(await new AccessTokenStore(_database).PersonOfAsync(key));
        Assert.Null(await new LetterStore(_database).TakeAsync(TimeSpan.FromMinutes(1)));
        Assert.False(await People.DeleteAsync(person.Id));
    }

    [StoreFact]
    public async Task A_login_of_another_service_leads_to_one_person()
    {
        var login = new ExternalLogin("Kakao", "1");
        var ann = (await People.CreateAsync(new NewPerson { Name = "Ann", Login = login }))!;
        var bea = await CreateAsync("bea@shop.example");
        var logins = new LoginStore(_database);

        Assert.Equal(ann.Id, (await People.FindByLoginAsync(login))!.Id);
        Assert.Null(await People.CreateAsync(new NewPerson { Name = "Another", Login = login }));
        Assert.False(await logins.AddAsync(bea.Id, login));
        Assert.False(await logins.RemoveAsync(bea.Id, login));
        Assert.Equal([login], await logins.ListAsync(ann.Id));
        Assert.True(await logins.RemoveAsync(ann.Id, login));
        Assert.Null(await People.FindByLoginAsync(login));
    }

    [StoreFact]
    public async Task What_signs_in_is_in_no_text_of_a_person()
    {
        var person = (await People.CreateAsync(new NewPerson { Name = "Ann", PasswordHash = "the-hash" }))!;

        Assert.DoesNotContain("the-hash", person.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(person.Credentials.Stamp, person.ToString(), StringComparison.Ordinal);
    }

    async Task<Person> CreateAsync(string email) => (await People.CreateAsync(new NewPerson { Name = "Ann", Email = email }))!;

    public sealed class OnSqlite() : PersonStoreTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : PersonStoreTests(new PostgresTestDatabase());
}
