using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Drape.Store.People;

namespace Drape.Cli.Users;

/// <summary>What <c>drape user</c> tells of a person.</summary>
/// <param name="Handle">The name in addresses.</param>
/// <param name="Name">The name that others see.</param>
/// <param name="Email">The address; null if there is none.</param>
/// <param name="Administrator">Whether they look after the server.</param>
/// <param name="CreatedAt">When the account was made.</param>
sealed record UserSummary(string Handle, string Name, string? Email, bool Administrator, DateTimeOffset CreatedAt)
{
    public static UserSummary Of(Person person) =>
        new(person.Handle, person.Name, person.Email, person.Administrator, person.CreatedAt);
}

/// <summary>What was done to somebody.</summary>
/// <param name="User">The person as they are now.</param>
/// <param name="Password">A new password, shown this once; null if there is none.</param>
sealed record UserChange(UserSummary User, string? Password);

/// <summary>How people look as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<UserSummary>))]
[JsonSerializable(typeof(UserChange))]
sealed partial class UserJson : JsonSerializerContext
{
    public static UserJson Indented { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
