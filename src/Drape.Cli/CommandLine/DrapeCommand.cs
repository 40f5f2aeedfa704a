using System.CommandLine;
using System.CommandLine.Help;
using Drape.Cli.Analyze;
using Drape.Cli.Catalogs;
using Drape.Cli.Corrections;
using Drape.Cli.Doctor;
using Drape.Cli.Evaluate;
using Drape.Cli.Import;
using Drape.Cli.Index;
using Drape.Cli.Jobs;
using Drape.Cli.Models;
using Drape.Cli.Search;
using Drape.Cli.Serve;
using Drape.Cli.Sweep;
using Drape.Cli.Terminal;
using Drape.Cli.Users;
using Drape.Server.Hosting;

namespace Drape.Cli.CommandLine;

/// <summary>The command <c>drape</c>: its parts, and what becomes of everything that goes wrong in them.</summary>
static class DrapeCommand
{
    const string Lessons = """
        Examples:
          drape analyze shirt.jpg       read a photo
          drape serve                   open the web app and the API on this machine
          drape doctor                  see whether everything is in place

        'drape COMMAND --help' tells more of each.
        """;

    public static async Task<int> RunAsync(string[] arguments, Output output, CancellationToken cancellation)
    {
        var parsed = Create(output).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            return Misuse.Report(parsed, output.Error);
        }

        if (parsed.CommandResult.Command.Name != "serve") // whose log says it
        {
            foreach (string stranger in KeptConfiguration.Strangers())
            {
                output.Error.WriteLine($"drape: {stranger}");
            }
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false, // failures are put into words below
                ProcessTerminationTimeout = null, // the signal is StopSignal's
                Output = output.Out,
                Error = output.Error,
            }, cancellation);
        }
        catch (Exception e)
        {
            return Failure.Report(e, IsVerbose(parsed), output.Error, cancellation);
        }
    }

    /// <summary>Whether traces are wanted.</summary>
    public static bool IsVerbose(ParseResult parsed) =>
        parsed.GetValue<bool>("--verbose") || Environment.GetEnvironmentVariable("DRAPE_DEBUG") == "1";

    /// <remarks>No RootCommand: that takes its name from the assembly, and people know the program as drape.</remarks>
    static TaughtCommand Create(Output output)
    {
        var root = new TaughtCommand("drape",
            "Drape reads photos of clothes: what each garment is, its pattern and its colours.", Lessons)
        {
            AnalyzeCommand.Create(output),
            ImportCommand.Create(output),
            SearchCommand.Create(output),
            CatalogsCommand.Create(output),
            IndexCommand.Create(output),
            EvaluateCommand.Create(output),
            ModelsCommand.Create(output),
            DoctorCommand.Create(output),
            JobsCommand.Create(output),
            SweepCommand.Create(output),
            UserCommand.Create(output),
            CorrectionsCommand.Create(output),
            ServeCommand.Create(),
        };
        var help = new HelpWithExamples(new HelpAction());
        root.Options.Add(new HelpOption { Description = "Show how it is used.", Action = help });
        root.Options.Add(new VersionOption { Description = "Show the version." });
        root.Options.Add(new Option<bool>("--verbose")
        {
            Description = "Show the full trace when Drape itself fails (or set DRAPE_DEBUG=1).",
            Recursive = true,
        });
        root.SetAction(parsed => help.Invoke(parsed)); // drape alone
        return root;
    }
}
