namespace Drape.Store.Jobs;

/// <summary>How a worker stands to the job it took.</summary>
public enum JobStanding
{
    /// <summary>It has the job and goes on.</summary>
    Held,

    /// <summary>It has the job and is asked to give it up.</summary>
    CancelAsked,

    /// <summary>It was too late with its signs of life: the job is another's, or ended. Nothing it says counts.</summary>
    Lost,
}
