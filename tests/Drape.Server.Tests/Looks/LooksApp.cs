using Drape.Drawing;
using Drape.Server.Eva;
using Drape.Server.Tests.Closets;
using Drape.Server.Tests.Eva;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.Looks;

/// <summary>The application whose engine sees an outfit in what is called look.jpg, a plainer one in plain.jpg.</summary>
public class LooksApp : ClosetApp
{
    /// <summary>A photo of an outfit, as far as the engine here is concerned.</summary>
    public static byte[] Photo { get; } = Pieces.Photo(GarmentShape.TShirt, GarmentPattern.Striped, 0x1F2A4D);

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
        services.AddSingleton<Inspection>((analyzer, file, name, limits) => name switch
        {
            "look.jpg" => DressedLook.Smart().Wearing("dress", "red", "#b8322f", person: 1).Seen(name),
            "plain.jpg" => new DressedLook().Wearing("hoodie", "gray", "#8c8b89").Reads("street", 0.4, 0).Reads("sporty", 0.3, null)
                .Seen(name),
            _ => analyzer.Inspect(file, name, limits),
        }));

    /// <summary>Somebody new with a key, who looks after the server.</summary>
    public async Task<HttpClient> ModeratorAsync()
    {
        var (client, id) = await MemberAsync();
        var person = (await Store.People.GetAsync(id))!;
        Assert.NotNull(await Store.People.UpdateAsync(person with { Administrator = true }));
        return client;
    }

    /// <summary>Somebody new with a key who looks after nothing.</summary>
    public async Task<(HttpClient Client, long Person, string Handle)> PersonAsync()
    {
        var (client, id) = await MemberAsync();
        var person = (await Store.People.GetAsync(id))!;
        // The first of all accounts would look after the server.
        Assert.NotNull(await Store.People.UpdateAsync(person with { Administrator = false }));
        return (client, id, person.Handle);
    }
}

/// <summary>Where nobody posts more than one look a day.</summary>
public sealed class NarrowLooksApp : LooksApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Looks:LooksADay", "1").UseSetting("Looks:CommentsAnHour", "1").UseSetting("Looks:ReportsADay", "1");
    }
}

/// <summary>How looks are posted.</summary>
static class Posting
{
    public const string Looks = "/api/v1/looks";

    public static Task<HttpResponseMessage> PostLookAsync(this HttpClient client, string photo = "look.jpg",
        string? visibility = null, string? section = null, string? text = null, byte[]? file = null)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file ?? LooksApp.Photo), "photo", photo } };
        foreach (var (name, value) in ((string, string?)[])[("visibility", visibility), ("section", section), ("text", text)])
        {
            if (value is not null)
            {
                form.Add(new StringContent(value), name);
            }
        }

        return client.PostAsync(Looks, form);
    }

    /// <summary>Posts a look.</summary>
    /// <returns>Its number.</returns>
    public static async Task<long> LookAsync(
        this HttpClient client, LookVisibility visibility = LookVisibility.Public, string photo = "look.jpg", string? section = null) =>
        (await (await client.PostLookAsync(photo, LookWords.Of(visibility), section)).ReadingAsync()).GetProperty("id").GetInt64();

    public static Task<HttpResponseMessage> SayAsync(this HttpClient client, long look, string text) =>
        client.PostJsonAsync($"{Looks}/{look}/comments", System.Text.Json.JsonSerializer.Serialize(new { text }));

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path) => client.PutAsync(path, null);

    /// <summary>The numbers of the looks of a list.</summary>
    public static async Task<long[]> NumbersAsync(this HttpClient client, string query)
    {
        var page = await (await client.GetAsync(query)).ReadingAsync();
        return [.. page.GetProperty("looks").EnumerateArray().Select(look => look.GetProperty("id").GetInt64())];
    }
}
