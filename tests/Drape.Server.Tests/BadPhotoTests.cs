using System.Net;

namespace Drape.Server.Tests;

public sealed class BadPhotoTests(DrapeApp app) : IClassFixture<DrapeApp>
{
    readonly HttpClient _client = app.CreateClient();

    public static TheoryData<string, int, string> Bad => new()
    {
        { "empty", 422, "empty" },
        { "words", 415, "not-a-picture" },
        { "truncated", 422, "truncated" },
        { "damaged", 422, "damaged" },
        { "svg", 415, "unsupported-format" },
        { "pdf", 415, "unsupported-format" },
        { "heic", 415, "unsupported-format" },
        { "vast", 422, "too-many-pixels" },
        { "zero", 422, "zero-size" },
        { "heavy", 413, "too-many-bytes" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_photo_in_a_form_is_explained(string kind, int status, string type)
    {
        var answer = await _client.PostPhotosAsync(($"{kind}.jpg", File(kind)));

        await answer.ProblemAsync((HttpStatusCode)status, $"urn:drape:photo:{type}");
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_photo_as_body_is_explained(string kind, int status, string type)
    {
        var answer = await _client.PostRawAsync("image/jpeg", File(kind));

        await answer.ProblemAsync((HttpStatusCode)status, $"urn:drape:photo:{type}");
    }

    [Theory]
    [InlineData("truncated", 422, "truncated")]
    [InlineData("heic", 415, "unsupported-format")]
    [InlineData("empty", 422, "empty")]
    public async Task A_bad_photo_in_json_is_explained(string kind, int status, string type)
    {
        string text = Convert.ToBase64String(File(kind));

        var answer = await _client.PostJsonAsync(Calls.Analyze, $$"""{"base64":"{{text}}"}""");

        await answer.ProblemAsync((HttpStatusCode)status, $"urn:drape:photo:{type}");
    }

    [Fact]
    public async Task The_explanation_is_the_engines_sentence()
    {
        var answer = await _client.PostPhotosAsync(("a.heic", Pictures.Heic()));

        var problem = await answer.ProblemAsync(
            HttpStatusCode.UnsupportedMediaType, "urn:drape:photo:unsupported-format");
        Assert.Contains("HEIC", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    static byte[] File(string kind) => kind switch
    {
        "empty" => [],
        "words" => Pictures.Words(),
        "truncated" => Pictures.Truncated(),
        "damaged" => Pictures.Damaged(),
        "svg" => Pictures.Svg(),
        "pdf" => Pictures.Pdf(),
        "heic" => Pictures.Heic(),
        "vast" => Pictures.Claiming(60_000, 60_000),
        "zero" => Pictures.Claiming(0, 0),
        "heavy" => new byte[50_000_001],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
