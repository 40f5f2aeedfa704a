using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Server.People;
using Drape.Store;
using Drape.Store.People;

namespace Drape.Cli.Users;

/// <summary><c>drape user</c>: the people of the web app, for whoever has the machine.</summary>
static class UserCommand
{
    const string Lessons = """
        Examples:
          drape user list                             everybody, the newest first
          drape user add ann@example.com --name Ann   an account with a password that is shown once
          drape user admin ann@example.com            lets her look after the server; --off takes it back
          drape user reset ann@example.com            a new password, shown once; two-step sign-in is turned off
        """;

    public static Command Create(Output output)
    {
        var command = new TaughtCommand("user", "List people; add one, make one an administrator, reset a password.", Lessons)
        {
            List(output),
            Add(output),
            Admin(output),
            Reset(output),
        };
        return command;
    }

    static TaughtCommand List(Output output)
    {
        var command = new TaughtCommand("list", "List the people, the newest first.", Lessons);
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await DrapeHome.OpenAsync(parsed.GetValue(home), cancellation);
            var people = new List<Person>();
            while (await store.People.ListAsync(people.Count == 0 ? null : people[^1].Id, 1000, cancellation) is { Count: > 0 } page)
            {
                people.AddRange(page);
            }

            if (parsed.GetValue(json))
            {
                output.Out.WriteLine(JsonSerializer.Serialize<IReadOnlyList<UserSummary>>(
                    [.. people.Select(UserSummary.Of)], UserJson.Indented.IReadOnlyListUserSummary));
            }
            else if (people.Count == 0)
            {
                output.Out.WriteLine("There is nobody yet. 'drape user add ADDRESS --name NAME' makes an account.");
            }
            else
            {
                Write(people, output);
            }

            return ExitCode.Done;
        });
        return command;
    }

    static TaughtCommand Add(Output output)
    {
        var address = Address();
        var name = new Option<string>("--name") { Description = "The name that others see.", HelpName = "NAME", Required = true };
        var admin = new Option<bool>("--admin") { Description = "Looks after the server; the first of all does in any case." };
        var command = new TaughtCommand("add", "Make an account, with a password that is shown once.", Lessons) { address, name, admin };
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await DrapeHome.OpenAsync(parsed.GetValue(home), cancellation);
            string password = NewPassword.Make();
            var person = await store.People.CreateAsync(new NewPerson
            {
                Name = Right(parsed.GetRequiredValue(name)),
                Email = parsed.GetRequiredValue(address),
                PasswordHash = NewPassword.Hash(password),
                Administrator = parsed.GetValue(admin),
            }, cancellation) ?? throw new WrongUseException($"{parsed.GetRequiredValue(address)} has an account already.");
            Tell(person, password, $"{person.Name} has an account{(person.Administrator ? " and looks after the server" : "")}.",
                parsed.GetValue(json), output);
            return ExitCode.Done;
        });
        return command;
    }

    static TaughtCommand Admin(Output output)
    {
        var address = Address();
        var off = new Option<bool>("--off") { Description = "Take it back." };
        var command = new TaughtCommand("admin", "Let somebody look after the server.", Lessons) { address, off };
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await DrapeHome.OpenAsync(parsed.GetValue(home), cancellation);
            var person = await FindAsync(store, parsed.GetRequiredValue(address), cancellation);
            bool on = !parsed.GetValue(off);
            var kept = await KeepAsync(store, person with { Administrator = on }, cancellation);
            Tell(kept, null, $"{kept.Name} {(on ? "looks after the server" : "looks after the server no longer")}.",
                parsed.GetValue(json), output);
            return ExitCode.Done;
        });
        return command;
    }

    static TaughtCommand Reset(Output output)
    {
        var address = Address();
        var command = new TaughtCommand("reset",
            "Give somebody a new password, shown once; ends every session and turns two-step sign-in off.", Lessons) { address };
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await DrapeHome.OpenAsync(parsed.GetValue(home), cancellation);
            var person = await FindAsync(store, parsed.GetRequiredValue(address), cancellation);
            string password = NewPassword.Make();
            var kept = await KeepAsync(store, person with
            {
                Credentials = person.Credentials with
                {
                    PasswordHash = NewPassword.Hash(password),
                    Stamp = Secret.New(),
                    TwoFactor = false,
                    AuthenticatorKey = null,
                },
            }, cancellation);
            await store.RecoveryCodes.ReplaceAsync(kept.Id, [], cancellation);
            await store.People.LockAsync(kept.Id, null, cancellation);
            await store.People.ForgetFailuresAsync(kept.Id, cancellation);
            await store.Sessions.EndAllAsync(kept.Id, exceptKey: null, cancellation);
            Tell(kept, password, $"{kept.Name} has a new password, and is signed out everywhere.", parsed.GetValue(json), output);
            return ExitCode.Done;
        });
        return command;
    }

    static void Write(List<Person> people, Output output)
    {
        var table = new TextTable("name", "address", "", "since");
        foreach (var person in people)
        {
            table.Add(Printable.Text(person.Name), Printable.Text(person.Email ?? ""), person.Administrator ? "administrator" : "",
                person.CreatedAt.ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        table.Write(output.Out, new Ink(output.Colours));
    }

    static void Tell(Person person, string? password, string sentence, bool json, Output output)
    {
        if (json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize(
                new UserChange(UserSummary.Of(person), password), UserJson.Indented.UserChange));
            return;
        }

        output.Out.WriteLine(Printable.Text(sentence));
        if (password is not null)
        {
            output.Out.WriteLine($"The password, which is not shown again: {password}");
        }
    }

    static string Right(string name) => ProfileName.Of(name)
        ?? throw new WrongUseException("--name is a name of 1 to 60 characters.");

    static async Task<Person> FindAsync(DrapeStore store, string address, CancellationToken cancellation) =>
        await store.People.FindByEmailAsync(address, cancellation)
            ?? throw new WrongUseException($"Nobody has the address '{address}'. 'drape user list' shows everybody.");

    static async Task<Person> KeepAsync(DrapeStore store, Person person, CancellationToken cancellation) =>
        await store.People.UpdateAsync(person, cancellation)
            ?? throw new StoreException($"{person.Name} was changed at this moment: try again.");

    static Argument<string> Address()
    {
        var address = new Argument<string>("address") { Description = "The person's e-mail address.", HelpName = "ADDRESS" };
        address.Validators.Add(result =>
        {
            string? given = result.Tokens.Count > 0 ? result.Tokens[0].Value : null;
            if (given is not null && !EmailAddress.IsRight(given))
            {
                result.AddError($"'{given}' is no e-mail address: write it as ann@example.com.");
            }
        });
        return address;
    }
}
