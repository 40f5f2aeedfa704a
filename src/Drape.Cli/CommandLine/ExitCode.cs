namespace Drape.Cli.CommandLine;

/// <summary>What a command's end means to the shell.</summary>
static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Some inputs failed or are not there and are named on standard error; the others are done.</summary>
    public const int SomeFailed = 1;

    /// <summary>Wrong use: an unknown option, nothing given is there, no picture in the folder.</summary>
    public const int WrongUse = 2;

    /// <summary>The program itself failed.</summary>
    public const int ProgramFailed = 3;

    /// <summary>
    /// Stopped by Ctrl-C, or because nobody reads the answers any more; what was reported until then is done.
    /// </summary>
    public const int Stopped = 130;
}
