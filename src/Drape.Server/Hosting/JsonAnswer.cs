using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Hosting;

/// <summary>Answers as JSON.</summary>
static class JsonAnswer
{
    /// <summary>An answer, as <see cref="ServerJson"/> writes it.</summary>
    public static JsonHttpResult<T> Of<T>(T answer) => TypedResults.Json(answer, ServerJson.Options);
}
