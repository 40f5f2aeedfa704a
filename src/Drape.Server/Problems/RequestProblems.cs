using Drape.Server.Hosting;

namespace Drape.Server.Problems;

/// <summary>The problems of requests themselves, whatever their photo.</summary>
static class RequestProblems
{
    public static Problem MalformedJson(string detail) =>
        New(400, "malformed-json", "The JSON cannot be read", detail);

    public static Problem MalformedBase64 { get; } = New(400, "malformed-base64", "The base64 text cannot be read",
        "The photo's base64 text is damaged: it may hold A-Z, a-z, 0-9, + and /, padded with = to a multiple of four.");

    public static Problem MalformedForm { get; } = New(400, "malformed-form", "The form cannot be read",
        "The multipart form is damaged or ends early. Send it again.");

    public static Problem MissingPhoto(string detail) => New(400, "missing-photo", "There is no photo", detail);

    public static Problem Malformed { get; } = New(400, "malformed", "The request cannot be read",
        "The request is damaged or ends early. Send it again.");

    public static Problem WrongParameter(string detail) =>
        New(400, "wrong-parameter", "A parameter cannot be used", detail);

    public static Problem UnsupportedType(string detail) =>
        New(415, "unsupported-content-type", "The content type is not read", detail);

    public static Problem TooLarge(string detail) => New(413, "too-large", "The request is too large", detail);

    public static Problem Busy { get; } = New(429, "busy", "Too many photos at once",
        "The server reads as many photos as it can. Try again in a moment.") with { RetryAfter = 1 };

    public static Problem BusySender { get; } = Busy with
    {
        Detail = "As many uploads as are received from one address at once are on their way. Try again in a moment.",
    };

    public static Problem TooMany(TimeSpan wait)
    {
        int seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return New(429, "too-many", "Too many requests", $"You have asked for as much as one may in a minute. Try again in "
            + (seconds == 1 ? "a second." : $"{seconds} seconds.")) with { RetryAfter = seconds };
    }

    public static Problem ForeignPage { get; } = New(403, "foreign-page", "Another site's page asked for this",
        "A page of another site may not change anything here. Call the API from a program, or from Drape's own pages.");

    public static Problem NotSignedIn { get; } = New(401, "not-signed-in", "Nobody is signed in",
        "Sign in, or send a key as 'Authorization: Bearer drape_...'; people make keys in their account's settings.");

    public static Problem NotAllowed { get; } = New(403, "not-allowed", "This is for others",
        "Your account may not do this. Ask whoever looks after the server.");

    public static Problem NoWriter { get; } = New(401, "not-signed-in", "Nobody is signed in",
        "Here only who looks after the server changes this: send a key of theirs as 'Authorization: Bearer drape_...', or sign in.");

    public static Problem NotAWriter { get; } = New(403, "not-allowed", "This is for others",
        "Here only who looks after the server changes this, and your account does not: ask them, or let them run 'drape user admin' for you.");

    public static Problem MissingToken { get; } = New(403, "missing-token", "The page's token is missing",
        "A browser's request that changes something carries the page's token as X-Drape-Token. Load the page again.");

    public static Problem BrowserOnly { get; } = New(403, "browser-only", "This is not for keys",
        "A key cannot do this: sign in at a browser.");

    public static Problem NoSuchToken(long id) =>
        New(404, "no-token", "There is no such key", $"You have no key of the number {id}.");

    public static Problem NoSuchSession(long id) =>
        New(404, "no-such-session", "There is no such session", $"You have no session {id}; it may have ended.");

    public static Problem ChangedMeanwhile { get; } = New(409, "changed-meanwhile", "Somebody else changed it",
        "The profile was changed at the same time. Read it again and repeat your change.");

    public static Problem Starting { get; } = New(503, "starting", "The server is starting",
        "The networks are still being loaded. Try again in a moment.") with { RetryAfter = 1 };

    public static Problem Unavailable(string detail) =>
        New(503, "unavailable", "What is kept cannot be reached", detail) with { RetryAfter = 5 };

    public static Problem Unexpected { get; } = New(500, "unexpected", "Drape failed",
        "The server failed while answering. Its log says why, under this traceId.");

    /// <summary>The problem of an answer that has a status and nothing else.</summary>
    public static Problem OfStatus(int status, HttpRequest request) => status switch
    {
        401 => NotSignedIn,
        403 => NotAllowed,
        404 => New(404, "not-found", "There is nothing here",
            $"There is nothing at {RouteText.Shown(request.Path)}. /openapi/v1.json lists what there is."),
        405 => New(405, "wrong-method", "The method does not fit",
            $"{RouteText.Shown(request.Path)} does not answer {request.Method}. "
            + "/openapi/v1.json lists what it answers."),
        408 => New(408, "too-slow", "The request is too slow", "The request arrived too slowly. Send it again."),
        413 => TooLarge("The request is larger than the server reads. Send a smaller photo."),
        415 => UnsupportedType("The content type is none that is read here. /openapi/v1.json lists those that are."),
        503 => Starting,
        >= 500 => Unexpected with { Status = status },
        _ => Malformed with { Status = status },
    };

    static Problem New(int status, string kind, string title, string detail) =>
        new() { Type = $"urn:drape:request:{kind}", Title = title, Status = status, Detail = detail };
}
