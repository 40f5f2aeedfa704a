namespace Drape.Inference;

/// <summary>How a session uses the machine.</summary>
public sealed record SessionOptions
{
    /// <summary>Threads that share the work of one run; 1 keeps it on the calling thread.</summary>
    public int IntraOpNumThreads { get; init; } = 1;
}
