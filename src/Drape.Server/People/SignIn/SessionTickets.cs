using System.Net;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Drape.Server.People.SignIn;

/// <summary>
/// Keeps what a sign-in cookie stands for in the store, so that it can be listed and ended; the cookie is only its key.
/// </summary>
sealed class SessionTickets(IHttpContextAccessor context, DrapeStore store) : ITicketStore
{
    const string KeyItem = ".drape.session";
    const int LongestDevice = 200;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        string key = Secret.New();
        var request = context.HttpContext?.Request;
        string? device = request?.Headers.UserAgent.ToString();
        await store.Sessions.KeepAsync(key, new NewSession(
            PersonOf(ticket), TicketSerializer.Default.Serialize(ticket), EndOf(ticket),
            string.IsNullOrEmpty(device) ? null : device[..Math.Min(device.Length, LongestDevice)], Address), Cancellation);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        ticket.Properties.Items.Remove(KeyItem);
        return store.Sessions.RenewAsync(
            key, PersonOf(ticket), TicketSerializer.Default.Serialize(ticket), EndOf(ticket), Cancellation);
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (await store.Sessions.FindAsync(key, Address, Cancellation) is not { } kept)
        {
            return null;
        }

        var ticket = TicketSerializer.Default.Deserialize(kept);
        if (ticket is not null)
        {
            ticket.Properties.Items[KeyItem] = key; // for KeyOf, not for keeping
        }

        return ticket;
    }

    public Task RemoveAsync(string key) => store.Sessions.EndAsync(key, Cancellation);

    /// <summary>The key of the session in which a request came; null where it came in none.</summary>
    public static async Task<string?> KeyOf(HttpContext context) =>
        (await context.AuthenticateAsync()).Properties?.Items.TryGetValue(KeyItem, out string? key) == true ? key : null;

    CancellationToken Cancellation => context.HttpContext?.RequestAborted ?? CancellationToken.None;

    string? Address => (context.HttpContext?.Connection.RemoteIpAddress) is { } address ? Plain(address).ToString() : null;

    static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    static long PersonOf(AuthenticationTicket ticket) => Visitor.IdOf(ticket.Principal)
        ?? throw new InvalidOperationException("A session belongs to a person.");

    DateTimeOffset EndOf(AuthenticationTicket ticket) =>
        ticket.Properties.ExpiresUtc ?? store.Database.Now + PeopleSetup.SessionLife;
}
