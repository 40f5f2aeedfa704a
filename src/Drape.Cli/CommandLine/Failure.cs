using Drape.Cli.Terminal;
using Drape.Inference;
using Drape.Native;
using Drape.Server.Catalogs.Import;
using Drape.Server.Catalogs.Search;
using Drape.Store;
using Drape.Store.Blobs;

namespace Drape.Cli.CommandLine;

/// <summary>Puts what ended a command into one sentence and an exit code.</summary>
static class Failure
{
    public static int Report(Exception e, bool verbose, TextWriter error, CancellationToken cancellation)
    {
        int code = e switch
        {
            OperationCanceledException when cancellation.IsCancellationRequested => ExitCode.Stopped,
            WrongUseException or ImportException or SearchException => ExitCode.WrongUse,
            _ => ExitCode.ProgramFailed,
        };
        error.WriteLine(code == ExitCode.Stopped ? "Stopped." : "drape: " + Printable.Text(Sentence(e, verbose)));
        if (verbose)
        {
            error.WriteLine(e);
        }

        return code;
    }

    static string Sentence(Exception e, bool verbose) => e switch
    {
        // Those that were written for the person in front of the command.
        WrongUseException or ImportException or SearchException => e.Message,
        ModelException or NativeRuntimeException or StoreException or BlobException => e.Message,
        // The system's own words name the file.
        IOException or UnauthorizedAccessException => e.Message,
        _ => $"Something went wrong that should not: {e.Message.ReplaceLineEndings(" ")}"
            + (verbose ? "" : " Run it again with --verbose to see where."),
    };
}
