namespace Drape.Similarity;

/// <summary>
/// One scan of a state, by the thread that asks for it and by others of the pool that happen to be free: each takes the next
/// stretch until none is left. Nobody waits for a thread that has not begun.
/// </summary>
sealed class IndexScan : IThreadPoolWorkItem
{
    // Below this waking another thread costs more than it saves.
    const int WorthSharing = 50_000;

    static int s_running;

    readonly SearchPlan _plan;
    readonly Stretch[] _stretches;
    readonly BestCandidates _best;
    readonly int _room;
    readonly CancellationToken _cancellation;
    readonly object _merging = new();
    int _next;
    int _left;
    volatile Exception? _failure;

    IndexScan(IndexState state, SearchPlan plan, int room, CancellationToken cancellation)
    {
        (_plan, _room, _cancellation) = (plan, room, cancellation);
        _stretches = Stretch.Of(state);
        _left = _stretches.Length;
        _best = new BestCandidates(room);
    }

    /// <summary>Finds the items that score best by the high bytes.</summary>
    /// <param name="state">What to scan.</param>
    /// <param name="plan">The query.</param>
    /// <param name="room">How many items to find, at least 1.</param>
    /// <param name="cancellation">Ends the scan early.</param>
    /// <returns>What was found, the best first.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Candidate[] Run(IndexState state, SearchPlan plan, int room, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (state.Count == 0)
        {
            return [];
        }

        var scan = new IndexScan(state, plan, Math.Min(room, state.Count), cancellation);
        // Searches that run at the same time share the processors: the more there are, the fewer threads each asks for.
        int running = Interlocked.Increment(ref s_running);
        try
        {
            for (int i = running; state.Count >= WorthSharing && i < Environment.ProcessorCount; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(scan, preferLocal: false);
            }

            scan.Work();
            scan.WaitForOthers();
        }
        finally
        {
            Interlocked.Decrement(ref s_running);
        }

        cancellation.ThrowIfCancellationRequested();
        if (scan._failure is { } failure)
        {
            throw new InvalidOperationException("The search failed in one of its threads.", failure);
        }

        var found = scan._best.Kept.ToArray();
        Array.Sort(found);
        return found;
    }

    void IThreadPoolWorkItem.Execute() => Work();

    void Work()
    {
        int taken = 0;
        BestCandidates? best = null;
        ScanRoom? room = null;
        for (int i; (i = Interlocked.Increment(ref _next) - 1) < _stretches.Length;)
        {
            taken++;
            if (_failure is null && !_cancellation.IsCancellationRequested)
            {
                Scan(_stretches[i], room ??= new ScanRoom(), best ??= new BestCandidates(_room));
            }
        }

        if (taken > 0)
        {
            HandIn(taken, best is null ? [] : best.Kept);
        }
    }

    void Scan(Stretch stretch, ScanRoom room, BestCandidates best)
    {
        try
        {
            _plan.Scan(stretch, room, best);
        }
#pragma warning disable CA1031 // in a thread of the pool it would end the process; the thread that asked gets it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = failure;
        }
    }

    void HandIn(int taken, ReadOnlySpan<Candidate> found)
    {
        lock (_merging)
        {
            foreach (ref readonly var candidate in found)
            {
                _best.Offer(candidate);
            }

            _left -= taken;
            if (_left == 0)
            {
                Monitor.PulseAll(_merging);
            }
        }
    }

    // At most for the stretches that others are at: some ten microseconds, mostly not worth going to sleep.
    void WaitForOthers()
    {
        for (var spin = default(SpinWait); Volatile.Read(ref _left) > 0 && !spin.NextSpinWillYield;)
        {
            spin.SpinOnce();
        }

        lock (_merging)
        {
            while (_left > 0)
            {
                Monitor.Wait(_merging);
            }
        }
    }
}
