using System.Net;
using Drape.Server.Photos;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests;

/// <summary>What becomes of a form when the engine itself fails on a photo of it.</summary>
public sealed class FailureTests(FailureTests.FailingApp app) : IClassFixture<FailureTests.FailingApp>
{
    const string Unexpected = "urn:drape:request:unexpected";

    readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task A_failure_with_one_photo_of_a_form_leaves_the_others_their_readings()
    {
        var answer = await _client.PostPhotosAsync(
            ("a.jpg", Pictures.File()), (FailingApp.Fatal, Pictures.File()), ("c.jpg", Pictures.File()));

        var all = await answer.ReadingAsync();
        Assert.Equal(3, all.GetArrayLength());
        Assert.Equal("a.jpg", all[0].GetProperty("reading").GetProperty("photo").GetString());
        Assert.Equal("c.jpg", all[2].GetProperty("reading").GetProperty("photo").GetString());
        var problem = all[1].GetProperty("problem");
        Assert.Equal(Unexpected, problem.GetProperty("type").GetString());
        Assert.Equal(500, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain("invented", problem.ToString(), StringComparison.Ordinal);
        await app.LineAsync("A photo could not be read, trace " + problem.GetProperty("traceId").GetString());
    }

    [Fact]
    public async Task A_failure_with_a_single_photo_is_the_answer()
    {
        var answer = await _client.PostPhotosAsync((FailingApp.Fatal, Pictures.File()));

        await answer.ProblemAsync(HttpStatusCode.InternalServerError, Unexpected);
    }

    /// <summary>The application whose engine fails on photos of one name.</summary>
    public sealed class FailingApp : WatchedApp
    {
        public const string Fatal = "fatal.jpg";

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<Analysis>(
                static (analyzer, file, name, limits) => name == Fatal
                    ? throw new InvalidOperationException("An invented failure")
                    : analyzer.Analyze(file, name, limits)));
        }
    }
}
