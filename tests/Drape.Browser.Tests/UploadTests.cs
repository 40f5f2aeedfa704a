using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Drape.Browser.Tests;

public sealed class UploadTests(Browser browser) : IClassFixture<Browser>
{
    [ChromiumFact]
    public async Task A_photo_is_shown_with_its_garment_and_colours()
    {
        var page = await browser.OpenAsync();

        await page.SetInputFilesAsync("#files", Drawings.Shirt());

        await Expect(page.Locator(".reading .type")).Not.ToBeEmptyAsync();
        await Expect(page.Locator(".spot")).ToBeVisibleAsync();
        await Expect(page.Locator(".swatches li").First).ToContainTextAsync("#");
        await Expect(page.Locator(".timing")).ToContainTextAsync("480 × 640");
        await Expect(page.Locator("#status")).ToContainTextAsync("shirt.jpg");
        int swatches = await page.Locator(".swatches li").CountAsync();
        await Expect(page.Locator(".strip span")).ToHaveCountAsync(swatches);
    }

    [ChromiumFact]
    public async Task An_upload_shows_how_far_it_is_and_can_be_stopped_and_tried_again()
    {
        var page = await browser.OpenAsync();
        var arrived = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/photos/eva", async route =>
        {
            await arrived.Task;
            await route.ContinueAsync();
        });

