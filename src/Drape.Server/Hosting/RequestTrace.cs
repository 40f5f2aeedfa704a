using System.Diagnostics;

namespace Drape.Server.Hosting;

/// <summary>The name of a request that a problem tells the caller and the log knows.</summary>
static class RequestTrace
{
    public static string Of(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
