namespace Drape.Server.Photos;

/// <summary>What reading photos may take of the machine: the configuration's section <c>Reading</c>.</summary>
sealed record ReadingOptions
{
    public const string Section = "Reading";

    /// <summary>Photos read at the same time.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>Photos that may wait for their turn; more are refused with 429.</summary>
    public int Waiting { get; init; } = 64;

    /// <summary>Megabytes that all uploads in flight may hold; more are refused with 429.</summary>
    public int Megabytes { get; init; } = 160;

    /// <summary>Megapixels that a photo may have.</summary>
    public int Megapixels { get; init; } = 100;

    /// <summary>Uploads received from one address at the same time; more are refused with 429.</summary>
    public int PerAddress { get; init; } = 64;

    public bool IsValid => AtOnce >= 1 && Waiting >= 0 && Megabytes >= 1 && Megapixels >= 1 && PerAddress >= 1;
}
