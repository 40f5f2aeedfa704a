using System.Text.Json;
using Drape.Store;
using Drape.Store.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Drape.Browser.Tests;

public sealed class OperationsTests(Browser browser) : IClassFixture<Browser>
{
    DrapeStore Store => browser.Services.GetRequiredService<DrapeStore>();

    [ChromiumFact]
    public async Task Who_looks_after_the_server_finds_it_and_others_do_not()
    {
        var eve = await AdministratorAsync();
        var page = await eve.OpenAsync("/closet");
        await page.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "Operations" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Operations.");
        await Expect(page.Locator("#tiles")).ToContainTextAsync("Ready");

        var other = await (await Wardrobe.MakeAsync(browser)).OpenAsync("/closet");
        await Expect(other.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "Operations" })).ToHaveCountAsync(0);
        await other.GotoAsync("/operations");
        await Expect(other.Locator("#tiles")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task With_the_keyboard_a_job_that_failed_is_tried_again_and_a_person_is_found()
    {
        var eve = await AdministratorAsync();
        await FailedJobAsync("Spring, from spring.csv");
        var page = await eve.OpenAsync("/operations");

        await page.GetByRole(AriaRole.Button, new() { Name = "Try again: Spring, from spring.csv" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".notice")).ToHaveTextAsync("It is tried again.");
        await Expect(page.Locator(".work li", new() { HasText = "Spring, from spring.csv" })).ToContainTextAsync("Waiting");

        await page.Locator("#words").FocusAsync();
        await page.Keyboard.TypeAsync("nobody is called that");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[aria-labelledby=people] .nothing")).ToHaveTextAsync("Nobody is called that.");
    }

    [ChromiumFact]
    public async Task On_a_korean_phone_everything_fits()
    {
        var eve = await AdministratorAsync();
        await FailedJobAsync("봄 상품");
        var page = await eve.OpenAsync("/operations", "ko-KR", 360, 740);

        await Expect(page.Locator("h1")).ToHaveTextAsync("운영 현황이에요.");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.True(await page.Locator(".scrolls[aria-labelledby=networks]").EvaluateAsync<bool>("table => table.scrollWidth <= table.clientWidth"));
    }

    [ChromiumFact]
    public async Task Nothing_keeps_anybody_from_using_it()
    {
        var eve = await AdministratorAsync();
        await FailedJobAsync("Autumn");
        await Store.Catalogs.FindOrCreateAsync("shop");
        foreach (int width in (int[])[1280, 390])
        {
            var page = await eve.OpenAsync("/operations", width: width);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                Assert.Equal([], (await Axe.FaultsAsync(page)).Select(fault => $"{scheme} {width}: {fault}"));
            }
        }
    }

    async Task<Wardrobe> AdministratorAsync()
    {
        var eve = await Wardrobe.MakeAsync(browser);
        await Store.People.UpdateAsync((await Store.People.GetAsync(eve.Person))! with { Administrator = true });
        return eve;
    }

    /// <summary>Of a kind that the server does not do: the test is the worker.</summary>
    async Task FailedJobAsync(string title)
    {
        await Store.Jobs.EnqueueAsync(new NewJob { Kind = "browser", Title = title, Payload = JsonElement.Parse("{}") });
        var taken = (await Store.Jobs.TakeAsync(["browser"], "test", TimeSpan.FromMinutes(10)))!;
        await Store.Jobs.FailAsync(taken, "The file has no column for prices: name one.", again: false);
    }
}
