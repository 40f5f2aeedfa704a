using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Drape.Visitors;

/// <summary>Somebody with a browser of their own, as the server sees it: cookies and an address.</summary>
sealed partial class Visitor : IDisposable
{
    static readonly string[] _pages =
        ["/", "/closet", "/closet/statistics", "/closet/add", "/calendar", "/looks", "/leaderboard", "/account/settings"];

    readonly Random _random;
    readonly HttpClient _client;

    public Visitor(Uri server, int number)
    {
        _random = new Random(number);
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = server,
            Timeout = TimeSpan.FromSeconds(30),
        };
        _client.DefaultRequestHeaders.Add("X-Forwarded-For", Address(number));
        _client.DefaultRequestHeaders.Add("Accept", "text/html");
        _client.DefaultRequestHeaders.Add("Accept-Language", number % 2 == 0 ? "en" : "ko");
    }

    /// <summary>A private address for the server to believe, so that not all come from one.</summary>
    public static string Address(int number) => $"10.0.{number / 250}.{(number % 250) + 1}";

    public async Task SignInAsync(Account account)
    {
        string door = await _client.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(
        [
            new("Email", account.Email), new("Password", account.Password), new("returnUrl", "/closet"),
            new("__RequestVerificationToken", FormToken().Match(door).Groups[1].Value),
        ]);
        using var answer = await _client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath != "/closet")
        {
            throw new InvalidOperationException($"{account.Email} could not sign in: {answer.RequestMessage.RequestUri} answered.");
        }
    }

    /// <summary>Keeps a garment, unless the closet has some.</summary>
    public async Task FillClosetAsync(byte[] photo)
    {
        string closet = await _client.GetStringAsync(new Uri("/api/v1/closet", UriKind.Relative));
        if (closet.Contains("\"id\"", StringComparison.Ordinal))
        {
            return;
        }

        string page = await _client.GetStringAsync(new Uri("/closet", UriKind.Relative));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(photo), "photo", "shirt.jpg" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/closet", UriKind.Relative)) { Content = form };
        request.Headers.Add("X-Drape-Token", PageToken().Match(page).Groups[1].Value);
        using var answer = await _client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Opens one page after another, each read for one to three seconds.</summary>
    public async Task<IReadOnlyList<Visit>> BrowseAsync(CancellationToken end)
    {
        var visits = new List<Visit>();
        try
        {
            await Task.Delay(_random.Next(3000), end);
            while (!end.IsCancellationRequested)
            {
                visits.Add(await OpenAsync(_pages[_random.Next(_pages.Length)]));
                await Task.Delay(_random.Next(1000, 3000), end);
            }
        }
        catch (OperationCanceledException)
        {
            // Time is up.
        }

        return visits;
    }

    async Task<Visit> OpenAsync(string page)
    {
        long start = Stopwatch.GetTimestamp();
        bool right;
        try
        {
            using var answer = await _client.GetAsync(new Uri(page, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            right = answer.IsSuccessStatusCode && answer.RequestMessage!.RequestUri!.AbsolutePath == page;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            right = false;
        }

        return new Visit(page, Stopwatch.GetElapsedTime(start).TotalMilliseconds, right);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("name=\"drape-token\" content=\"([^\"]+)\"")]
    private static partial Regex PageToken();
}
