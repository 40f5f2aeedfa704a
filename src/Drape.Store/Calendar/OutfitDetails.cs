using Drape.Store.Products;

namespace Drape.Store.Calendar;

/// <summary>What somebody says of an outfit: on which day, of which pieces of their closet.</summary>
public sealed record OutfitDetails
{
    /// <summary>The most pieces of an outfit.</summary>
    public const int MostPieces = 12;

    const int LongestNote = 500;

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The numbers of its pieces, 1 to 12, each once, in the order they are shown.</summary>
    public required IReadOnlyList<long> Pieces
    {
        get;
        init => field = value is { Count: >= 1 and <= MostPieces } && value.Distinct().Count() == value.Count
            ? value : throw new ArgumentException($"An outfit has 1 to {MostPieces} pieces, each of them once.");
    }

    /// <summary>What is to be remembered of it; at most 500 characters.</summary>
    public string? Note
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? null : StoredText.Checked(value.Trim(), "note", LongestNote);
    }

    /// <summary>Whether it was worn; until then it is planned.</summary>
    public bool Worn { get; init; }
}
