namespace Drape.Server.Jobs;

/// <summary>Why a run was told to end.</summary>
enum JobEnding
{
    /// <summary>It was not, or the server stops.</summary>
    None,

    /// <summary>Somebody does not want the job any more.</summary>
    Cancelled,

    /// <summary>Its signs of life came too late: another has the job.</summary>
    Lost,
}
