namespace Drape.Similarity;

/// <summary>Keeps the best of what it is offered, in whatever order that comes: a heap with the worst at its head.</summary>
/// <param name="room">How many are kept, at least 1.</param>
sealed class BestCandidates(int room)
{
    readonly Candidate[] _heap = new Candidate[room];

    /// <summary>How many are kept so far.</summary>
    public int Count { get; private set; }

    /// <summary>What is below this need not be offered.</summary>
    public float Least { get; private set; } = float.NegativeInfinity;

    /// <summary>What was kept, in no order.</summary>
    public ReadOnlySpan<Candidate> Kept => _heap.AsSpan(0, Count);

    /// <summary>Keeps a candidate if it is among the best so far.</summary>
    public void Offer(in Candidate candidate)
    {
        if (Count < room)
        {
            int at = Count++;
            for (; at > 0 && _heap[(at - 1) / 2].Beats(candidate); at = (at - 1) / 2)
            {
                _heap[at] = _heap[(at - 1) / 2];
            }

            _heap[at] = candidate;
        }
        else if (candidate.Beats(_heap[0]))
        {
            Sink(candidate);
        }

        if (Count == room)
        {
            Least = _heap[0].Score;
        }
    }

    void Sink(in Candidate candidate)
    {
        int at = 0;
        for (int child = 1; child < room; child = (2 * at) + 1)
        {
            if (child + 1 < room && _heap[child].Beats(_heap[child + 1]))
            {
                child++;
            }

            if (!candidate.Beats(_heap[child]))
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = candidate;
    }
}
