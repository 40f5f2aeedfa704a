using System.Globalization;
using System.Text.Json;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store.Looks;

namespace Drape.Server.Looks;

/// <summary>Who looks at looks.</summary>
static class Viewers
{
    /// <summary>Who asks, with what they may see.</summary>
    public static async Task<Viewer> ViewerAsync(this Visitor visitor) =>
        await visitor.PersonAsync() is { } person ? new Viewer(person.Id, person.Administrator) : Viewer.Anybody;

    /// <summary>A look that who asks may see.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static async Task<Look> RequireAsync(
        this LookStore looks, string id, Visitor visitor, CancellationToken cancellation) =>
        await looks.GetAsync(await visitor.ViewerAsync(), NumberOf(id), cancellation)
            ?? throw new ProblemException(LookProblems.NotFound(id));

    /// <summary>A number as it stands in addresses; one that is none is that of nothing.</summary>
    public static long NumberOf(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    /// <summary>Reads a JSON body.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(bytes);
        }
        catch (JsonException e)
        {
            throw new ProblemException(LookProblems.Wrong("The body is no JSON."), e);
        }
    }

    /// <summary>A text of a JSON object; null where it has none of that name.</summary>
    public static string? TextOf(this JsonElement json, string name) => json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
