using System.Diagnostics;

namespace Drape.Server.Hosting;

/// <summary>One line a request. Query strings and headers may hold secrets and are left out.</summary>
sealed partial class RequestLog(RequestDelegate next, ServerTally tally, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        long start = Stopwatch.GetTimestamp();
        // What was asked for: a page that says what was wrong is served under another path.
        var (method, asked) = (context.Request.Method, context.Request.Path);
        try
        {
            await next(context);
        }
        finally
        {
            tally.Answered(context.Response.StatusCode);
            // Probes come every few seconds; they are worth a line only when somebody looks for them.
            var level = asked.StartsWithSegments("/health") ? LogLevel.Debug : LogLevel.Information;
            if (logger.IsEnabled(level))
            {
                string path = asked.ToUriComponent(); // escaped, so that no path forges a line
                double milliseconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1);
                string trace = RequestTrace.Of(context);
                Answered(level, method, path, context.Response.StatusCode, milliseconds,
                    context.Request.ContentLength ?? 0, trace);
            }
        }
    }

    [LoggerMessage(Message =
        "{Method} {Path} answered {Status} in {Milliseconds} ms, {Bytes} bytes received, trace {Trace}")]
    partial void Answered(LogLevel level, string method, string path, int status, double milliseconds, long bytes,
        string trace);
}
