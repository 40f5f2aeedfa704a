using System.Text.Json;
using System.Text.Json.Nodes;
using Drape.Store.Closets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Drape.Browser.Tests;

/// <summary>What of a reading goes into the closet.</summary>
public sealed class KeepTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    public async Task Who_has_no_account_is_told_that_nothing_is_kept()
    {
        var page = await browser.OpenAsync();
        await page.SetInputFilesAsync("#files", Drawings.Shirt());

        await Expect(page.Locator(".keep")).ToContainTextAsync("Without an account nothing is kept.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in to keep them" }).ClickAsync();
        await page.WaitForURLAsync("**/account/sign-in?returnUrl=%2F");
    }

    [ChromiumFact]
    public async Task Who_signs_in_to_keep_a_reading_finds_it_behind_the_door()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var page = await browser.OpenAsync();
        int read = 0;
        page.Request += (_, request) => read += request.Url.EndsWith("/photos/eva", StringComparison.Ordinal) ? 1 : 0;
        await page.SetInputFilesAsync("#files", Drawings.Shirt());
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in to keep them" }).ClickAsync();
        await wardrobe.SignInAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Save to closet" }).ClickAsync();

        await Expect(page.Locator(".keep-said")).ToHaveTextAsync("It hangs in your closet.");
        Assert.Single(await wardrobe.Closets.AllAsync(wardrobe.Person, ClosetFilter.All));
        Assert.Equal(1, read);
    }

    [ChromiumFact]
    public async Task A_reading_is_there_again_for_who_comes_back_and_gone_for_who_comes_anew()
    {
        var page = await browser.OpenAsync();
        await page.SetInputFilesAsync("#files", [Drawings.Shirt(), Drawings.Jeans()]);
        await Expect(page.Locator(".keep-invites")).ToHaveCountAsync(2);
        await page.WaitForFunctionAsync("JSON.parse(sessionStorage.getItem('drape-readings') ?? '[]').length === 2");
        await page.GotoAsync("/looks");
        await page.GoBackAsync();

        await Expect(page.Locator(".reading .bubbles")).ToHaveCountAsync(2);
        await page.GotoAsync("/");
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-reads", "yes");
        await Expect(page.Locator(".reading")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task One_tap_hangs_a_garment_into_the_closet_and_another_takes_it_back()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var page = await wardrobe.OpenAsync("/");
        await page.SetInputFilesAsync("#files", Drawings.Shirt());

        await page.GetByRole(AriaRole.Button, new() { Name = "Save to closet" }).ClickAsync();
        await Expect(page.Locator(".keep-said")).ToHaveTextAsync("It hangs in your closet.");
        var piece = Assert.Single(await wardrobe.Closets.AllAsync(wardrobe.Person, ClosetFilter.All));
        await Expect(page.Locator(".kept-piece")).ToHaveAttributeAsync("href", $"/closet/{piece.Id}");
        await Expect(page.Locator("#status")).ToHaveTextAsync("It hangs in your closet.");
        Assert.True(await page.Locator(".kept img").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 50)"));

        await page.Locator(".kept button").ClickAsync();
        await Expect(page.Locator(".keep-said")).ToContainTextAsync("Taken back.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save to closet" })).ToBeVisibleAsync();
        Assert.Empty(await wardrobe.Closets.AllAsync(wardrobe.Person, ClosetFilter.All));
    }

    [ChromiumFact]
    public async Task What_one_has_already_is_asked_about()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var had = await wardrobe.BringAsync(Drawings.Shirt());
        var page = await wardrobe.OpenAsync("/");
        await page.SetInputFilesAsync("#files", Drawings.Shirt());

        await page.GetByRole(AriaRole.Button, new() { Name = "Save to closet" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "It is the same" }).ClickAsync();

        await Expect(page.Locator(".keep-said")).ToContainTextAsync("Put together");
        await Expect(page.Locator(".kept-piece")).ToHaveAttributeAsync("href", $"/closet/{had[0]}");
        Assert.Equal(had[0], Assert.Single(await wardrobe.Closets.AllAsync(wardrobe.Person, ClosetFilter.All)).Id);
    }

    [ChromiumFact]
    public async Task Of_an_outfit_all_pieces_go_at_once_or_one_alone()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var ids = await wardrobe.BringAsync(Drawings.Shirt(), Drawings.Jeans());
        var page = await wardrobe.OpenAsync("/");
        // The engine sees the outfit of the first page only; what it would cut out of it are pieces that are there.
        var asked = new List<string>();
        await page.RouteAsync("**/api/v1/closet*", async route =>
        {
            asked.Add(new Uri(route.Request.Url).Query);
            long[] answered = asked.Count == 1 ? [ids[0]] : [ids[1]];
            var items = new List<JsonElement>();
            foreach (long id in answered)
            {
                var piece = await page.APIRequest.GetAsync($"/api/v1/closet/{id}");
                items.Add(JsonElement.Parse(await piece.TextAsync()));
            }

            await route.FulfillAsync(new() { ContentType = "application/json", Body = JsonSerializer.Serialize(
                new { photos = new[] { new { photo = "look.jpg", items } } }) });
        });
        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await page.Locator(".garment").Nth(1).GetByRole(AriaRole.Button, new() { Name = "Save to closet: jeans" }).ClickAsync();
        await Expect(page.Locator(".garment").Nth(1)).ToContainTextAsync("In your closet");
        await Expect(page.Locator(".kept li")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Save the rest, too" }).ClickAsync();
        await Expect(page.Locator(".kept li")).ToHaveCountAsync(3);
        Assert.Equal(["?garment=1", "?garment=0", "?garment=2"], asked);
    }

    [ChromiumFact]
    public async Task What_could_not_be_cut_out_is_named_and_not_offered_again()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var ids = await wardrobe.BringAsync(Drawings.Shirt(), Drawings.Jeans());
        var page = await wardrobe.OpenAsync("/");
        await page.RouteAsync("**/api/v1/closet*", async route =>
        {
            // The boxes are those of the first two garments that the engine sees.
            var items = new List<JsonElement>();
            foreach (var (id, garment) in ids.Zip(Drawings.Look().Seen("look.jpg").Reading.Garments))
            {
                var piece = JsonNode.Parse(await (await page.APIRequest.GetAsync($"/api/v1/closet/{id}")).TextAsync())!;
                piece["reading"]!["box"] = new JsonArray(garment.Box.X, garment.Box.Y, garment.Box.Width, garment.Box.Height);
                items.Add(JsonElement.Parse(piece.ToJsonString()));
            }

            await route.FulfillAsync(new() { ContentType = "application/json", Body = JsonSerializer.Serialize(
                new { photos = new[] { new { photo = "look.jpg", items } } }) });
        });
        await page.SetInputFilesAsync("#files", Drawings.Outfit());
        await Expect(page.Locator(".garment").Nth(2).GetByRole(AriaRole.Button, new() { Name = "Save to closet: perhaps belt" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Save all 3 to closet" }).ClickAsync();

        await Expect(page.Locator(".keep-said")).ToHaveTextAsync(
            "2 pieces hang in your closet. Left out: perhaps belt. At a second look it did not show clearly enough to be cut out.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save the rest, too" })).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task The_language_changes_and_what_was_kept_stays()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        var page = await wardrobe.OpenAsync("/");
        await page.SetInputFilesAsync("#files", Drawings.Shirt());
        await page.GetByRole(AriaRole.Button, new() { Name = "Save to closet" }).ClickAsync();
        await Expect(page.Locator(".kept li")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "한국어" }).ClickAsync();

        await Expect(page.Locator(".kept button")).ToHaveTextAsync("되돌리기");
        await Expect(page.Locator(".kept li")).ToHaveCountAsync(1);
    }

    [ChromiumFact]
    public async Task Nothing_keeps_anybody_from_keeping()
    {
        var wardrobe = await Wardrobe.MakeAsync(browser);
        await wardrobe.BringAsync(Drawings.Shirt());
        var page = await wardrobe.OpenAsync("/", width: 390);
        await page.SetInputFilesAsync("#files", Drawings.Shirt());
        await page.GetByRole(AriaRole.Button, new() { Name = "Save to closet" }).ClickAsync();
        await Expect(page.Locator(".kept-twin")).ToBeVisibleAsync();

        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Equal([], await Axe.FaultsAsync(page));
        }
    }
}
