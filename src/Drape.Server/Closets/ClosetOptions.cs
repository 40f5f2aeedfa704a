namespace Drape.Server.Closets;

/// <summary>What a person's closet may have: the configuration's section <c>Closet</c>.</summary>
sealed record ClosetOptions
{
    public const string Section = "Closet";

    /// <summary>Pieces that a closet may have; its bin may have as many again.</summary>
    public int MostItems { get; init; } = 2000;

    /// <summary>Photos of one request that are read at once; more become a job.</summary>
    public int AtOnce { get; init; } = 4;

    public bool IsValid => MostItems >= 1 && AtOnce >= 1;
}
