using Drape.Drawing;
using Drape.Imaging;
using Drape.Store.Looks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Drape.Browser.Tests;

public sealed class LooksTests(Browser browser) : IClassFixture<Browser>
{
    // What makes the page wider than its window, but for rows that scroll by themselves.
    const string TooWide = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
          .filter(part => part.getBoundingClientRect().right > innerWidth + 0.5 && !part.parentElement.closest('.picks, .tabs'))
          .map(part => part.tagName + '.' + part.className).concat('scrollWidth ' + document.documentElement.scrollWidth)
        """;

    [ChromiumFact]
    public async Task From_evas_page_a_reading_becomes_a_look()
    {
        var ann = await Lookbook.MakeAsync(browser, "Ann");
        var page = await ann.OpenAsync("/");
        await page.SetInputFilesAsync("#files", Drawings.Outfit());
        await page.GetByRole(AriaRole.Button, new() { Name = "Post to the lookbook" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Those who follow you").CheckAsync();
        await dialog.Locator("textarea").FillAsync("First day at the new place.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Post it" }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Business casual");
        await Expect(page.Locator("#said")).ToHaveTextAsync("Your look is in the lookbook.");
        await Expect(page.Locator(".look-words")).ToHaveTextAsync("First day at the new place.");
        await Expect(page.Locator(".notice.kept")).ToHaveTextAsync("For followers");
        Assert.True(await page.Locator("image").EvaluateAsync<bool>(
            "image => fetch(image.href.baseVal).then(answer => answer.ok)"));
    }

    [ChromiumFact]
    public async Task The_first_page_shows_what_people_wore_last_until_there_is_a_photo()
    {
        var (ann, _) = await TwoAsync();
        long hidden = await ann.PostAsync(visibility: "private");
        long id = await ann.PostAsync();
        var page = await browser.OpenAsync();
        var look = page.Locator($".lately a[href='/looks/{id}']");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Lately in the lookbook" })).ToBeVisibleAsync();
        await Expect(look).ToContainTextAsync("Business casual");
        await Expect(page.Locator($".lately a[href='/looks/{hidden}']")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "한국어" }).ClickAsync();
        await Expect(look).ToContainTextAsync("비즈니스 캐주얼");
        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await Expect(page.Locator(".lately")).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
    }

    [ChromiumFact]
    public async Task The_dialog_to_post_says_what_becomes_of_the_photo()
    {
        var ann = await Lookbook.MakeAsync(browser, "Ann");
        var page = await ann.OpenAsync("/");
        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await page.GetByRole(AriaRole.Button, new() { Name = "Post to the lookbook" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Dialog).Locator("p.quiet")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Who_is_not_signed_in_is_led_to_the_door_before_posting()
    {
        var page = await browser.OpenAsync();
        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in to post it" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sign-in"));
    }

    [ChromiumFact]
    public async Task A_look_is_liked_scrapped_and_spoken_of_without_leaving_the_page()
    {
        var (ann, ben) = await TwoAsync();
        long id = await ann.PostAsync();
        var page = await ben.OpenAsync($"/looks/{id}");
        await page.EvaluateAsync("window.stayed = true");

        await page.Locator("#like").ClickAsync();
        await Expect(page.Locator("#like")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator("#like b")).ToHaveTextAsync("1");
        await page.Locator("#scrap").ClickAsync();
        await Expect(page.Locator("#scrap")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.FillAsync("#comment", "The stripes carry it.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(page.Locator(".comment-text")).ToHaveTextAsync("The stripes carry it.");
        await Expect(page.Locator("#status")).ToHaveTextAsync("Your comment is there.");
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.Locator(".comments").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.Locator(".comment-text")).ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("window.stayed === true"));

        await page.GotoAsync("/looks?scope=scrapped");
        await Expect(page.Locator(".look-card")).ToHaveCountAsync(1);
    }

    [ChromiumFact]
    public async Task Whom_one_follows_comes_into_the_feed()
    {
        var (ann, ben) = await TwoAsync();
        long id = await ann.PostAsync("followers");
        var page = await ben.OpenAsync("/looks?scope=following");
        await Expect(page.Locator("#rack")).ToContainTextAsync("Your feed is still quiet.");

        await page.GotoAsync($"/people/{ann.Person.Handle}");
        await page.Locator("#follow").ClickAsync();
        await Expect(page.Locator("#follow")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator(".person-counts")).ToContainTextAsync("1 follower");

        await page.GotoAsync("/looks?scope=following");
        await Expect(page.Locator(".look-photo")).ToHaveAttributeAsync("href", $"/looks/{id}");
    }

    [ChromiumFact]
    public async Task Who_is_blocked_finds_nothing_any_more()
    {
        var (ann, ben) = await TwoAsync();
        long id = await ann.PostAsync();
        var page = await ann.OpenAsync($"/people/{ben.Person.Handle}");
        await page.Locator("summary", new() { HasText = "Block" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, block" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("You have blocked Ben");

        var his = await ben.OpenAsync("/looks");
        Assert.Equal(404, (await his.GotoAsync($"/looks/{id}"))!.Status);
        Assert.Equal(404, (await his.GotoAsync($"/people/{ann.Person.Handle}"))!.Status);

        await page.GotoAsync($"/people/{ann.Person.Handle}");
        await page.GetByText("Whom you have blocked (1)").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Unblock Ben" }).ClickAsync();
        await Expect(page.Locator(".person-words .notice")).ToHaveTextAsync("Ben is no longer blocked.");
        Assert.Equal(200, (await his.GotoAsync($"/looks/{id}"))!.Status);
    }

    [ChromiumFact]
    public async Task Its_author_changes_it_takes_it_away_and_brings_it_back()
    {
        var (ann, _) = await TwoAsync();
        long id = await ann.PostAsync();
        var page = await ann.OpenAsync($"/looks/{id}");
        await page.GetByText("Edit or delete").ClickAsync();
        await page.FillAsync("#text", "With new words.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".look-words")).ToHaveTextAsync("With new words.");

        await page.GetByText("Edit or delete").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it out of the lookbook" }).ClickAsync();
        await page.Locator("#notice").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator("#said")).ToContainTextAsync("The look is back.");
    }

    [ChromiumFact]
    public async Task What_is_reported_is_hidden_and_shown_again_by_who_looks_after_the_server()
    {
        var (ann, ben) = await TwoAsync();
        var cho = await Lookbook.MakeAsync(browser, "Cho", administrator: true);
        long id = await ann.PostAsync(text: "Not mine, to be honest.");
        var page = await ben.OpenAsync($"/looks/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Report" }).ClickAsync();
        await page.GetByLabel("It is somebody else’s photo or work").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        await Expect(page.Locator("#said")).ToContainTextAsync("Thank you.");
        await page.GotoAsync("/moderation");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/denied"));

        var desk = await cho.OpenAsync("/moderation");
        await desk.Locator("li", new() { HasText = "Not mine, to be honest." }).GetByRole(AriaRole.Button, new() { Name = "Hide it" }).ClickAsync();
        Assert.Equal(404, (await page.GotoAsync($"/looks/{id}"))!.Status);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Show it again" }).ClickAsync();
        Assert.Equal(200, (await page.GotoAsync($"/looks/{id}"))!.Status);
    }

    [ChromiumFact]
    public async Task The_leaderboard_is_sifted_without_leaving_the_page()
    {
        var (ann, ben) = await TwoAsync();
        long hers = await ann.PostAsync(section: "women");
        await ben.PostAsync(section: "men");
        var page = await ann.OpenAsync("/leaderboard");
        await page.EvaluateAsync("window.stayed = true");

        await page.Locator("input[name=section][value=women]").CheckAsync();
        await Expect(page.Locator($"a[href='/looks/{hers}']").First).ToBeVisibleAsync();
        await Expect(page.Locator($"a[href='/people/{ben.Person.Handle}']")).ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("window.stayed === true"));
        await page.Locator("input[name=style][value=business-casual]").CheckAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("style=business-casual"));
    }

    [ChromiumFact]
    public async Task A_shared_link_brings_a_card_and_the_card_can_be_taken_along()
    {
        var (ann, _) = await TwoAsync();
        long id = await ann.PostAsync();
        var page = await browser.OpenAsync(path: $"/looks/{id}");

        string card = (await page.Locator("meta[property='og:image']").GetAttributeAsync("content"))!;
        Assert.StartsWith("http", card, StringComparison.Ordinal);
        using var client = browser.CreateClient();
        var header = PhotoDecoder.Identify(await client.GetByteArrayAsync(new Uri(card).PathAndQuery));
        Assert.Equal((PhotoFormat.Png, 1200, 630), (header.Format, header.Width, header.Height));

        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        Assert.EndsWith($"/looks/{id}", await page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
        var saved = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "Save the card" }).ClickAsync());
        Assert.Equal($"drape-{id}.png", saved.SuggestedFilename);
        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "Send by KakaoTalk" }).CountAsync());
    }

    [ChromiumFact]
    public async Task With_the_keyboard_alone_the_dots_lead_to_the_pieces_and_a_look_is_liked()
    {
        var (ann, ben) = await TwoAsync();
        long id = await ann.PostAsync();
        var page = await ben.OpenAsync($"/looks/{id}");

        await page.Locator("a.dot").First.FocusAsync();
        await Expect(page.Locator("a.dot .dot-tag").First).ToHaveCSSAsync("opacity", "1");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#piece-0$"));
        await page.Locator("#like").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#like b")).ToHaveTextAsync("1");
        await Expect(page.Locator("#like")).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task Without_scripts_a_look_is_posted_liked_and_spoken_of()
    {
        var (ann, _) = await TwoAsync();
        var page = await ann.OpenAsync("/looks/new", scripts: false);
        await page.SetInputFilesAsync("#photo", Drawings.Outfit());
        await page.GetByRole(AriaRole.Button, new() { Name = "Post it" }).ClickAsync();
        await Expect(page.Locator("#said")).ToContainTextAsync("Your look is in the lookbook.");

        await page.Locator("#like").ClickAsync();
        await Expect(page.Locator("#like b")).ToHaveTextAsync("1");
        await page.FillAsync("#comment", "Hello.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(page.Locator(".comment-text")).ToHaveTextAsync("Hello.");
    }

    [ChromiumFact]
    public async Task A_photo_that_is_pasted_is_posted()
    {
        var (ann, _) = await TwoAsync();
        var page = await ann.OpenAsync("/looks/new");
        await page.EvaluateAsync("""
            photo => {
              const files = new DataTransfer();
              files.items.add(new File([Uint8Array.from(atob(photo), letter => letter.charCodeAt(0))], 'look.jpg', { type: 'image/jpeg' }));
              document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files }));
            }
            """, Convert.ToBase64String(Drawings.Outfit().Buffer));
        await page.FillAsync("#text", "My words");

        await page.GetByRole(AriaRole.Button, new() { Name = "Post it" }).ClickAsync();

        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/looks/[0-9]+$"));
        await Expect(page.Locator(".look-words")).ToHaveTextAsync("My words");
        await Expect(page.Locator("#said")).ToHaveTextAsync("Your look is in the lookbook.");
        await Expect(page.Locator("#status")).ToHaveTextAsync("Your look is in the lookbook.");
    }

    [ChromiumFact]
    public async Task What_is_no_outfit_is_said_and_nothing_lost()
    {
        var (ann, _) = await TwoAsync();
        var page = await ann.OpenAsync("/looks/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post it" }).ClickAsync();
        await Expect(page.Locator("#post-fault .notice")).ToHaveCountAsync(1);
        await Expect(page.Locator("#choose")).ToBeFocusedAsync();

        await page.SetInputFilesAsync("#files", Drawings.Shirt());
        await Expect(page.Locator(".photo-chosen")).ToBeVisibleAsync();
        await Expect(page.Locator("#post-fault .notice")).ToHaveCountAsync(0);
        await page.FillAsync("#text", "My words");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post it" }).ClickAsync();

        await Expect(page.Locator("#post-fault")).ToContainTextAsync("Nobody wears an outfit");
        await Expect(page.Locator("#text")).ToHaveValueAsync("My words");
    }

    [ChromiumFact]
    public async Task On_a_korean_phone_everything_fits_and_speaks_korean()
    {
        var (ann, ben) = await TwoAsync();
        long id = await ann.PostAsync(text: "비 오는 날에도 괜찮아요.", shape: GarmentShape.Jacket, colour: 0x6D4A34);
        await ben.Store.Comments.AddAsync(ben.Person.Id, id, "멋져요", Lookbook.Limits);
        var page = await ben.OpenAsync("/looks", "ko-KR", 360, 740);

        foreach (string path in (string[])["/looks", $"/looks/{id}", $"/looks/{id}/report", "/looks/new", "/leaderboard?span=all",
            $"/people/{ann.Person.Handle}", "/looks?scope=own", "/looks?scope=following"])
        {
            await page.GotoAsync(path);
            Assert.Equal([], (await page.EvaluateAsync<string[]>(TooWide)).Select(part => $"{path}: {part}"));
            Assert.DoesNotMatch("Look|Style|Comment|Share|Post", await page.Locator("main").InnerTextAsync());
        }
    }

    [ChromiumFact]
    public async Task Nothing_keeps_anybody_from_using_the_pages()
    {
        var (ann, ben) = await TwoAsync();
        var cho = await Lookbook.MakeAsync(browser, "Cho", administrator: true);
        long id = await ann.PostAsync(text: "Some words");
        await ben.Store.Comments.AddAsync(ben.Person.Id, id, "Lovely", Lookbook.Limits);
        await ben.Store.Reports.AddAsync(ben.Person.Id, id, null, ReportReason.Spam, "A note", Lookbook.Limits);
        var page = await cho.OpenAsync("/looks");

        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (string path in (string[])["/looks", $"/looks/{id}", $"/looks/{id}/report", "/looks/new", "/leaderboard",
                $"/people/{ann.Person.Handle}", $"/people/{cho.Person.Handle}", "/looks?scope=scrapped", "/moderation"])
            {
                await page.GotoAsync(path);
                Assert.Equal([], (await Axe.FaultsAsync(page)).Select(fault => $"{scheme} {path}: {fault}"));
            }
        }
    }

    async Task<(Lookbook Ann, Lookbook Ben)> TwoAsync() =>
        (await Lookbook.MakeAsync(browser, "Ann"), await Lookbook.MakeAsync(browser, "Ben"));
}
