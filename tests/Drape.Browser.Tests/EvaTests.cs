using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Drape.Browser.Tests;

public sealed class EvaTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    public async Task Eva_speaks_in_bubbles_and_a_screen_reader_gets_whole_sentences()
    {
        var page = await browser.OpenAsync();

        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await Expect(page.Locator(".bubble.garments")).ToContainTextAsync("avy blazer and white jeans");
        await Expect(page.Locator(".bubble.style")).ToContainTextAsync("business casual");
        await Expect(page.Locator("#status")).ToContainTextAsync("avy blazer and white jeans");
        await Expect(page.Locator("#status")).ToContainTextAsync("business casual");
    }

    [ChromiumFact]
    public async Task She_types_and_a_key_shows_all_at_once()
    {
        var page = await browser.OpenAsync(motion: true);

        await page.SetInputFilesAsync("#files", Drawings.Outfit());
        await Expect(page.Locator(".bubble.garments")).ToBeVisibleAsync();
        await Expect(page.Locator(".bubble.suggestion")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show all at once" })).ToBeVisibleAsync();
        // What is not typed yet takes its place, so that nothing jumps.
        double height = (await page.Locator(".bubble.garments").BoundingBoxAsync())!.Height;
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator(".bubble")).ToHaveCountAsync(5);
        await Expect(page.Locator(".bubble .rest")).ToHaveCountAsync(0);
        await Expect(page.Locator(".skip-typing")).ToBeHiddenAsync();
        Assert.Equal(height, (await page.Locator(".bubble.garments").BoundingBoxAsync())!.Height, 1.0);
    }

    [ChromiumFact]
    public async Task Left_alone_she_types_to_the_end()
    {
        var page = await browser.OpenAsync(motion: true);

        await page.SetInputFilesAsync("#files", Drawings.Shirt());

        await Expect(page.Locator(".bubble.suggestion")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(page.Locator(".skip-typing")).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await Expect(page.Locator(".bubble.suggestion p")).Not.ToBeEmptyAsync();
    }

    [ChromiumFact]
    public async Task With_the_keyboard_a_hot_spot_shows_its_chip_and_outline_and_leads_to_its_piece()
    {
        var page = await browser.OpenAsync();
        await page.SetInputFilesAsync("#files", Drawings.Outfit());
        var spot = page.GetByRole(AriaRole.Button, new() { Name = "white jeans, 91%" });

        await spot.FocusAsync();

        await Expect(spot.Locator(".chip")).ToBeVisibleAsync();
        await Expect(spot.Locator(".chip")).ToContainTextAsync("white jeans");
        await Expect(page.Locator(".outline").Nth(1)).ToHaveCSSAsync("opacity", "1");
        await Expect(page.Locator(".outline").Nth(0)).ToHaveCSSAsync("opacity", "0");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".garment").Nth(1)).ToBeFocusedAsync();
        await Expect(page.Locator(".outline").Nth(1)).ToHaveCSSAsync("opacity", "0");
    }

    [ChromiumFact]
    public async Task A_finger_opens_a_hot_spot_first_and_goes_on_with_the_second_tap()
    {
        var page = await browser.OpenAsync(width: 390, height: 844, touch: true);
        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await page.Locator(".spot").Nth(0).TapAsync();
        await Expect(page.Locator(".spot .chip").Nth(0)).ToBeVisibleAsync();
        await Expect(page.Locator(".garment").Nth(0)).Not.ToBeFocusedAsync();
        await page.Locator(".spot").Nth(0).TapAsync();

        await Expect(page.Locator(".garment").Nth(0)).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task Every_chip_stays_within_the_window_of_a_phone()
    {
        var page = await browser.OpenAsync(width: 360, height: 780);
        await page.SetInputFilesAsync("#files", Drawings.Outfit());
        await Expect(page.Locator(".spot")).ToHaveCountAsync(3);

        foreach (var spot in await page.Locator(".spot").AllAsync())
        {
            await spot.FocusAsync();
            await Expect(spot.Locator(".chip")).ToBeInViewportAsync(new() { Ratio = 1 });
            var chip = (await spot.Locator(".chip").BoundingBoxAsync())!;
            Assert.InRange(chip.X, 0, 360 - chip.Width);
        }
    }

    [ChromiumFact]
    public async Task The_slider_fades_the_map_of_the_chosen_style_over_the_photo()
    {
        var page = await browser.OpenAsync();
        await page.SetInputFilesAsync("#files", Drawings.Outfit());
        var slider = page.GetByLabel("Where I see business casual");
        await Expect(page.Locator(".glow")).ToHaveCSSAsync("opacity", "0");

        await slider.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator(".glow")).ToHaveCSSAsync("opacity", "1");
        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", "100%");
        string? first = await page.Locator(".glow").GetAttributeAsync("src");
        await page.GetByRole(AriaRole.Button, new() { Name = "casual 21%", Exact = true }).ClickAsync();

        await Expect(page.GetByLabel("Where I see casual")).ToBeVisibleAsync();
        Assert.NotEqual(first, await page.Locator(".glow").GetAttributeAsync("src"));
        await Expect(page.Locator(".style-text")).ToContainTextAsync("Clothes for a day that has no rules.");
    }

    [ChromiumFact]
    public async Task The_photo_can_be_seen_as_a_pencil_sketch_and_back()
    {
        var page = await browser.OpenAsync();
        await page.SetInputFilesAsync("#files", Drawings.Outfit());
        await Expect(page.Locator(".sketch")).ToBeHiddenAsync();

        await page.GetByText("Pencil sketch").ClickAsync();
        await Expect(page.GetByAltText("Your photo as a pencil sketch")).ToBeVisibleAsync();
        Assert.Equal(600, await page.Locator(".sketch").EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }"));
        await page.Keyboard.PressAsync("ArrowLeft");

        await Expect(page.Locator(".sketch")).ToBeHiddenAsync();
    }

    [ChromiumFact]
    public async Task A_sketch_that_fails_leaves_the_photo_and_says_so()
    {
        var page = await browser.OpenAsync();
        await page.RouteAsync("**/sketch", route => route.FulfillAsync(new() { Status = 503, ContentType = "application/json", Body = "{}" }));
        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await page.GetByText("Pencil sketch").ClickAsync();

        await Expect(page.Locator("#status")).ToHaveTextAsync("The sketch could not be drawn. Try again in a moment.");
        await Expect(page.GetByLabel("Photo", new() { Exact = true })).ToBeCheckedAsync();
    }

    [ChromiumFact]
    public async Task What_has_no_type_is_called_as_a_catalog_calls_it_or_by_its_kind()
    {
        var page = await browser.OpenAsync();

        await page.SetInputFilesAsync("#files", Drawings.Shirt(Drawings.ThingsName));

        var wallet = page.Locator(".garment").Nth(0);
        await Expect(page.Locator(".garment .type")).ToHaveTextAsync(["wallets", "shoes, perhaps boots"]);
        await Expect(wallet).ToContainTextAsync("That is a shop’s word for it");
        await Expect(wallet.Locator(".sure")).ToHaveCountAsync(0);
        await Expect(wallet).Not.ToContainTextAsync("underwear");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "black wallets", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "white shoes, perhaps boots, 22%" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "한국어" }).ClickAsync();
        await Expect(page.Locator(".garment .type")).ToHaveTextAsync(["지갑", "신발, 아마 부츠"]);
    }

    [ChromiumFact]
    public async Task An_answer_to_her_question_is_taken_everywhere()
    {
        var page = await browser.OpenAsync();
        await page.SetInputFilesAsync("#files", Drawings.Outfit());
        await Expect(page.Locator(".garment .type").Nth(2)).ToHaveTextAsync("perhaps belt");

        await page.GetByRole(AriaRole.Button, new() { Name = "scarf", Exact = true }).ClickAsync();

        await Expect(page.Locator(".bubble.reply")).ToHaveTextAsync("A scarf it is, then. Thank you.");
        await Expect(page.Locator(".garment .type").Nth(2)).ToHaveTextAsync("scarf");
        await Expect(page.Locator(".spot .chip").Nth(2)).ToContainTextAsync("brown scarf");
        await page.GetByRole(AriaRole.Button, new() { Name = "한국어" }).ClickAsync();
        await Expect(page.Locator(".bubble.reply")).ToHaveTextAsync("그럼 스카프군요. 고마워요.");
        await Expect(page.Locator(".garment .type").Nth(2)).ToHaveTextAsync("스카프");
    }

    [ChromiumFact]
    public async Task Korean_is_spoken_throughout()
    {
        var page = await browser.OpenAsync("ko-KR", 390, 844);

        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await Expect(page.Locator(".bubble.garments")).ToContainTextAsync("남색 블레이저, 흰 청바지");
        await Expect(page.GetByLabel("비즈니스 캐주얼 스타일이 보이는 곳")).ToBeVisibleAsync();
        await Expect(page.Locator(".style-text")).ToContainTextAsync("넥타이를 느슨하게 푼 출근복이에요.");
        Assert.Empty(await page.Locator(".talk").EvaluateAsync<string[]>(
            "talk => [...talk.innerText.replace(/#[0-9a-f]{6}/g, '').matchAll(/[A-Za-z]{3,}/g)].map(m => m[0])"));
    }

    [ChromiumFact]
    public async Task Axe_finds_nothing_that_keeps_somebody_from_using_it()
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var page = await browser.OpenAsync(width: 390, height: 844);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await Axe.FaultsAsync(page));

            await page.SetInputFilesAsync("#files", Drawings.Outfit());
            await Expect(page.Locator(".style-text .line")).ToBeVisibleAsync();
            Assert.Empty(await Axe.FaultsAsync(page));
        }
    }

    [ChromiumFact]
    public async Task What_is_shown_can_be_saved_as_a_picture()
    {
        var page = await browser.OpenAsync();
        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Save picture" }).ClickAsync());

        Assert.Equal("look-drape.jpg", download.SuggestedFilename);
        Assert.True(new FileInfo((await download.PathAsync())!).Length > 5_000);
    }

    [ChromiumFact]
    public async Task Whoever_keeps_photos_finds_a_place_for_a_button()
    {
        var page = await browser.OpenAsync();
        await page.EvaluateAsync(
            """
            () => document.addEventListener('drape:reading', ({ detail }) => {
              const button = document.createElement('button');
              button.textContent = `Keep ${detail.name}: ${detail.answer.reading.garments.length}`;
              detail.place.append(button);
            })
            """);

        await page.SetInputFilesAsync("#files", Drawings.Outfit());

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep look.jpg: 3" })).ToBeVisibleAsync();
    }
}
