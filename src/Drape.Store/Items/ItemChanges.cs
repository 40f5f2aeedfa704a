namespace Drape.Store.Items;

/// <summary>What this moment has seen of all changes to items.</summary>
public readonly record struct ChangeMark
{
    readonly string? _text;

    internal ChangeMark(string text) => _text = text;

    /// <summary>As the database writes it.</summary>
    public override string ToString() => _text ?? throw new InvalidOperationException("A mark comes from ItemStore.");
}

/// <summary>What changed since a mark.</summary>
/// <param name="Changed">Products whose items are new or different: read them anew.</param>
/// <param name="Removed">Products that have none any more: retired, deleted, or embedded by another network.</param>
/// <param name="Next">The mark to ask with the next time.</param>
public sealed record ItemChanges(IReadOnlyList<long> Changed, IReadOnlyList<long> Removed, ChangeMark Next);
