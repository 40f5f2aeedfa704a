using Drape.Server.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Drape.Server.Hosting;

/// <summary>
/// Refuses a parameter that stands in the address twice, where a route reads any: it would be taken for one text with a
/// comma in it.
/// </summary>
sealed class SingleParameters(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var (name, values) = context.Request.Query.FirstOrDefault(parameter => parameter.Value.Count > 1);
        return name is not null && ReadsParameters(context)
            ? new ProblemResult(RequestProblems.WrongParameter(
                $"'{name}' stands {values.Count} times in the address: give it once.")).ExecuteAsync(context)
            : next(context);
    }

    /// <summary>A route that reads parameters documents what it answers where they are wrong.</summary>
    static bool ReadsParameters(HttpContext context) => context.GetEndpoint() is { } route
        && route.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
            .Any(answer => answer.StatusCode == StatusCodes.Status400BadRequest);
}
