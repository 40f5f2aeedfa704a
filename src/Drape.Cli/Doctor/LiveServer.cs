using System.Net;

namespace Drape.Cli.Doctor;

/// <summary>Asks a running server whether it lives, for supervisors that can only start a program.</summary>
static class LiveServer
{
    const string Subject = "server";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<Finding> AskAsync(Uri server, CancellationToken cancellation)
    {
        var question = new Uri(server, "/health/live");
        // No proxy: the question is whether the server itself answers.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(question, cancellation);
            return answer.StatusCode == HttpStatusCode.OK
                ? new Finding(Subject, Health.Ok, $"{server.GetLeftPart(UriPartial.Authority)} lives")
                : new Finding(Subject, Health.Failed, $"{question} answers {(int)answer.StatusCode}.",
                    "Is it another program's address? 'drape serve' says where it listens.");
        }
        catch (HttpRequestException e)
        {
            return new Finding(Subject, Health.Failed, $"{question} does not answer: {e.Message}",
                "Start it with 'drape serve'.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Finding(Subject, Health.Failed,
                $"{question} does not answer within {Patience.TotalSeconds:0} seconds.",
                "Look into the server's log, then start it again.");
        }
    }
}
