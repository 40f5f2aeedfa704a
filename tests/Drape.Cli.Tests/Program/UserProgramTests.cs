using System.Text.Json;
using System.Text.RegularExpressions;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.People;

namespace Drape.Cli.Tests.Program;

public sealed class UserProgramTests : IDisposable
{
    readonly TemporaryFolder _home = new();

    [Fact]
    public async Task Somebody_gets_an_account_with_a_password_that_is_shown_once()
    {
        var ended = await RunAsync("add", "ann@shop.example", "--name", "Ann");

        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Matches(@"^Ann has an account and looks after the server\.\nThe password, which is not shown again: \w{4}(-\w{4}){3}\n$", ended.Out);
        Assert.Contains("ann@shop.example  administrator", (await RunAsync("list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_gets_one_account()
    {
        await RunAsync("add", "ann@shop.example", "--name", "Ann");

        var again = await RunAsync("add", "ANN@shop.example", "--name", "Ann");

        Assert.Equal((2, "drape: ANN@shop.example has an account already.\n"), (again.Code, again.Error));
    }

    [Fact]
    public async Task A_reset_gives_a_new_password_and_ends_what_the_old_one_had_opened()
    {
        var added = await RunAsync("add", "ann@shop.example", "--name", "Ann", "--json");
        await using (var store = await OpenAsync())
        {
            var person = (await store.People.FindByEmailAsync("ann@shop.example"))!;
            await store.People.UpdateAsync(person with { Credentials = person.Credentials with { TwoFactor = true } });
            await store.Sessions.KeepAsync("key", new NewSession(person.Id, new byte[1], DateTimeOffset.UtcNow.AddDays(1), null, null));
        }

        var reset = await RunAsync("reset", "ann@shop.example", "--json");

        Assert.NotEqual(Password(added.Out), Password(reset.Out));
        await using var after = await OpenAsync();
        Assert.False((await after.People.FindByEmailAsync("ann@shop.example"))!.Credentials.TwoFactor);
        Assert.Null(await after.Sessions.FindAsync("key", null));
    }

    [Fact]
    public async Task Looking_after_the_server_is_given_and_taken()
    {
        await RunAsync("add", "ann@shop.example", "--name", "Ann");
        await RunAsync("add", "bea@shop.example", "--name", "Bea");

        Assert.Equal("Bea looks after the server.\n", (await RunAsync("admin", "bea@shop.example")).Out);
        Assert.Equal("Bea looks after the server no longer.\n", (await RunAsync("admin", "bea@shop.example", "--off")).Out);
        Assert.Single(Regex.Matches((await RunAsync("list")).Out, "administrator"));
    }

    [Fact]
    public async Task Somebody_who_is_not_there_is_named()
    {
        var ended = await RunAsync("admin", "ann@shop.example");

        Assert.Equal((2, "drape: Nobody has the address 'ann@shop.example'. 'drape user list' shows everybody.\n"),
            (ended.Code, ended.Error));
    }

    public void Dispose() => _home.Dispose();

    static string Password(string json) => JsonElement.Parse(json).GetProperty("password").GetString()!;

    Task<DrapeStore> OpenAsync() => DrapeStore.OpenAsync(new StoreSettings { Home = _home.Path }, new BlobSettings());

    Task<Finished> RunAsync(params string[] arguments) =>
        DrapeProcess.RunAsync(["user", .. arguments, "--home", _home.Path]);
}
