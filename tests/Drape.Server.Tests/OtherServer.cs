using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Drape.Server.Tests;

/// <summary>Stands in for a shop's web server on this machine.</summary>
public sealed class OtherServer : IAsyncLifetime
{
    WebApplication? _app;

    /// <summary>How often it was called.</summary>
    public int Calls { get; private set; }

    public string this[string path] => _app!.Urls.First() + path;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Use((context, next) =>
        {
            Calls++;
            return next(context);
        });
        _app.MapGet("/shirt.jpg", () => Results.Bytes(Pictures.File(), "image/jpeg"));
        _app.MapGet("/page.html", () => Results.Content("<!doctype html><html></html>", "text/html"));
        _app.MapGet("/missing", () => Results.NotFound());
        _app.MapGet("/moved", () => Results.Redirect("/shirt.jpg"));
        _app.MapGet("/round", () => Results.Redirect("/round"));
        _app.MapGet("/inside", () => Results.Redirect("file:///etc/passwd"));
        _app.MapGet("/large", () => Results.Bytes(new byte[200_000], "image/jpeg"));
        _app.MapGet("/slow", async (HttpContext context) => await Task.Delay(5000, context.RequestAborted));
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();
}
