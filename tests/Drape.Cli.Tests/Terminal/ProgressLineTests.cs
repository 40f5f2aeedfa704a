using Drape.Cli.Terminal;

namespace Drape.Cli.Tests.Terminal;

public class ProgressLineTests
{
    [Theory]
    [InlineData(50, 200, 5, "  ━━━━━━──────────────────  50 of 200 photos   10.0/s   15 s left")]
    [InlineData(1000, 100000, 50, "  ────────────────────────  1,000 of 100,000 photos   20.0/s   83 min left")]
    [InlineData(8, 8, 2, "  ━━━━━━━━━━━━━━━━━━━━━━━━  8 of 8 photos   4.0/s   0 s left")]
    public void Tells_how_far_how_fast_and_how_long(int done, int total, int seconds, string text) =>
        Assert.Equal(text, ProgressLine.Text(done, total, "photos", TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_batch_counts_as_many_as_are_done_by_then()
    {
        using var terminal = new StringWriter();
        using var progress = new ProgressLine(terminal, 200, "products");

        progress.AdvanceTo(64);

        Assert.Contains("  64 of 200 products   ", terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Clearing_leaves_nothing_on_the_line()
    {
        using var terminal = new StringWriter();
        using var progress = new ProgressLine(terminal, 2, "photos");

        progress.Advance();
        progress.Clear();
        progress.Clear();

        Assert.EndsWith("left\e[K\r\e[K", terminal.ToString(), StringComparison.Ordinal);
    }
}
