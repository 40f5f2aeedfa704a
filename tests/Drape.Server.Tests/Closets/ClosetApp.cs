using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Drape.Drawing;
using Drape.Imaging;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests.Closets;

/// <summary>The application with people who have closets.</summary>
public class ClosetApp : DrapeApp
{
    const string Password = "three warm scarves";

    /// <summary>What is kept.</summary>
    public DrapeStore Store => Services.GetRequiredService<DrapeStore>();

    /// <summary>A program of somebody new, with their key.</summary>
    public async Task<(HttpClient Client, long Person)> MemberAsync()
    {
        var client = CreateClient();
        var person = (await Store.People.CreateAsync(new NewPerson { Name = "Ann" }))!;
        var (key, _) = await Store.AccessTokens.CreateAsync(person.Id, "test", null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return (client, person.Id);
    }

    /// <summary>Somebody new who is signed in at a browser.</summary>
    public async Task<(HttpClient Client, long Person)> VisitorAsync()
    {
        var client = CreateClient(new() { BaseAddress = new Uri("https://localhost") });
        string email = $"{Guid.NewGuid():n}@shop.example";
        var person = (await Store.People.CreateAsync(new NewPerson
        {
            Name = "Ben", Email = email, PasswordHash = new PasswordHasher<object>().HashPassword(new object(), Password),
        }))!;
        var form = new Dictionary<string, string> { ["Email"] = email, ["Password"] = Password };
        var answer = await client.PostFormAsync("/account/sign-in", "/account/sign-in", form);
        Assert.True(answer.IsSuccessStatusCode, $"Signing in answered {(int)answer.StatusCode}.");
        return (client, person.Id);
    }
}

/// <summary>A closet for three pieces, where two photos are many.</summary>
public sealed class NarrowClosetApp : ClosetApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Closet:MostItems", "3").UseSetting("Closet:AtOnce", "1");
}

/// <summary>Photos of clothes, and how they come into a closet.</summary>
static class Pieces
{
    public static byte[] Shirt { get; } = Photo(GarmentShape.TShirt, GarmentPattern.Striped, 0x1F2A4D);

    public static byte[] Jeans { get; } = Photo(GarmentShape.Jeans, GarmentPattern.Solid, 0x3A5580);

    public static byte[] Photo(GarmentShape shape, GarmentPattern pattern, int colour)
    {
        var drawn = Painter.Paint(new GarmentScene { Shape = shape, Pattern = pattern, Colour = colour, Width = 360, Height = 480 });
        return PhotoEncoder.Encode(new PixelImage(drawn.Width, drawn.Height, drawn.Pixels), PhotoFormat.Jpeg);
    }

    public static Task<HttpResponseMessage> BringAsync(this HttpClient client, params byte[][] photos)
    {
        var form = new MultipartFormDataContent();
        foreach (byte[] photo in photos)
        {
            form.Add(new ByteArrayContent(photo), "photo", "photo.jpg");
        }

        return client.PostAsync("/api/v1/closet", form);
    }

    /// <summary>The number of the one piece of a photo.</summary>
    public static async Task<long> PieceAsync(this HttpClient client, byte[] photo) =>
        (await (await client.BringAsync(photo)).ReadingAsync()).GetProperty("photos")[0].GetProperty("items")[0]
            .GetProperty("id").GetInt64();

    /// <summary>Sends a form of a page as a browser does, with the page's token.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string page, string address, Dictionary<string, string> fields)
    {
        string html = await client.GetStringAsync(page);
        string token = Regex.Match(html, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        return await client.PostAsync(address, new FormUrlEncodedContent(
            fields.Append(KeyValuePair.Create("__RequestVerificationToken", token))));
    }
}
