using System.Text.Json;
using Drape.Server.Hosting;
using Drape.Server.Problems;

namespace Drape.Server.Catalogs.Tags;

/// <summary>What tagging is asked for, but for the products.</summary>
public sealed record TagRequest
{
    const int LongestUrl = 2000;
    const int LongestSecret = 1000;

    /// <summary>Where the tags are sent: an http(s) URL.</summary>
    public string? Webhook { get; init; }

    /// <summary>What they are signed with.</summary>
    public string? Secret { get; init; }

    /// <summary>Reads it from a request's JSON object.</summary>
    /// <exception cref="ProblemException">It cannot be used.</exception>
    internal static TagRequest Parse(ReadOnlySpan<byte> json)
    {
        TagRequest request;
        try
        {
            JsonFields.RequireKnown(json, "products", "webhook", "secret");
            request = JsonSerializer.Deserialize<TagRequest>(json, ServerJson.Options)
                ?? throw new ProblemException(RequestProblems.MalformedJson("The JSON is not an object."));
        }
        catch (JsonException e)
        {
            throw new ProblemException(RequestProblems.MalformedJson(
                "The JSON is damaged, or not an object with products, webhook and secret."), e);
        }

        if (request.Webhook is { } webhook && !(webhook.Length <= LongestUrl
            && Uri.TryCreate(webhook, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            throw Wrong($"'webhook' is no URL of at most {LongestUrl} characters that begins with http:// or https://.");
        }

        return request.Secret switch
        {
            null => request,
            { Length: 0 or > LongestSecret } => throw Wrong($"'secret' has 1 to {LongestSecret} characters."),
            _ when request.Webhook is null => throw Wrong("'secret' signs what is sent to a 'webhook', and there is none."),
            _ => request,
        };
    }

    static ProblemException Wrong(string detail) => new(RequestProblems.WrongParameter(detail));
}
