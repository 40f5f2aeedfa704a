using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Store;

namespace Drape.Cli.Doctor;

/// <summary><c>drape doctor</c>: says whether everything that Drape needs is there.</summary>
static class DoctorCommand
{
    const string Lessons = """
        Examples:
          drape doctor                                   everything on this machine
          drape doctor --live http://127.0.0.1:5080      only whether that server answers

        Each line is ok, a warning or a failure with what to do about it.
        Ends with 0 when nothing failed, 1 when something did.
        """;

    public static Command Create(Output output)
    {
        var home = DrapeHome.Option();
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var live = new Option<string?>("--live")
        {
            Description = "Only ask the server at this address whether it lives, as container supervisors do.",
            HelpName = "URL",
        };
        var command = new TaughtCommand("doctor", "Check machine, libraries, networks, home folder, database and pictures.", Lessons)
        {
            home, live, json,
        };
        command.SetAction((parsed, cancellation) => TellAsync(parsed.GetValue(live) is { } server
            ? LiveAsync(AddressOf(server), cancellation)
            : Examination.RunAsync(HomeFolder.Locate(parsed.GetValue(home)), output.Colours, cancellation),
            parsed.GetValue(json), output));
        return command;
    }

    static Uri AddressOf(string server) =>
        Uri.TryCreate(server, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : throw new WrongUseException($"--live takes a URL such as http://127.0.0.1:5080, not {server}.");

    static async IAsyncEnumerable<Finding> LiveAsync(Uri server, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await LiveServer.AskAsync(server, cancellation);
    }

    /// <summary>Shows each finding as soon as it is made.</summary>
    static async Task<int> TellAsync(IAsyncEnumerable<Finding> examination, bool json, Output output)
    {
        var findings = new List<Finding>();
        var ink = new Ink(output.Colours);
        await foreach (var finding in examination)
        {
            findings.Add(finding);
            if (!json)
            {
                Write(finding, ink, output.Out);
            }
        }

        if (json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize<IReadOnlyList<Finding>>(
                findings, DoctorJson.Indented.IReadOnlyListFinding));
        }

        return findings.Exists(f => f.Health == Health.Failed) ? ExitCode.SomeFailed : ExitCode.Done;
    }

    static void Write(Finding finding, Ink ink, TextWriter writer)
    {
        string health = finding.Health.ToString().ToLowerInvariant().PadRight(9);
        health = finding.Health == Health.Ok ? health : ink.Accent(health);
        writer.WriteLine($"  {health}{finding.Subject,-11}{finding.Text}");
        if (finding.Advice is { } advice)
        {
            writer.WriteLine($"  {"",-20}{advice}");
        }
    }
}
