namespace Drape.Server.Jobs;

/// <summary>How this process works on jobs: the configuration's section <c>Jobs</c>.</summary>
sealed record JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Jobs done at the same time; a process with 0 leaves them to others.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>How long a process that has a job is believed to live without a sign; at least five seconds.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often an idle process looks for a job.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long jobs that ended are remembered.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(30);

    public bool IsValid => AtOnce >= 0 && Lease >= TimeSpan.FromSeconds(5) && Poll > TimeSpan.Zero && Keep > TimeSpan.Zero;
}
