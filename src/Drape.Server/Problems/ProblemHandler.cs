using Drape.Fetching;
using Drape.Imaging;
using Drape.Server.Catalogs;
using Drape.Server.Catalogs.Import;
using Drape.Server.Catalogs.Search;
using Drape.Server.Hosting;
using Drape.Store;
using Drape.Store.Blobs;
using Microsoft.AspNetCore.Diagnostics;

namespace Drape.Server.Problems;

/// <summary>
/// Turns what a request failed with into its problem; what nobody foresaw goes to the log, not to the caller.
/// </summary>
sealed partial class ProblemHandler(ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            ProblemException known => known.Problem,
            PhotoException photo => EngineProblems.Of(photo),
            FetchException fetch => EngineProblems.Of(fetch),
            SearchException search => CatalogProblems.Impossible(search.Message),
            ImportException import => CatalogProblems.Unreadable(import.Message),
            StoreException or BlobException => RequestProblems.Unavailable(exception.Message),
            BadHttpRequestException bad => RequestProblems.OfStatus(bad.StatusCode, httpContext.Request),
            _ => RequestProblems.Unexpected,
        };
        if (ReferenceEquals(problem, RequestProblems.Unexpected))
        {
            Failed(exception, httpContext.Request.Method, httpContext.Request.Path.ToUriComponent(),
                RequestTrace.Of(httpContext));
        }

        if (ProblemSetup.WantsPage(httpContext.Request))
        {
            httpContext.Response.StatusCode = problem.Status; // the page for it follows
            return true;
        }

        await new ProblemResult(problem).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed, trace {Trace}")]
    partial void Failed(Exception exception, string method, string path, string trace);
}
