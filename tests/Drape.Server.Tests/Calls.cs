using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Drape.Server.Tests;

/// <summary>How a client calls the API, and what every test expects of a problem.</summary>
static class Calls
{
    public const string Analyze = "/api/v1/photos/analyze";

    public static Task<HttpResponseMessage> PostPhotosAsync(
        this HttpClient client, params (string Name, byte[] File)[] photos)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, file) in photos)
        {
            form.Add(new ByteArrayContent(file), "photo", name);
        }

        return client.PostAsync(Analyze, form);
    }

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, string json) =>
        client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    public static Task<HttpResponseMessage> PostRawAsync(this HttpClient client, string type, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return client.PostAsync(Analyze, content);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<JsonElement> ReadingAsync(this HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.JsonAsync();
    }

    /// <summary>Holds every member of a problem, and that nothing of the inside shows.</summary>
    public static async Task<JsonElement> ProblemAsync(
        this HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(["type", "title", "status", "detail", "traceId"], problem.EnumerateObject().Select(p => p.Name));
        Assert.Equal(type, problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.EndsWith(".", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        return problem;
    }
}
