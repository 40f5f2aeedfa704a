using Drape.Fetching;
using Drape.Imaging;

namespace Drape.Server.Problems;

/// <summary>The engine's refusals as problems: its sentence is the detail, its kind of error the type.</summary>
static class EngineProblems
{
    public static Problem Of(PhotoException refusal)
    {
        var (status, kind, title) = refusal.Error switch
        {
            PhotoError.Empty => (422, "empty", "The photo is empty"),
            PhotoError.TooManyBytes => (413, "too-many-bytes", "The file is too large"),
            PhotoError.TooManyPixels => (422, "too-many-pixels", "The picture is too large"),
            PhotoError.ZeroSize => (422, "zero-size", "The picture has no size"),
            PhotoError.NotAPicture => (415, "not-a-picture", "The file is not a picture"),
            PhotoError.UnsupportedFormat => (415, "unsupported-format", "The format is not read"),
            PhotoError.Truncated => (422, "truncated", "The picture is cut off"),
            _ => (422, "damaged", "The picture is damaged"),
        };
        return New(status, $"urn:drape:photo:{kind}", title, refusal);
    }

    public static Problem Of(FetchException refusal)
    {
        var (status, kind, title) = refusal.Error switch
        {
            FetchError.NotAUrl => (422, "not-a-url", "The URL cannot be used"),
            FetchError.ForbiddenAddress => (422, "forbidden-address", "The URL leads where photos are not fetched"),
            FetchError.Refused => (502, "refused", "The other server refused"),
            FetchError.TooManyRedirects => (502, "too-many-redirects", "The URL redirects too often"),
            FetchError.TimedOut => (504, "timed-out", "The other server took too long"),
            FetchError.TooManyBytes => (413, "too-many-bytes", "The file is too large"),
            _ => (502, "unreachable", "The other server cannot be reached"),
        };
        return New(status, $"urn:drape:fetch:{kind}", title, refusal);
    }

    static Problem New(int status, string type, string title, Exception refusal) =>
        new() { Type = type, Title = title, Status = status, Detail = refusal.Message };
}
