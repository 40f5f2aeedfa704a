namespace Drape.Server.Hosting;

/// <summary>
/// Answers HEAD as GET is answered, without the body (RFC 9110, section 9.3.2): the routes themselves are for GET alone, and
/// who shows a link's picture asks for its type and size first.
/// </summary>
sealed class HeadRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
            context.Request.Method = HttpMethods.Head;
        }
    }
}
