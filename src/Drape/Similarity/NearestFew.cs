namespace Drape.Similarity;

/// <summary>Keeps the few best of what it is offered; positions are offered in ascending order.</summary>
/// <param name="count">How many are kept.</param>
sealed class NearestFew(int count)
{
    // The worst at the head: the least similar, of equals the last.
    readonly PriorityQueue<int, (float Similarity, int Earliness)> _best = new(count + 1);
    float _least = float.NegativeInfinity;

    public void Offer(int position, float similarity)
    {
        if (_best.Count < count)
        {
            _best.Enqueue(position, (similarity, -position));
        }
        else if (similarity > _least)
        {
            _best.EnqueueDequeue(position, (similarity, -position));
        }
        else
        {
            return;
        }

        if (_best.Count == count)
        {
            _best.TryPeek(out _, out var worst);
            _least = worst.Similarity;
        }
    }

    /// <summary>What was kept, the best first; it is empty afterwards.</summary>
    public Neighbour[] Found()
    {
        var found = new Neighbour[_best.Count];
        for (int i = found.Length - 1; i >= 0; i--)
        {
            _best.TryDequeue(out int position, out var place);
            found[i] = new Neighbour(position, place.Similarity);
        }

        return found;
    }
}
