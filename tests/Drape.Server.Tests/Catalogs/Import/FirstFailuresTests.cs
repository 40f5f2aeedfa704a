using Drape.Server.Catalogs.Import;

namespace Drape.Server.Tests.Catalogs.Import;

public sealed class FirstFailuresTests
{
    [Fact]
    public void The_first_rows_of_the_source_are_kept_however_late_they_are_found_out()
    {
        var failures = new FirstFailures(3);

        foreach (int number in (int[])[4, 1, 7, 2, 0])
        {
            failures.Add(new FailedRow($"line {number}", "It is bad.") { Number = number });
        }

        Assert.Equal(["line 0", "line 1", "line 2"], failures.Rows.Select(row => row.Place));
        Assert.Equal(5, failures.Count);
    }
}
