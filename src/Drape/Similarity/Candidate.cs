namespace Drape.Similarity;

/// <summary>An item that a scan holds for good.</summary>
/// <param name="Score">Its score, nearly.</param>
/// <param name="Id">Its number.</param>
/// <param name="Place">Where it stands: see <see cref="IndexChunk.PlaceBits"/>.</param>
readonly record struct Candidate(float Score, long Id, int Place) : IComparable<Candidate>
{
    /// <summary>Whether it comes before another: by its score, of equal ones by the smaller id.</summary>
    public bool Beats(in Candidate other) => Score > other.Score || (Score == other.Score && Id < other.Id);

    /// <summary>Below 0 if it comes before another.</summary>
    public int CompareTo(Candidate other) => Beats(other) ? -1 : other.Beats(this) ? 1 : 0;
}
