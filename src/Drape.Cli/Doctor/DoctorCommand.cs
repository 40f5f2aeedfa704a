using System.CommandLine;
using System.Text.Json;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;

namespace Drape.Cli.Doctor;

/// <summary><c>drape doctor</c>: says whether everything that Drape needs is there.</summary>
static class DoctorCommand
{
    const string Lessons = """
        Each line is ok, a warning or a failure with what to do about it.
        Ends with 0 when nothing failed, 1 when something did.
        """;

    public static Command Create(Output output)
    {
        var home = DrapeHome.Option();
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var command = new TaughtCommand("doctor", "Check the machine, the libraries, the networks and the home folder.", Lessons)
        {
            home, json,
        };
        command.SetAction(parsed => Run(DrapeHome.Locate(parsed.GetValue(home)), parsed.GetValue(json), output));
        return command;
    }

    static int Run(string home, bool json, Output output)
    {
        var findings = new List<Finding>();
        var ink = new Ink(output.Colours);
        foreach (var finding in Examination.Run(home, output.Colours))
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
        writer.WriteLine($"  {(finding.Health == Health.Ok ? health : ink.Accent(health))}{finding.Subject,-11}{finding.Text}");
        if (finding.Advice is { } advice)
        {
            writer.WriteLine($"  {"",-20}{advice}");
        }
    }
}
