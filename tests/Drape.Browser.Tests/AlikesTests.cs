using System.Net.Http.Json;
using Drape.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Drape.Browser.Tests;

public sealed class AlikesTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    public async Task Each_garment_has_its_look_alikes_where_there_is_a_catalog()
    {
        using (var client = new HttpClient { BaseAddress = browser.ClientOptions.BaseAddress })
        {
            await client.DeleteAsync("/api/v1/catalogs/shop"); // what another test has left
        }

        var before = await browser.OpenAsync();
        await before.SetInputFilesAsync("#files", Drawings.Shirt());
        await Expect(before.Locator(".timing")).ToBeVisibleAsync();
        await Expect(before.Locator(".alike")).ToHaveCountAsync(0);
        await FillAsync();

        var page = await browser.OpenAsync();
        await page.SetInputFilesAsync("#files", Drawings.Shirt());
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Look-alikes" });
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        // The jeans are no look-alike of a shirt.
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.Locator("li")).ToHaveCountAsync(1);
        await Expect(dialog.Locator(".card").First).ToContainTextAsync("Striped shirt");
        await Expect(dialog.Locator(".card").First).ToContainTextAsync("€39.90");
        await Expect(dialog.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "https://example.com/1");
        await page.Context.RouteAsync("https://example.com/**", route => route.FulfillAsync(new() { Body = "A shop." }));
        var shop = await page.Context.RunAndWaitForPageAsync(() => dialog.GetByRole(AriaRole.Link).ClickAsync());
        await shop.CloseAsync();
        var clicks = browser.Services.GetRequiredService<DrapeStore>().Clicks;
        await WaitAsync(async () => await clicks.MostAsync(DateOnly.MinValue, 9) is [{ Product: "1", Clicks: 1 }]);

        Assert.True(await dialog.Locator("img").First.EvaluateAsync<bool>(
            "async image => { await image.decode(); return image.naturalWidth > 0; }"));

        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task The_dialog_speaks_korean_and_fits_a_phone()
    {
        await FillAsync();
        var page = await browser.OpenAsync("ko-KR", 390, 844);
        await page.SetInputFilesAsync("#files", Drawings.Shirt());
        await page.GetByRole(AriaRole.Button, new() { Name = "비슷한 상품" }).ClickAsync();

        await Expect(page.Locator("dialog li")).ToHaveCountAsync(1);

        Assert.Equal(0, await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.GetByRole(AriaRole.Button, new() { Name = "닫기" }).ClickAsync();
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task Those_of_the_own_kind_come_first_and_each_kind_by_what_is_shown()
    {
        await FillAsync();
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var store = browser.Services.GetRequiredService<DrapeStore>();
        await store.People.UpdateAsync((await store.People.GetAsync(wardrobe.Person))! with { Gender = "Woman" });
        var page = await wardrobe.OpenAsync("/");
        string asked = "";
        await page.RouteAsync("**/api/v1/search", route =>
        {
            asked = route.Request.PostData ?? "";
            return route.FulfillAsync(new() { ContentType = "application/json", Body = """
                { "results": [
                  { "catalog": "shop", "product": "a", "score": 0.9, "type": "jacket", "colour": "navy", "name": "A jacket" },
                  { "catalog": "shop", "product": "b", "score": 0.8, "type": "blazer", "colour": "navy", "name": "A blazer" },
                  { "catalog": "shop", "product": "c", "score": 0.7, "type": "blazer", "colour": "navy", "name": "Another blazer" } ] }
                """ });
        });
        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await page.GetByRole(AriaRole.Button, new() { Name = "Look-alikes: blazer" }).ClickAsync();

        await Expect(page.Locator("dialog .what")).ToHaveTextAsync(["A blazer", "Another blazer", "A jacket"]);
        await Expect(page.Locator("dialog h3")).ToHaveTextAsync("Of other kinds");
        Assert.Contains("woman", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("diversity", asked, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task What_is_not_sure_is_called_perhaps_in_the_finds_of_a_look()
    {
        await FillAsync();
        var page = await browser.OpenAsync();
        await page.RouteAsync("**/api/v1/search/look**", route => route.FulfillAsync(new() { ContentType = "application/json", Body = """
            { "garments": [ { "garment": 2, "type": "unclear", "results": [
              { "catalog": "shop", "product": "a", "score": 0.9, "type": "belt", "colour": "brown", "name": "A belt" },
              { "catalog": "shop", "product": "b", "score": 0.8, "type": "shirt", "colour": "brown", "name": "A shirt" },
              { "catalog": "shop", "product": "c", "score": 0.2, "type": "belt", "colour": "brown", "name": "Hardly a belt" } ] } ] }
            """ }));
        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await page.GetByRole(AriaRole.Button, new() { Name = "Shop the look" }).ClickAsync();

        await Expect(page.Locator("dialog h3")).ToHaveTextAsync("perhaps belt");
        await Expect(page.Locator("dialog .what")).ToHaveTextAsync("A belt");
    }

    [ChromiumFact]
    public async Task The_whole_look_is_found_at_once()
    {
        await FillAsync();
        var page = await browser.OpenAsync(width: 390, height: 844);
        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await page.GetByRole(AriaRole.Button, new() { Name = "Shop the look" }).ClickAsync();

        // The engine that looks for products sees the drawing as it is: one shirt.
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.Locator("h3")).ToHaveCountAsync(1);
        await Expect(dialog.Locator(".card").First).ToContainTextAsync("Striped shirt");
        Assert.Equal(0, await page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    static async Task WaitAsync(Func<Task<bool>> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await happened())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    async Task FillAsync()
    {
        using var client = new HttpClient { BaseAddress = browser.ClientOptions.BaseAddress };
        while (!(await client.GetAsync("/health/ready")).IsSuccessStatusCode)
        {
            await Task.Delay(50);
        }

        using var made = await client.PutAsync("/api/v1/catalogs/shop", null);
        made.EnsureSuccessStatusCode();
        string picture = Convert.ToBase64String(Drawings.Shirt().Buffer);
        using var put = await client.PostAsJsonAsync("/api/v1/catalogs/shop/products", new object[]
        {
            new { id = "1", picture, name = "Striped shirt", price = 39.9, currency = "EUR", link = "https://example.com/1" },
            new { id = "2", picture = Convert.ToBase64String(Drawings.Jeans().Buffer), name = "Jeans", price = 5 },
        });
        put.EnsureSuccessStatusCode();
    }
}
