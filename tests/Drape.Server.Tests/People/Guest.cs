using System.Net;
using System.Text.RegularExpressions;

namespace Drape.Server.Tests.People;

/// <summary>Somebody with a browser: gets pages, fills in their forms, and keeps cookies.</summary>
sealed class Guest(PeopleApp app, HttpClient client)
{
    public HttpClient Client => client;

    public async Task<string> PageAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)answer.StatusCode}, {answer.Headers.Location}");
        return await answer.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> GetAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", "en");
        return client.SendAsync(request);
    }

    /// <summary>Fills in a page's form and sends it; a field whose value is null has what the page put into it.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string?> fields, string? handler = null)
    {
        string page = await PageAsync(path);
        var hidden = Hidden(page);
        var form = fields.ToDictionary(f => f.Key, f => f.Value ?? hidden.GetValueOrDefault(f.Key, ""));
        form["__RequestVerificationToken"] = hidden["__RequestVerificationToken"];
        string address = handler is null ? path : path + (path.Contains('?') ? "&" : "?") + "handler=" + handler;
        return await SendAsync(address, form);
    }

    public Task<HttpResponseMessage> SendAsync(string path, Dictionary<string, string> form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", "en");
        return client.SendAsync(request);
    }

    /// <summary>A request of a script of ours: with the page's token.</summary>
    public async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, HttpContent? content = null, bool token = true)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (token)
        {
            string page = await PageAsync("/account/settings");
            request.Headers.Add("X-Drape-Token", Regex.Match(page, "name=\"drape-token\" content=\"([^\"]+)\"").Groups[1].Value);
        }

        return await client.SendAsync(request);
    }

    public async Task SignUpAsync(string email, string name = "Ann", string password = PeopleApp.Password)
    {
        var answer = await PostAsync("/account/sign-up", new() { ["Name"] = name, ["Email"] = email, ["Password"] = password });
        Assert.Equal("/account/check-mail?about=sign-up", answer.Headers.Location?.ToString());
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password = PeopleApp.Password, string? returnUrl = null) =>
        PostAsync("/account/sign-in", new() { ["Email"] = email, ["Password"] = password, ["Remember"] = "true", ["returnUrl"] = returnUrl ?? "" });

    /// <summary>Whether the browser is signed in.</summary>
    public async Task<bool> IsInAsync() =>
        (await client.GetAsync("/api/v1/me")).StatusCode == HttpStatusCode.OK;

    public PeopleApp App => app;

    static Dictionary<string, string> Hidden(string page) => Regex.Matches(page, "<input[^>]*>")
        .Select(input => (Name: Attribute(input.Value, "name"), Value: Attribute(input.Value, "value")))
        .Where(input => input.Name is not null)
        .GroupBy(input => input.Name!).ToDictionary(g => g.Key, g => WebUtility.HtmlDecode(g.Last().Value ?? ""));

    static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $" {name}=\"([^\"]*)\"") is { Success: true } match ? match.Groups[1].Value : null;
}
