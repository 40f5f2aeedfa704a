using System.Net;
using System.Text;

namespace Drape.Server.Tests;

public sealed class BadRequestTests(DrapeApp app) : IClassFixture<DrapeApp>
{
    readonly HttpClient _client = app.CreateClient();

    [Theory]
    [InlineData("{", "malformed-json")]
    [InlineData("", "malformed-json")]
    [InlineData("{\"base64\":\"QUJD\"} x", "malformed-json")]
    [InlineData("{\"base64\":\"QU", "malformed-json")]
    [InlineData("{\"url\":\"\\ud800\"}", "malformed-json")]
    [InlineData("{\"\\ud800\":1}", "malformed-json")]
    [InlineData("[]", "missing-photo")]
    [InlineData("{}", "missing-photo")]
    [InlineData("{\"base64\":12}", "missing-photo")]
    [InlineData("{\"base64\":null}", "missing-photo")]
    [InlineData("{\"base64\":\"QUJD\",\"url\":\"https://example.com\"}", "missing-photo")]
    [InlineData("{\"base64\":\"no base64!\"}", "malformed-base64")]
    [InlineData("{\"base64\":\"QUJ\"}", "malformed-base64")]
    [InlineData("{\"base64\":\"data:image/png,QUJD\"}", "malformed-base64")]
    [InlineData("{\"base64\":\"QU\\u00e9D\"}", "malformed-base64")]
    public async Task Bad_json_is_explained(string json, string type)
    {
        var answer = await _client.PostJsonAsync(Calls.Analyze, json);

        await answer.ProblemAsync(HttpStatusCode.BadRequest, $"urn:drape:request:{type}");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_content_type_is_refused(string type)
    {
        var answer = await _client.PostRawAsync(type, Pictures.File());

        await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "urn:drape:request:unsupported-content-type");
    }

    [Fact]
    public async Task A_request_without_a_body_is_refused()
    {
        var answer = await _client.PostAsync(Calls.Analyze, null);

        await answer.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "urn:drape:request:unsupported-content-type");
    }

    [Fact]
    public async Task A_form_without_a_photo_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "file" } };

        var answer = await _client.PostAsync(Calls.Analyze, form);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:missing-photo");
        Assert.Contains("\"photo\"", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "no boundary here")]
    [InlineData("multipart/form-data", "--x--")]
    [InlineData("multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\nthe end is missing")]
    public async Task A_damaged_form_is_refused(string type, string body)
    {
        var answer = await _client.PostRawAsync(type, Encoding.UTF8.GetBytes(body));

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "urn:drape:request:malformed-form");
    }

    [Fact]
    public async Task A_form_of_too_many_parts_is_refused()
    {
        using var form = new MultipartFormDataContent();
        for (int i = 0; i <= 50; i++)
        {
            form.Add(new StringContent("x"), "note");
        }

        var answer = await _client.PostAsync(Calls.Analyze, form);

        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "urn:drape:request:too-large");
    }

    [Fact]
    public async Task Json_of_too_many_bytes_is_refused()
    {
        var answer = await _client.PostJsonAsync(Calls.Analyze, "{\"base64\":\"" + new string('A', 68_000_000) + "\"}");

        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "urn:drape:request:too-large");
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/api/v1/nothing?token=secret")]
    public async Task An_unknown_path_is_a_problem(string path)
    {
        var answer = await _client.GetAsync(path);

        var problem = await answer.ProblemAsync(HttpStatusCode.NotFound, "urn:drape:request:not-found");
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_method_is_a_problem_that_names_the_right_one()
    {
        var answer = await _client.GetAsync(Calls.Analyze);

        await answer.ProblemAsync(HttpStatusCode.MethodNotAllowed, "urn:drape:request:wrong-method");
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }
}
