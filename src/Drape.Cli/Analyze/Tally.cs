namespace Drape.Cli.Analyze;

/// <summary>Counts what became of the photos of a run.</summary>
sealed class Tally
{
    /// <summary>Photos that the results file already had.</summary>
    public int Known { get; init; }

    /// <summary>Photos read.</summary>
    public int Read { get; private set; }

    /// <summary>Photos and folders that failed.</summary>
    public required List<FailedPhoto> Failed { get; init; }

    public void Count(Outcome outcome)
    {
        if (outcome is FailedPhoto failed)
        {
            Failed.Add(failed);
        }
        else
        {
            Read++;
        }
    }
}
