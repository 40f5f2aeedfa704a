using System.Globalization;
using System.Security.Claims;
using Drape.Store;
using Drape.Store.People;

namespace Drape.Server.People;

/// <summary>Who asks, as the database has them now; read once a request and only where somebody wants to know.</summary>
sealed class Visitor(IHttpContextAccessor context, DrapeStore store)
{
    Task<Person?>? _person;

    /// <summary>Who is signed in; null for anybody else.</summary>
    public Task<Person?> PersonAsync() => _person ??= ReadAsync();

    /// <summary>Who is signed in, where a route lets nobody else in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the route forgot to ask for it.</exception>
    public async Task<Person> RequiredAsync() => await PersonAsync()
        ?? throw new InvalidOperationException("Nobody is signed in here.");

    /// <summary>Looks again: something of the person was changed.</summary>
    public void Forget() => _person = null;

    async Task<Person?> ReadAsync()
    {
        var http = context.HttpContext!;
        return IdOf(http.User) is { } id ? await store.People.GetAsync(id, http.RequestAborted) : null;
    }

    /// <summary>The number of the person for whom a principal stands; null for nobody.</summary>
    public static long? IdOf(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture,
            out long id) ? id : null;
}
