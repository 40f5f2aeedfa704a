using System.Net.Http.Headers;
using Drape.Drawing;
using Drape.Imaging;
using Drape.Store;
using Drape.Store.Looks;
using Drape.Store.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Drape.Browser.Tests;

/// <summary>Somebody who posts looks, signed in at a browser.</summary>
sealed class Lookbook(Browser browser, Person person, string email)
{
    const string Password = "three warm scarves";

    public static LookLimits Limits { get; } = new(1000, 1000, 1000, 1000);

    public Person Person => person;

    public DrapeStore Store => browser.Services.GetRequiredService<DrapeStore>();

    /// <summary>Makes an account.</summary>
    public static async Task<Lookbook> MakeAsync(Browser browser, string name, bool administrator = false)
    {
        string email = $"{Guid.NewGuid():n}@shop.example";
        var store = browser.Services.GetRequiredService<DrapeStore>();
        var person = (await store.People.CreateAsync(new NewPerson
        {
            Name = name, Email = email, PasswordHash = new PasswordHasher<object>().HashPassword(new object(), Password),
        }))!;
        if (person.Administrator != administrator)
        {
            person = (await store.People.UpdateAsync(person with { Administrator = administrator }))!;
        }

        return new Lookbook(browser, person, email);
    }

    /// <summary>Signs in and goes to a page.</summary>
    public async Task<IPage> OpenAsync(string path, string language = "en-GB", int width = 1280, int height = 860,
        bool scripts = true)
    {
        var page = await browser.OpenAsync(language, width, height, scripts: scripts);
        await page.GotoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        await page.FillAsync("#Email", email);
        await page.FillAsync("#Password", Password);
        await page.Locator("main button.primary").First.ClickAsync();
        await page.WaitForURLAsync("**" + path, new() { WaitUntil = WaitUntilState.Commit });
        return page;
    }

    /// <summary>Posts a look as a program does.</summary>
    /// <returns>Its number.</returns>
    public async Task<long> PostAsync(string visibility = "public", string section = "open", string? text = null,
        GarmentShape shape = GarmentShape.TShirt, int colour = 0x1F2A4D)
    {
        var (key, _) = await Store.AccessTokens.CreateAsync(person.Id, "test", null);
        using var client = browser.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var drawn = Painter.Paint(new GarmentScene
        {
            Shape = shape, Pattern = GarmentPattern.Striped, Colour = colour, Width = 480, Height = 640,
        });
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(PhotoEncoder.Encode(new PixelImage(drawn.Width, drawn.Height, drawn.Pixels), PhotoFormat.Jpeg)),
                "photo", Drawings.LookName },
            { new StringContent(visibility), "visibility" },
            { new StringContent(section), "section" },
            { new StringContent(text ?? ""), "text" },
        };
        var answer = await client.PostAsync("/api/v1/looks", form);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await Store.Looks.AllOfAsync(person.Id))[^1].Id;
    }
}
