using Drape.Server.Problems;

namespace Drape.Server.Photos;

/// <summary>Why a saved photo cannot be had, or a photo not be saved.</summary>
static class PhotoProblems
{
    public static Problem LongUrl { get; } = New(422, "long-url", "The URL is too long",
        "The URL has more than the 2000 characters that are kept. Send the photo itself, or leave \"save\" out.");

    public static Problem NotFound(long id) =>
        New(404, "not-found", "There is no such photo", $"There is no saved photo {id}, or no longer.");

    public static Problem NoSource(long id) => New(409, "no-source", "The photo has no URL",
        $"Photo {id} was sent, not fetched, and photos are not kept. Send it again with \"save\".");

    static Problem New(int status, string kind, string title, string detail) =>
        new() { Type = $"urn:drape:saved-photo:{kind}", Title = title, Status = status, Detail = detail };
}
