namespace Drape.Store.Closets;

/// <summary>A piece that was worn on a day.</summary>
public sealed record ClosetWear(long Item, DateOnly Day);
