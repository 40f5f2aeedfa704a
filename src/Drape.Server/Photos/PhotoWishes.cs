using Drape.Store.Photos;

namespace Drape.Server.Photos;

/// <summary>What a request wants beside readings.</summary>
sealed class PhotoWishes
{
    /// <summary>Whether the readings are to be kept; null where a form has not said it yet: it may do so after its photos.</summary>
    public bool? Save { get; set; }

    /// <summary>Finds what is kept of a URL, in the spelling in which it is kept; null where what is kept is not asked for.</summary>
    public Func<string, CancellationToken, Task<SavedPhoto?>>? FindKept { get; init; }
}
