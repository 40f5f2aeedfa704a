using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Drape.Server.Tests.Catalogs;

/// <summary>A shop's web server on this machine: pictures to fetch, and a place that tags are sent to.</summary>
public sealed class PictureServer : IAsyncLifetime
{
    WebApplication? _app;

    /// <summary>What was sent: the headers by name, and the body.</summary>
    internal ConcurrentQueue<(Dictionary<string, string> Headers, byte[] Body)> Received { get; } = new();

    /// <summary>Every call of the place for tags, those that it did not take as well.</summary>
    internal ConcurrentQueue<(string Delivery, DateTimeOffset At)> Calls { get; } = new();

    /// <summary>How often the place for tags answers 503 before it takes them.</summary>
    public int Stumbles { get; set; }

    /// <summary>How many of the pictures under /held/ may leave.</summary>
    public SemaphoreSlim Held { get; } = new(0);

    public string this[string path] => _app!.Urls.First() + path;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/red.jpg", () => Results.Bytes(Wardrobe.RedShirt, "image/jpeg"));
        _app.MapGet("/navy.jpg", () => Results.Bytes(Wardrobe.NavyShirt, "image/jpeg"));
        _app.MapGet("/jeans.jpg", () => Results.Bytes(Wardrobe.Jeans, "image/jpeg"));
        _app.MapGet("/words.jpg", () => Results.Bytes(Pictures.Words(), "image/jpeg"));
        _app.MapGet("/held/{name}", async (HttpContext context) =>
        {
            await Held.WaitAsync(context.RequestAborted);
            return Results.Bytes(Wardrobe.RedShirt, "image/jpeg");
        });
        _app.MapPost("/tags", async (HttpRequest request) =>
        {
            Calls.Enqueue((request.Headers["X-Drape-Delivery"].ToString(), DateTimeOffset.UtcNow));
            if (Stumbles > 0)
            {
                Stumbles--;
                return Results.StatusCode(503);
            }

            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            Received.Enqueue((request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(),
                StringComparer.OrdinalIgnoreCase), body.ToArray()));
            return Results.NoContent();
        });
        _app.MapPost("/refusing", () => Results.StatusCode(410));
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();
}
