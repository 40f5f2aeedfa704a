using System.Text.Json;
using Drape.Store;
using Drape.Store.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Drape.Browser.Tests;

public sealed class JobsTests(Browser browser) : IClassFixture<Browser>
{
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    [ChromiumFact]
    public async Task A_job_is_seen_to_go_on_and_can_be_cancelled_and_tried_again()
    {
        var jobs = browser.Services.GetRequiredService<DrapeStore>().Jobs;
        var page = await browser.OpenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What is in the works" }).ClickAsync();
        await Expect(page.Locator("#none")).ToBeVisibleAsync();

        // Of a kind that the server does not do: the test is the worker.
        await jobs.EnqueueAsync(new NewJob { Kind = "browser", Title = "spring", Payload = JsonElement.Parse("{}") });
        var taken = (await jobs.TakeAsync(["browser"], "test", Lease))!;
        await jobs.ProgressAsync(taken, new JobProgress(1200, 4800), Lease, "Reading pictures.");
        await page.ReloadAsync();
        await Expect(page.Locator(".job h2")).ToHaveTextAsync("spring");
        await Expect(page.Locator(".job .numbers")).ToContainTextAsync("1,200 of 4,800");
        await Expect(page.Locator(".job .message")).ToHaveTextAsync("Reading pictures.");
        Assert.Equal(0.25, await page.Locator(".job progress").EvaluateAsync<double>("bar => bar.value"), 3);

        await jobs.ProgressAsync(taken, new JobProgress(2400, 4800), Lease);
        await Expect(page.Locator(".job .numbers")).ToContainTextAsync("2,400 of 4,800");

        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Locator(".job .state")).ToHaveTextAsync("Ending");
        Assert.Equal(JobStanding.CancelAsked, await jobs.ProgressAsync(taken, new JobProgress(2500, 4800), Lease));
        await jobs.GiveUpAsync(taken);
        await Expect(page.Locator(".job .state")).ToHaveTextAsync("Cancelled");

        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.Locator(".job .state")).ToHaveTextAsync("Waiting");
        await page.GetByRole(AriaRole.Button, new() { Name = "한국어" }).ClickAsync();
        await Expect(page.Locator(".job .state")).ToHaveTextAsync("기다리는 중이에요");
    }
}
