namespace Drape.Store.Calendar;

/// <summary>Why an outfit was not kept.</summary>
public enum OutfitFault
{
    /// <summary>This person has no such outfit.</summary>
    NoSuchOutfit,

    /// <summary>A piece is not in this person's closet.</summary>
    NoSuchPiece,

    /// <summary>The day has as many outfits as a day may have.</summary>
    DayFull,
}

/// <summary>What came of a change: the outfit as it is now, or why there is none.</summary>
public readonly record struct OutfitResult
{
    /// <summary>It was kept.</summary>
    public OutfitResult(Outfit outfit) => Outfit = outfit;

    /// <summary>It was not.</summary>
    public OutfitResult(OutfitFault fault) => Fault = fault;

    /// <summary>The outfit as it is now; null if nothing was kept.</summary>
    public Outfit? Outfit { get; }

    /// <summary>Why nothing was kept; null if it was.</summary>
    public OutfitFault? Fault { get; }
}
