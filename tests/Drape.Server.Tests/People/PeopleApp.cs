using System.Net;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.People;

/// <summary>The application with people in it: each visitor has a browser's cookies of their own.</summary>
public class PeopleApp : DrapeApp
{
    public const string Password = "three warm scarves";

    /// <summary>The store behind it.</summary>
    public DrapeStore Store => Services.GetRequiredService<DrapeStore>();

    // All tests of a class come from one address.
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Tries:SignInsOfAddress", "1000").UseSetting("Tries:LettersOfAddress", "1000");

    /// <summary>Somebody with a browser.</summary>
    internal Guest Guest() => new(this, CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri("https://localhost"),
    }));

    /// <summary>Somebody who has signed up, confirmed, and is signed in.</summary>
    internal async Task<Guest> PersonAsync(string email, string name = "Ann")
    {
        var guest = Guest();
        await guest.SignUpAsync(email, name);
        var done = await guest.PostAsync(await LinkAsync(email), new() { ["Code"] = null });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        return guest;
    }

    /// <summary>The person of an address.</summary>
    public async Task<Person> KnownAsync(string email) => (await Store.People.FindByEmailAsync(email))!;

    /// <summary>The link of the last letter to an address.</summary>
    public Task<string> LinkAsync(string email, int letters = 1) => Mailbox.LinkAsync(email, letters);

    /// <summary>What was mailed to an address, the oldest first; waits until there are so many.</summary>
    public Task<IReadOnlyList<string>> MailAsync(string email, int letters) => Mailbox.MailAsync(email, letters);

    Mailbox Mailbox => new(Path.Combine(Home, "mail"));
}

/// <summary>The same with few tries.</summary>
public sealed class StrictApp : PeopleApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Tries:SignInsOfAddress", "5").UseSetting("Tries:LettersOfAddress", "3");
}
