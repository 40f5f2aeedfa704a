using Drape.Cli.Analyze;
using Drape.Cli.Terminal;

namespace Drape.Cli.Tests.Analyze;

public class SummaryTests
{
    [Theory]
    [InlineData(false, "a.jpg: Drape itself failed on this photo: odd; --verbose shows the trace\n")]
    [InlineData(true, "a.jpg: Drape itself failed on this photo: odd\nSystem.InvalidOperationException: odd\n")]
    public void The_trace_of_what_was_not_foreseen_is_shown_when_it_is_asked_for(bool verbose, string expected) =>
        Assert.Equal(expected,
            ErrorsOf(FailedPhoto.Unforeseen("a.jpg", new InvalidOperationException("odd")), verbose));

    static string ErrorsOf(FailedPhoto failed, bool verbose)
    {
        using var output = new Output(new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" },
            ColourDepth.None, ErrorIsTerminal: false);
        var given = new GivenPhotos
        {
            Photos = [],
            Unopened = [],
            LeftOut = new Dictionary<string, int>(),
            IsSingle = true,
        };
        new Summary(given, new Tally { Failed = [failed] }, new AnalyzeOptions { Inputs = [], Verbose = verbose },
            Stopped: false, TimeSpan.Zero).Write(output);
        return output.Error.ToString()!;
    }
}
