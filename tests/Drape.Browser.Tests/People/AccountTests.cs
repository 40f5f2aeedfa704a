using System.Text.RegularExpressions;
using Drape.Server.Tests.People;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Drape.Browser.Tests.People;

public sealed class AccountTests(Browser browser) : IClassFixture<Browser>
{
    const string Password = "three warm scarves";

    static readonly string[] Doors =
    [
        "/account/sign-in", "/account/sign-up", "/account/forgot", "/account/check-mail", "/account/confirm?code=x",
        "/account/reset?who=x&code=x", "/nothing/here",
    ];

    static readonly string[] Settings =
    [
        "/account/settings", "/account/settings/email", "/account/settings/security", "/account/settings/authenticator",
        "/account/settings/sessions", "/account/settings/keys", "/account/settings/data",
    ];

    Mailbox Mail => new(browser.MailFolder);

    [ChromiumFact]
    public async Task Somebody_signs_up_confirms_goes_out_and_comes_back_in_two_steps()
    {
        string email = NewAddress();
        var page = await SignedUpAsync(email);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your account is ready");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Hang up your first clothes" })).ToHaveAttributeAsync("href", "/closet/add");

        await page.GotoAsync("/account/settings/security");
        await page.GetByRole(AriaRole.Link, new() { Name = "Turn it on" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("QR code") })).ToBeVisibleAsync();
        string key = (await page.Locator("code.key").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await page.GetByLabel("Code from the app").FillAsync(Totp.Now(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();
        await Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await page.SetViewportSizeAsync(360, 740);
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        Assert.Equal(10, (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await page.SetViewportSizeAsync(1280, 860);

        await SignOutAsync(page);
        await SignInAsync(page, email, Password);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Two-step sign-in");
        await page.GetByLabel("Code from the app").FillAsync(Totp.Now(key, steps: 1));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Account of Ann" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task A_forgotten_password_is_chosen_anew()
    {
        string email = NewAddress();
        var page = await SignedUpAsync(email);
        await SignOutAsync(page);

        await page.GotoAsync("/account/sign-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Forgot your password?" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the link" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Look into your mail.");
        await page.GotoAsync(await Mail.LinkAsync(email, 2));
        await page.Locator("#Password").FillAsync("four cold winter socks");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this password" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your password is changed");

        await SignInAsync(page, email, "four cold winter socks");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Account of Ann" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task The_profile_takes_a_picture_a_name_and_a_language()
    {
        var page = await SignedUpAsync(NewAddress());

        await page.SetInputFilesAsync("input[name=Picture]", Drawings.Shirt());
        await Expect(page.Locator("main img.avatar")).ToBeVisibleAsync();
        Assert.True(await page.Locator("main img.avatar").EvaluateAsync<bool>("async i => { await i.decode(); return i.naturalWidth === 384; }"));
        await page.GetByLabel("Name").FillAsync("지수");
        await page.GetByLabel("Language").SelectOptionAsync("ko");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("프로필");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "지수님의 계정" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task With_the_keyboard_alone_one_gets_in_and_out()
    {
        string email = NewAddress();
        await SignOutAsync(await SignedUpAsync(email));
        var page = await browser.OpenAsync(path: "/account/sign-in");

        await Expect(page.GetByLabel("E-mail")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(email);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        var me = page.GetByRole(AriaRole.Button, new() { Name = "Account of Ann" });
        await Expect(me).ToBeVisibleAsync();
        await TabToAsync(page, me);
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task A_password_can_be_looked_at_and_a_fault_is_where_one_goes_on()
    {
        var page = await browser.OpenAsync(path: "/account/sign-up");
        await page.GetByLabel("Name").FillAsync("Ann");
        await page.GetByLabel("E-mail").FillAsync(NewAddress());
        await page.GetByLabel("Password").FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.GetByLabel("Password")).ToHaveAttributeAsync("type", "text");

        await page.GetByRole(AriaRole.Button, new() { Name = "Create an account" }).ClickAsync();

        await Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Password")).ToHaveAccessibleDescriptionAsync("Take at least 10 characters.");
    }

    [ChromiumFact]
    public async Task Dark_is_kept_from_page_to_page()
    {
        var page = await browser.OpenAsync();
        string light = await BackgroundAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        Assert.NotEqual(light, await BackgroundAsync(page));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Dark" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GotoAsync("/account/sign-in");

        Assert.NotEqual(light, await BackgroundAsync(page));
    }

    [ChromiumFact]
    public async Task Without_scripts_one_gets_in_too()
    {
        string email = NewAddress();
        await SignOutAsync(await SignedUpAsync(email));
        var page = await browser.OpenAsync(scripts: false);

        await SignInAsync(page, email, Password);

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Account of Ann" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "한국어" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("어디 한번 볼까요?");
    }

    [ChromiumFact]
    public async Task Over_plain_http_on_another_name_than_localhost_one_gets_in()
    {
        string email = NewAddress();
        await SignedUpAsync(email);
        var page = await browser.OpenAsync(path: browser.OtherAddress + "/account/sign-in", scripts: false);

        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Account of Ann" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Everybody_can_use_the_pages_in_light_and_dark_and_both_languages()
    {
        var faults = new List<string>();
        foreach (var (language, width) in ((string, int)[])[("en-GB", 1280), ("ko-KR", 360)])
        {
            var page = await browser.OpenAsync(language, width, 800);
            await LookAsync(page, [.. Doors, "/", "/jobs"], faults);
            page = await SignedUpAsync(NewAddress(), language, width);
            await LookAsync(page, Settings, faults);
        }

        Assert.Empty(faults.Distinct());
    }

    static async Task LookAsync(IPage page, string[] paths, List<string> faults)
    {
        foreach (string path in paths)
        {
            await page.GotoAsync(path);
            int overhang = await page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (overhang > 0)
            {
                faults.Add($"{path}: {overhang} pixels run off the side");
            }

            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                faults.AddRange((await Axe.FaultsAsync(page)).Select(fault => $"{path} {scheme}: {fault}"));
            }
        }
    }

    async Task<IPage> SignedUpAsync(string email, string language = "en-GB", int width = 1280)
    {
        var page = await browser.OpenAsync(language, width, path: "/account/sign-up");
        await page.FillAsync("#Name", "Ann");
        await page.FillAsync("#Email", email);
        await page.FillAsync("#Password", Password);
        await page.ClickAsync("main .primary");
        await page.WaitForURLAsync("**/account/check-mail**");
        await page.GotoAsync(await Mail.LinkAsync(email));
        await page.ClickAsync("main .primary");
        await page.WaitForURLAsync("**/account/settings");
        return page;
    }

    static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    static async Task SignOutAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Account of Ann" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    static async Task TabToAsync(IPage page, ILocator target)
    {
        for (int i = 0; i < 30 && !await target.EvaluateAsync<bool>("e => e === document.activeElement"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }
    }

    static Task<string> BackgroundAsync(IPage page) =>
        page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

    static string NewAddress() => $"{Guid.NewGuid():n}@shop.example";
}
