using System.Net;
using System.Text.RegularExpressions;

namespace Drape.Server.Tests.Eva;

/// <summary>The drawn photos that the first page offers whoever has none at hand.</summary>
public sealed class SampleTests(DrapeApp app) : IClassFixture<DrapeApp>
{
    [Fact]
    public async Task Every_sample_of_the_first_page_is_there()
    {
        var client = app.CreateClient();
        string page = await client.GetStringAsync("/");
        string[] samples = [.. Regex.Matches(page, "data-sample=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];

        Assert.NotEmpty(samples);
        foreach (string sample in samples)
        {
            var answer = await client.GetAsync(sample);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{sample} answered {(int)answer.StatusCode}");
            Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        }
    }
}
