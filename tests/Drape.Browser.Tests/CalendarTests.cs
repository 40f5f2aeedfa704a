using System.Globalization;
using Drape.Store;
using Drape.Store.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Drape.Browser.Tests;

public sealed class CalendarTests(Browser browser) : IClassFixture<Browser>
{
    const string TooWide = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
          .filter(part => part.getBoundingClientRect().right > innerWidth + 0.5 && !part.parentElement.closest('.picks'))
          .map(part => part.tagName + '.' + part.className).concat('scrollWidth ' + document.documentElement.scrollWidth)
        """;

    static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.Now);

    CalendarStore Calendar => browser.Services.GetRequiredService<DrapeStore>().Calendar;

    [ChromiumFact]
    public async Task Who_has_nothing_to_wear_is_led_to_the_closet()
    {
        var page = await (await Wardrobe.MakeAsync(browser)).OpenAsync("/calendar");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "First something to wear." })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add clothes" }).ClickAsync();
        await page.WaitForURLAsync("**/closet/add");
    }

    [ChromiumFact]
    public async Task An_outfit_is_put_together_worn_and_taken_back()
    {
        var (wardrobe, shirt, jeans) = await TwoAsync();
        var page = await wardrobe.OpenAsync("/calendar");

        await page.GetByRole(AriaRole.Link, new() { Name = "Begin with today" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Navy t-shirt" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Blue jeans" }).CheckAsync();
        await Expect(page.Locator(".chosen-count")).ToHaveTextAsync("2 pieces");
        await page.FillAsync("#note", "Dinner");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".outfit-line")).ToHaveTextAsync("Navy t-shirt, blue jeans");
        await Expect(page.Locator(".outfit .state")).ToHaveTextAsync("Planned");

        await page.GetByRole(AriaRole.Button, new() { Name = "I wore this" }).ClickAsync();
        await Expect(page.Locator(".outfit .state")).ToHaveTextAsync("Worn");
        await Expect(page.Locator("#status")).ToContainTextAsync("one wear more");
        Assert.Equal((1, 1), (await WearsAsync(wardrobe, shirt), await WearsAsync(wardrobe, jeans)));

        await page.GetByRole(AriaRole.Button, new() { Name = "I did not wear it" }).ClickAsync();
        await Expect(page.Locator(".outfit .state")).ToHaveTextAsync("Planned");
        Assert.Equal(0, await WearsAsync(wardrobe, shirt));
    }

    [ChromiumFact]
    public async Task An_outfit_is_copied_changed_taken_off_and_put_back()
    {
        var (wardrobe, shirt, jeans) = await TwoAsync();
        await Calendar.AddAsync(wardrobe.Person, new OutfitDetails { Day = Today, Pieces = [shirt, jeans], Worn = true });
        var page = await wardrobe.OpenAsync($"/calendar/{Text(Today)}");

        await page.Locator(".copy summary").ClickAsync();
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync(Text(Today.AddDays(9)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).ClickAsync();
        await page.Locator("#notice a").ClickAsync();
        await Expect(page.Locator(".outfit .state")).ToHaveTextAsync("Planned");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "I wore this" })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Change" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Blue jeans" }).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".outfit-line")).ToHaveTextAsync("Navy t-shirt");

        await page.GetByRole(AriaRole.Button, new() { Name = "Take it off the day" }).ClickAsync();
        await Expect(page.Locator(".outfit")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator(".outfit-line")).ToHaveTextAsync("Navy t-shirt");
    }

    [ChromiumFact]
    public async Task Months_turn_and_today_is_marked()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        var page = await wardrobe.OpenAsync("/calendar");
        await Expect(page.Locator($".day[data-day='{Text(Today)}']")).ToHaveAttributeAsync("aria-current", "date");

        var before = Today.AddMonths(-1);
        await page.Locator("a[rel=prev]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(before.ToString("MMMM yyyy", CultureInfo.InvariantCulture));
        await Expect(page.Locator("ol.month > li")).ToHaveCountAsync(DateTime.DaysInMonth(before.Year, before.Month));
        await Expect(page.Locator(".day[aria-current]")).ToHaveCountAsync(0);

        await Calendar.AddAsync(wardrobe.Person, new OutfitDetails { Day = Today, Pieces = [shirt] });
        await page.GetByRole(AriaRole.Link, new() { Name = "Today" }).ClickAsync();
        await Expect(page.Locator(".day[aria-current] .unseen")).ToContainTextAsync("Planned: Navy t-shirt");
    }

    [ChromiumFact]
    public async Task With_the_keyboard_alone_an_outfit_is_planned_and_worn()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        var page = await wardrobe.OpenAsync("/calendar");

        await page.Locator($".day[data-day='{Text(Today)}'] .day-link").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"input[name=pieces][value='{shirt}']").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("#note").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[id^=wear-]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".outfit .state")).ToHaveTextAsync("Worn");
        await Expect(page.Locator("[id^=wear-]")).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task Without_scripts_an_outfit_is_planned_and_worn()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        var signedIn = await wardrobe.OpenAsync("/calendar");
        var context = await signedIn.Context.Browser!.NewContextAsync(new()
        {
            JavaScriptEnabled = false,
            StorageState = await signedIn.Context.StorageStateAsync(),
            BaseURL = browser.ClientOptions.BaseAddress.ToString(),
            Locale = "en-GB",
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/calendar/{Text(Today)}/plan");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose 1 to 12 pieces");
        await page.Locator($"input[name=pieces][value='{shirt}']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I wore this" }).ClickAsync();

        await Expect(page.Locator(".outfit .state")).ToHaveTextAsync("Worn");
        await context.CloseAsync();
    }

    [ChromiumFact]
    public async Task On_a_narrow_phone_neither_today_nor_the_month_is_broken()
    {
        var (wardrobe, _, _) = await TwoAsync();
        var page = await wardrobe.OpenAsync("/calendar?month=2026-09", width: 360, height: 740);

        foreach (string one in (string[])["h1", ".turn .second"])
        {
            Assert.Equal((one, 1), (one, await page.Locator(one).EvaluateAsync<int>("""
                element => {
                  const text = document.createRange();
                  text.selectNodeContents(element);
                  return new Set([...text.getClientRects()].map(line => Math.round(line.top))).size;
                }
                """)));
        }
    }

    [ChromiumFact]
    public async Task On_a_korean_phone_everything_fits_and_speaks_korean()
    {
        var (wardrobe, shirt, jeans) = await TwoAsync();
        long id = (await Calendar.AddAsync(wardrobe.Person, new OutfitDetails { Day = Today, Pieces = [shirt, jeans] })).Outfit!.Id;
        var page = await wardrobe.OpenAsync("/calendar", "ko-KR", 360, 740);
        await Expect(page.Locator("h1")).ToHaveTextAsync($"{Today.Year}년 {Today.Month}월");

        foreach (string path in (string[])["/calendar", $"/calendar/{Text(Today)}", $"/calendar/{Text(Today)}/plan", $"/calendar/{Text(Today)}/plan/{id}"])
        {
            await page.GotoAsync(path);
            Assert.Equal([], (await page.EvaluateAsync<string[]>(TooWide)).Select(part => $"{path}: {part}"));
            Assert.DoesNotMatch("[A-Za-z]{4,}", await page.Locator("main").InnerTextAsync());
        }
    }

    [ChromiumFact]
    public async Task Nothing_keeps_anybody_from_using_the_pages()
    {
        var (wardrobe, shirt, jeans) = await TwoAsync();
        await Calendar.AddAsync(wardrobe.Person, new OutfitDetails { Day = Today, Pieces = [shirt, jeans], Worn = true, Note = "Dinner" });
        await Calendar.AddAsync(wardrobe.Person, new OutfitDetails { Day = Today, Pieces = [shirt] });
        foreach (int width in (int[])[1280, 390])
        {
            var page = await wardrobe.OpenAsync("/calendar", width: width);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                foreach (string path in (string[])["/calendar", $"/calendar/{Text(Today)}", $"/calendar/{Text(Today.AddDays(1))}", $"/calendar/{Text(Today)}/plan"])
                {
                    await page.GotoAsync(path);
                    Assert.Equal([], (await Axe.FaultsAsync(page)).Select(fault => $"{scheme} {width} {path}: {fault}"));
                }
            }
        }
    }

    async Task<(Wardrobe Wardrobe, long Shirt, long Jeans)> TwoAsync()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var ids = await wardrobe.BringAsync(Drawings.Shirt(), Drawings.Jeans());
        await wardrobe.SayAsync(ids[0], details => details with { Type = "t-shirt", Colour = "navy", Pattern = "striped" });
        await wardrobe.SayAsync(ids[1], details => details with { Type = "jeans", Colour = "blue", Pattern = "solid" });
        return (wardrobe, ids[0], ids[1]);
    }

    static async Task<int> WearsAsync(Wardrobe wardrobe, long piece) =>
        (await wardrobe.Closets.GetAsync(wardrobe.Person, piece))!.Wears;

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