        await page.SetInputFilesAsync("#files", Drawings.Shirt());
        await Expect(page.Locator(".sending progress")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Locator(".ill")).ToContainTextAsync("Stopped. Nothing was read.");
        arrived.SetResult();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.Locator(".bubble").First).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task A_large_photo_is_made_small_and_upright_before_it_travels()
    {
        var page = await browser.OpenAsync();

        await page.SetInputFilesAsync("#files", Drawings.Shirt("lying.jpg", times: 4, orientation: 6));

        await Expect(page.Locator(".timing")).ToContainTextAsync("1,600 × 1,200");
    }

    [ChromiumFact]
    public async Task Several_photos_are_shown_in_their_order_each_with_what_became_of_it()
    {
        var page = await browser.OpenAsync();

        await page.SetInputFilesAsync("#files",
            [Drawings.Shirt("one.jpg"), Drawings.Words(), Drawings.Shirt("three.jpg")]);

        await Expect(page.Locator(".reading[aria-busy=false]")).ToHaveCountAsync(3);
        Assert.Equal(["one.jpg", "notes.jpg", "three.jpg"], await page.Locator(".reading").EvaluateAllAsync<string[]>(
            "readings => readings.map(reading => reading.ariaLabel)"));
        await Expect(page.Locator(".reading .type")).ToHaveCountAsync(2);
    }

    [ChromiumFact]
    public async Task A_bad_file_shows_the_engines_sentence_and_what_to_do()
    {
        var page = await browser.OpenAsync();

        await page.SetInputFilesAsync("#files", Drawings.Words());

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(
            "The file is not a picture. Send a JPEG, PNG, WebP, GIF or AVIF photo.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Choose another photo" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Without_the_server_the_page_says_what_to_check_and_a_second_try_works()
    {
        var page = await browser.OpenAsync();
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-reads", "yes");
        await page.Context.SetOfflineAsync(true);

        await page.SetInputFilesAsync("#files", Drawings.Shirt());
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server does not answer.");
        await page.Context.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.Locator(".reading .type")).Not.ToBeEmptyAsync();
    }

    [ChromiumFact]
    public async Task Without_the_server_from_the_start_the_page_says_so_too()
    {
        var page = await browser.OpenAsync();
        var errors = new ConcurrentQueue<string>();
        page.PageError += (_, error) => errors.Enqueue(error);
        var (asked, given) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/js/eva/reading.js", async route =>
        {
            asked.TrySetResult();
            await given.Task; // the photo comes while the page still waits for what reads it
            await route.AbortAsync();
        });
        await page.ReloadAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(15));

        await page.SetInputFilesAsync("#files", Drawings.Shirt());
        given.SetResult();

        await Expect(page.Locator("#failed")).ToContainTextAsync("The server does not answer.");
        Assert.Empty(errors);
    }

    [ChromiumFact]
    public async Task A_sample_that_cannot_be_had_is_said()
    {
        var page = await browser.OpenAsync();
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-reads", "yes");
        await page.Context.SetOfflineAsync(true);

        await page.GetByRole(AriaRole.Button, new() { Name = "A dress" }).ClickAsync();

        await Expect(page.Locator("#failed")).ToContainTextAsync("The server does not answer.");
    }

    [ChromiumFact]
    public async Task Without_the_korean_names_the_page_reads_photos_all_the_same()
    {
        var page = await browser.OpenAsync("ko-KR");
        await page.RouteAsync("**/words/ko.json", route => route.AbortAsync());
        await page.ReloadAsync();

        await page.SetInputFilesAsync("#files", Drawings.Shirt());

        await Expect(page.Locator(".reading .type")).Not.ToBeEmptyAsync();
    }

    [ChromiumFact]
    public async Task A_drawn_sample_can_be_tried()
    {
        var page = await browser.OpenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "A dress" }).ClickAsync();

        await Expect(page.Locator(".bubble.garments")).ToContainTextAsync("dress");
    }

    [ChromiumFact]
    public async Task The_first_page_is_light_without_pictures()
    {
        var page = await browser.OpenAsync();

        double bytes = await page.EvaluateAsync<double>(
            """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .filter(part => !/\.(svg|jpg)|\/preview/.test(part.name))
              .filter(part => part.startTime < performance.getEntriesByType('navigation')[0].loadEventStart).reduce((sum, part) => sum + part.transferSize, 0)
            """);

        Assert.InRange(bytes, 20_000, 100_000);
    }

    [ChromiumFact]
    public async Task A_picture_can_be_pasted()
    {
        var page = await browser.OpenAsync();

        await page.EvaluateAsync(
            """
            text => {
              const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
              const data = new DataTransfer();
              data.items.add(new File([bytes], 'pasted.jpg', { type: 'image/jpeg' }));
              document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
            }
            """, Convert.ToBase64String(Drawings.Shirt().Buffer));

        await Expect(page.Locator(".reading")).ToHaveAttributeAsync("aria-label", "pasted.jpg");
        await Expect(page.Locator(".reading .type")).Not.ToBeEmptyAsync();
    }

    [ChromiumFact]
    public async Task A_korean_browser_sees_korean_and_can_switch_to_english_with_a_reading_on_the_page()
    {
        var page = await browser.OpenAsync("ko-KR");
        await Expect(page.Locator("h1")).ToHaveTextAsync("어디 한번 볼까요?");

        await page.SetInputFilesAsync("#files", Drawings.Shirt());
        await Expect(page.Locator(".colours h5")).ToHaveTextAsync("색");
        await Expect(page.Locator(".swatches b").First).ToHaveTextAsync(new Regex("[가-힣]"));
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();

        await Expect(page.Locator(".colours h5")).ToHaveTextAsync("Colours");
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        await page.ReloadAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Let me have a look.");
    }

    [ChromiumFact]
    public async Task On_a_phone_nothing_runs_off_the_side()
    {
        var page = await browser.OpenAsync(width: 360, height: 780);
        Assert.Equal(0, await OverhangAsync(page));

        await page.SetInputFilesAsync("#files",
            [Drawings.Shirt(new string('x', 120) + ".jpg"), Drawings.Words(new string('y', 120) + ".jpg"), Drawings.Outfit()]);
        await Expect(page.Locator(".reading[aria-busy=false]")).ToHaveCountAsync(3);

        Assert.Equal(0, await OverhangAsync(page));
    }

    [ChromiumFact]
    public async Task With_the_keyboard_alone_a_photo_can_be_chosen()
    {
        var page = await browser.OpenAsync();
        // Asked for well before the key: the browser takes both on ways of their own, and the key may be quicker.
        var opened = page.WaitForFileChooserAsync();
        for (int i = 0; i < 12 && !await page.EvaluateAsync<bool>("() => document.activeElement.id === 'choose'"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        string outline = await page.EvaluateAsync<string>(
            "() => getComputedStyle(document.activeElement).outlineStyle");
        await page.Keyboard.PressAsync("Enter");
        await (await opened).SetFilesAsync(Drawings.Shirt());

        Assert.Equal("solid", outline);
        await Expect(page.Locator(".reading .type")).Not.ToBeEmptyAsync();
    }

    [ChromiumFact]
    public async Task In_the_dark_text_stands_out_as_well()
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var page = await browser.OpenAsync();
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetInputFilesAsync("#files", Drawings.Outfit());
            await Expect(page.Locator(".reading .type").First).Not.ToBeEmptyAsync();

            foreach (string text in Texts)
            {
                foreach (var element in await page.Locator(text).AllAsync())
                {
                    double contrast = await element.EvaluateAsync<double>(Contrast);
                    Assert.True(contrast >= 4.5, string.Create(CultureInfo.InvariantCulture,
                        $"{text} has a contrast of {contrast:0.0} in the {scheme} scheme"));
                }
            }
        }
    }

    static readonly string[] Texts =
        [".type", ".bubble p", ".swatches small", ".timing", "footer a", ".choice", ".chips b", ".style-choice b", ".sure", ".views label", ".fade-name"];

    static Task<int> OverhangAsync(IPage page) =>
        page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>WCAG's contrast of an element's text with the first background under it.</summary>
    const string Contrast =
        """
        element => {
          const numbers = colour => colour.match(/[\d.]+/g).map(Number);
          const light = colour => {
            const [r, g, b] = numbers(colour).map(v => v / 255)
              .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          let under = element;
          while (under && numbers(getComputedStyle(under).backgroundColor)[3] === 0) under = under.parentElement;
          const a = light(getComputedStyle(element).color);
          const b = light(getComputedStyle(under ?? document.body).backgroundColor);
          return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        }
        """;
}
