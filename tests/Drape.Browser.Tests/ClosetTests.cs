using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Drape.Browser.Tests;

public sealed class ClosetTests(Browser browser) : IClassFixture<Browser>
{
    // What makes the page wider than its window, but for rows that scroll by themselves.
    const string TooWide = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
          .filter(part => part.getBoundingClientRect().right > innerWidth + 0.5 && !part.parentElement.closest('.picks'))
          .map(part => part.tagName + '.' + part.className).concat('scrollWidth ' + document.documentElement.scrollWidth)
        """;

    [ChromiumFact]
    public async Task An_empty_closet_teaches_and_photos_come_in_with_their_pieces()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var page = await wardrobe.OpenAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing hangs here yet." })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Add the first piece" }).ClickAsync();
        await Expect(page.Locator("#choose")).ToBeVisibleAsync(); // the script shows it, and hears of files from then on
        await page.SetInputFilesAsync("#files", [Drawings.Shirt(), Drawings.Jeans(), Drawings.Words()]);
        await Expect(page.Locator("#list .got .piece")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await Expect(page.Locator("#list li.bad .why")).ToContainTextAsync("not a picture");

        await page.Locator(".brought-end a").ClickAsync();
        await Expect(page.Locator("#pieces .piece")).ToHaveCountAsync(2);
        Assert.True(await page.Locator("#pieces img").First.EvaluateAsync<bool>(
            "image => image.decode().then(() => image.naturalWidth > 50)"));
    }

    [ChromiumFact]
    public async Task The_same_photo_again_is_asked_about_and_put_together()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        await wardrobe.BringAsync(Drawings.Shirt());
        var page = await wardrobe.OpenAsync("/closet/add");

        await page.SetInputFilesAsync("#files", Drawings.Shirt("again.jpg"));
        await page.GetByRole(AriaRole.Button, new() { Name = "It is the same" }).ClickAsync();
        await Expect(page.Locator("#list .got")).ToContainTextAsync("Put together");

        await page.GotoAsync("/closet");
        await Expect(page.Locator("#pieces .piece")).ToHaveCountAsync(1);
    }

    [ChromiumFact]
    public async Task Many_photos_come_in_as_a_job()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var page = await wardrobe.OpenAsync("/closet/add");
        var torn = new FilePayload { Name = "torn.jpg", MimeType = "image/jpeg", Buffer = "no picture"u8.ToArray() };

        await page.SetInputFilesAsync("#files",
            [Drawings.Shirt(), Drawings.Jeans(), Drawings.Shirt("2.jpg"), Drawings.Shirt("3.jpg"), Drawings.Jeans(), torn]);

        await Expect(page.Locator("#list .photo-line span")).ToHaveTextAsync("Done: 5 pieces came in.", new() { Timeout = 60_000 });
        await Expect(page.Locator("#list a")).ToHaveTextAsync("3 of them you may have already: have a look.");
        await Expect(page.Locator("#list .why")).ToContainTextAsync("torn.jpg");
    }

    [ChromiumFact]
    public async Task What_gave_nothing_is_told_in_the_language_of_the_page()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var page = await wardrobe.OpenAsync("/closet/add", "ko-KR", 360, 740);
        const string noPicture = "JPEG, PNG, WebP, GIF, AVIF 사진을 골라 주세요.";

        await page.SetInputFilesAsync("#files", Drawings.Words());
        await Expect(page.Locator("#list .why")).ToHaveTextAsync(noPicture);
        await page.SetInputFilesAsync("#files",
            [Drawings.Shirt(), Drawings.Jeans(), Drawings.Shirt("2.jpg"), Drawings.Jeans(), Drawings.Words("torn.jpg")]);
        await Expect(page.Locator("#list .why li")).ToHaveTextAsync("torn.jpg " + noPicture, new() { Timeout = 60_000 });

        await page.GotoAsync("/jobs");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "옷장에 넣을 사진 4장" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Files_without_a_picture_are_told_to_have_none()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var page = await wardrobe.OpenAsync("/closet/add");

        await page.SetInputFilesAsync("#files",
            new FilePayload { Name = "receipt.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4"u8.ToArray() });

        await Expect(page.Locator("#list li.bad")).ToContainTextAsync("receipt.pdf");
        await Expect(page.Locator("#list .why")).ToContainTextAsync("There is no picture among them.");
    }

    [ChromiumFact]
    public async Task Filters_and_words_sift_without_leaving_the_page()
    {
        var (wardrobe, shirt, jeans) = await TwoAsync();
        var page = await wardrobe.OpenAsync();
        await page.EvaluateAsync("window.stayed = true");

        await page.Locator("input[name=type][value=jeans]").CheckAsync();
        await Expect(page.Locator("#pieces .piece")).ToHaveCountAsync(1);
        await Expect(page.Locator("#pieces .piece")).ToHaveAttributeAsync("href", $"/closet/{jeans}");
        Assert.EndsWith("/closet?type=jeans", page.Url, StringComparison.Ordinal);

        await page.Locator("input[name=type][value='']").CheckAsync();
        await page.FillAsync("#words", "striped");
        await Expect(page.Locator("#pieces .piece")).ToHaveCountAsync(1);
        await Expect(page.Locator("#pieces .piece")).ToHaveAttributeAsync("href", $"/closet/{shirt}");

        await page.FillAsync("#words", "kimono");
        await Expect(page.Locator("#rack")).ToContainTextAsync("Nothing here is like that.");
        Assert.True(await page.EvaluateAsync<bool>("window.stayed === true"));
    }

    [ChromiumFact]
    public async Task What_was_read_wrongly_is_corrected_and_the_correction_undone()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        var page = await wardrobe.OpenAsync($"/closet/{shirt}");

        await page.SelectOptionAsync("#type", "polo");
        await page.Locator("input[name=colour][value=red]").CheckAsync();
        await page.FillAsync("#price", "39,90");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator("#headline")).ToHaveTextAsync("Red polo");
        await Expect(page.Locator(".piece-line")).ToContainTextAsync("€39.90");

        await page.Locator("#notice button").ClickAsync();
        await Expect(page.Locator("#headline")).ToHaveTextAsync("Navy t-shirt");
        await Expect(page.Locator("#status")).ToHaveTextAsync("Taken back.");
    }

    [ChromiumFact]
    public async Task What_cannot_be_is_said_and_nothing_lost()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        var page = await wardrobe.OpenAsync($"/closet/{shirt}");

        await page.FillAsync("#name", "For the beach");
        await page.FillAsync("#price", "cheap");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.Locator("#price")).ToBeFocusedAsync();
        await Expect(page.Locator("#price")).ToHaveValueAsync("cheap");
        await Expect(page.Locator("#price")).ToHaveAccessibleDescriptionAsync("That is no price. Write it like 39.90 or 1,299.");
        await Expect(page.Locator("#name")).ToHaveValueAsync("For the beach");
        await Expect(page.Locator("#headline")).ToHaveTextAsync("Navy t-shirt");

        await page.FillAsync("#price", "₩59,000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator("#headline")).ToHaveTextAsync("For the beach");
        await Expect(page.Locator(".piece-line")).ToContainTextAsync("₩59,000");
    }

    [ChromiumFact]
    public async Task Where_the_session_has_ended_one_signs_in_and_is_back()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        var page = await wardrobe.OpenAsync($"/closet/{shirt}");
        await page.Context.ClearCookiesAsync();

        await page.Locator("#wear-button").ClickAsync();

        await page.WaitForURLAsync($"**/account/sign-in?returnUrl=%2Fcloset%2F{shirt}");
    }

    [ChromiumFact]
    public async Task What_goes_wrong_is_said_and_leaves_the_page_as_it_is()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        var page = await wardrobe.OpenAsync($"/closet/{shirt}");
        var answers = new Queue<Func<IRoute, Task>>(
        [
            route => route.FulfillAsync(new() { Status = 500, ContentType = "application/problem+json", Body = "{}" }),
            route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>Another page.</p>" }),
            route => route.AbortAsync(),
        ]);
        await page.RouteAsync("**/closet/*?handler=Wear", route => answers.Dequeue()(route));

        foreach (string said in (string[])["did not come through", "did not come through", "cannot be reached"])
        {
            await page.Locator("#wear-button").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(said);
            await Expect(page.Locator("#headline")).ToHaveTextAsync("Navy t-shirt");
        }

        Assert.Equal([], await Axe.FaultsAsync(page));
    }

    [ChromiumFact]
    public async Task A_day_that_was_forgotten_is_noted_and_one_that_was_not_taken_back()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        var page = await wardrobe.OpenAsync($"/closet/{shirt}");

        await page.GetByText("The days it was worn").ClickAsync();
        await page.FillAsync("#wear-day", "2026-02-03");
        await page.Locator("#wear-on-button").ClickAsync();
        await Expect(page.Locator("#wear")).ToHaveTextAsync("Worn once");
        await Expect(page.Locator(".wear-days li")).ToContainTextAsync("3 February 2026");
        await Expect(page.Locator("#wear-button")).ToHaveTextAsync("I wear it today");
        Assert.Equal([], await Axe.FaultsAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Not worn: 3 February 2026" }).ClickAsync();

        await Expect(page.Locator("#wear")).ToHaveTextAsync("Not worn yet");
        await Expect(page.Locator(".wear-days li")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task With_the_keyboard_alone_a_piece_is_worn_and_not()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        var page = await wardrobe.OpenAsync($"/closet/{shirt}");

        await page.Locator("#wear-button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#wear")).ToHaveTextAsync("Worn once");
        await Expect(page.Locator("#wear-button")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#wear")).ToHaveTextAsync("Not worn yet");
    }

    [ChromiumFact]
    public async Task A_piece_goes_into_the_bin_and_comes_back()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        var page = await wardrobe.OpenAsync($"/closet/{shirt}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Put it into the bin" }).ClickAsync();
        await Expect(page.Locator("#pieces .piece")).ToHaveCountAsync(1);
        await page.Locator("#notice").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator("#notice")).ToContainTextAsync("hangs in the closet again");

        await page.GotoAsync("/closet");
        await Expect(page.Locator("#pieces .piece")).ToHaveCountAsync(2);
    }

    [ChromiumFact]
    public async Task The_figures_are_there_to_see_and_to_read()
    {
        var (wardrobe, shirt, jeans) = await TwoAsync();
        await wardrobe.SayAsync(shirt, details => details with { Price = 40, Currency = "EUR" });
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await wardrobe.Closets.WearAsync(wardrobe.Person, shirt, today);
        await wardrobe.Closets.WearAsync(wardrobe.Person, shirt, today.AddDays(-1));
        await wardrobe.SayAsync(jeans, details => details with { BoughtOn = today.AddDays(-200) });
        var page = await wardrobe.OpenAsync("/closet/statistics");

        await Expect(page.Locator(".costs tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator(".costs td")).ToContainTextAsync("€20");
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "What you have" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await Expect(page.Locator("[aria-labelledby=forgotten] .piece")).ToHaveAttributeAsync("href", $"/closet/{jeans}");
    }

    [ChromiumFact]
    public async Task On_a_korean_phone_everything_fits_and_speaks_korean()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        var page = await wardrobe.OpenAsync("/closet", "ko-KR", 360, 740);
        await Expect(page.Locator("h1")).ToHaveTextAsync("내 옷장이에요.");
        await Expect(page.Locator("#pieces")).ToContainTextAsync("남색 티셔츠");

        foreach (string path in (string[])["/closet", $"/closet/{shirt}", "/closet/add", "/closet/statistics"])
        {
            await page.GotoAsync(path);
            Assert.Equal([], (await page.EvaluateAsync<string[]>(TooWide)).Select(part => $"{path}: {part}"));
            Assert.DoesNotMatch("Closet|Worn|Pattern", await page.Locator("main").InnerTextAsync());
        }
    }

    [ChromiumFact]
    public async Task Without_scripts_photos_come_in_and_pieces_are_worn()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var signedIn = await wardrobe.OpenAsync("/closet/add");
        var context = await signedIn.Context.Browser!.NewContextAsync(new()
        {
            JavaScriptEnabled = false,
            StorageState = await signedIn.Context.StorageStateAsync(),
            BaseURL = browser.ClientOptions.BaseAddress.ToString(),
            Locale = "en-GB",
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/closet/add");
        await page.SetInputFilesAsync("#photo", Drawings.Shirt());
        await page.GetByRole(AriaRole.Button, new() { Name = "Add them" }).ClickAsync();
        await page.Locator("#pieces .piece").ClickAsync();

        await page.Locator("#wear-button").ClickAsync();

        await Expect(page.Locator("#wear")).ToHaveTextAsync("Worn once");
        await context.CloseAsync();
    }

    [ChromiumFact]
    public async Task Nothing_keeps_anybody_from_using_the_pages()
    {
        var (wardrobe, shirt, _) = await TwoAsync();
        await wardrobe.SayAsync(shirt, details => details with { Price = 40, Currency = "EUR" });
        await wardrobe.Closets.WearAsync(wardrobe.Person, shirt, DateOnly.FromDateTime(DateTime.UtcNow));
        var page = await wardrobe.OpenAsync();

        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (string path in (string[])["/closet", $"/closet/{shirt}", "/closet/add", "/closet/statistics", "/closet?deleted=true"])
            {
                await page.GotoAsync(path);
                Assert.Equal([], (await Axe.FaultsAsync(page)).Select(fault => $"{scheme} {path}: {fault}"));
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
}
