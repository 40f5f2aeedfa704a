using System.Net.Http.Headers;
using Drape.Store;
using Drape.Store.Closets;
using Drape.Store.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Drape.Browser.Tests;

/// <summary>Somebody with a closet, signed in at a browser.</summary>
sealed class Wardrobe(Browser browser, Person person, string email)
{
    const string Password = "three warm scarves";

    public long Person => person.Id;

    public ClosetStore Closets => browser.Services.GetRequiredService<DrapeStore>().Closets;

    /// <summary>Makes an account.</summary>
    public static async Task<Wardrobe> MakeAsync(Browser browser)
    {
        string email = $"{Guid.NewGuid():n}@shop.example";
        var store = browser.Services.GetRequiredService<DrapeStore>();
        var person = (await store.People.CreateAsync(new NewPerson
        {
            Name = "Ann", Email = email, PasswordHash = new PasswordHasher<object>().HashPassword(new object(), Password),
        }))!;
        return new Wardrobe(browser, person, email);
    }

    /// <summary>Signs in and goes to a page.</summary>
    public async Task<IPage> OpenAsync(string path = "/closet", string language = "en-GB", int width = 1280, int height = 860)
    {
        var page = await browser.OpenAsync(language, width, height);
        await page.GotoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        await SignInAsync(page);
        await page.WaitForURLAsync("**" + path);
        return page;
    }

    /// <summary>Signs in where the door stands open on a page.</summary>
    public async Task SignInAsync(IPage page)
    {
        await page.FillAsync("#Email", email);
        await page.FillAsync("#Password", Password);
        await page.Locator("main button.primary").First.ClickAsync();
    }

    /// <summary>Brings photos in as a program does.</summary>
    /// <returns>The numbers of the pieces.</returns>
    public async Task<IReadOnlyList<long>> BringAsync(params FilePayload[] photos)
    {
        var store = browser.Services.GetRequiredService<DrapeStore>();
        var (key, _) = await store.AccessTokens.CreateAsync(person.Id, "test", null);
        using var client = browser.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var photo in photos)
        {
            using var body = new ByteArrayContent(photo.Buffer);
            body.Headers.ContentType = new("image/jpeg");
            var answer = await client.PostAsync("/api/v1/closet", body);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }

        return [.. (await Closets.AllAsync(person.Id, ClosetFilter.All)).Select(item => item.Id).Order()];
    }

    /// <summary>Says what a piece is, whatever was read.</summary>
    public Task SayAsync(long id, Func<ClosetDetails, ClosetDetails> change) => Closets.ChangeAsync(person.Id, id, change);
}
