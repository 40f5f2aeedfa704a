using Drape.Store.Writer;

namespace Drape.Store.Tests.Crash;

/// <summary>
/// What has to be in the store: every acknowledged write, and of the one write of each lane that was begun and not
/// acknowledged either all or nothing.
/// </summary>
sealed class Ledger
{
    readonly Dictionary<string, string> _states = [];
    readonly Dictionary<string, (string Thing, string State)[]> _begun = [];

    /// <summary>Writes that were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Writes that were cut off.</summary>
    public int CutOff { get; private set; }

    /// <summary>Those of them that were in the store all the same.</summary>
    public int CutOffAfterCommit { get; private set; }

    /// <summary>Notes what a writer said.</summary>
    public void Hear(IEnumerable<string> said)
    {
        foreach (string[] words in said.Select(line => line.Split('\t')))
        {
            if (words[0] == Announcer.Begin)
            {
                _begun.Add(words[1], [.. words[2..].Select(w => w.Split('=')).Select(w => (w[0], w[1]))]);
            }
            else if (words[0] == Announcer.Done && _begun.Remove(words[1], out var after))
            {
                Apply(after);
                Acknowledged++;
            }
        }
    }

    /// <summary>Compares with what is in the store, and settles the writes that were cut off.</summary>
    /// <returns>What is wrong, a sentence each.</returns>
    public IReadOnlyList<string> Compare(IReadOnlyDictionary<string, string> found)
    {
        var wrong = new List<string>();
        foreach (var (lane, after) in _begun)
        {
            CutOff++;
            int changed = after.Count(a => found.GetValueOrDefault(a.Thing) == a.State);
            if (changed == after.Length)
            {
                Apply(after);
                CutOffAfterCommit++;
            }
            else if (after.Count(a => found.GetValueOrDefault(a.Thing) != _states.GetValueOrDefault(a.Thing)) is > 0 and var some)
            {
                wrong.Add($"Of a write of {lane} that was cut off {some} of {after.Length} things are there.");
            }
        }

        _begun.Clear();
        wrong.AddRange(_states.Where(s => found.GetValueOrDefault(s.Key) != s.Value)
            .Select(s => $"{s.Key} is '{found.GetValueOrDefault(s.Key) ?? "not there"}' and was acknowledged as '{s.Value}'."));
        wrong.AddRange(found.Where(f => !_states.ContainsKey(f.Key)).Select(f => $"{f.Key} is '{f.Value}' and nobody wrote it."));
        return wrong;
    }

    void Apply((string Thing, string State)[] after)
    {
        foreach (var (thing, state) in after)
        {
            _states[thing] = state;
        }
    }
}
