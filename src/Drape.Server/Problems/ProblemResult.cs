using System.Globalization;
using Drape.Server.Hosting;

namespace Drape.Server.Problems;

/// <summary>Answers with a problem.</summary>
sealed class ProblemResult(Problem problem) : IResult, IStatusCodeHttpResult, IValueHttpResult<Problem>
{
    public int? StatusCode => problem.Status;

    public Problem Value => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return response.WriteAsJsonAsync(problem with { TraceId = RequestTrace.Of(httpContext) }, ServerJson.Options,
            Problem.MediaType, httpContext.RequestAborted);
    }
}
