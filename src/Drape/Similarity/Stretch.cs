namespace Drape.Similarity;

/// <summary>A part of a chunk that one thread scans in one go.</summary>
/// <param name="View">The chunk.</param>
/// <param name="Number">The chunk's number.</param>
/// <param name="Start">The first slot, a multiple of 64.</param>
/// <param name="End">The slot after the last; at most <see cref="Most"/> after the first.</param>
readonly record struct Stretch(ChunkView View, int Number, int Start, int End)
{
    /// <summary>The most slots of a stretch: half a megabyte of vectors, some ten microseconds.</summary>
    public const int Most = 2048;

    /// <summary>The stretches of a state.</summary>
    public static Stretch[] Of(IndexState state)
    {
        var stretches = new List<Stretch>();
        for (int number = 0; number < state.Chunks.Length; number++)
        {
            if (state.Chunks[number] is { } view)
            {
                for (int start = 0; start < view.Length; start += Most)
                {
                    stretches.Add(new Stretch(view, number, start, Math.Min(start + Most, view.Length)));
                }
            }
        }

        return [.. stretches];
    }
}
