using System.Text.Json;
using Drape.Store.Calendar;

namespace Drape.Server.Pages.Calendar;

/// <summary>An outfit as a form sends it.</summary>
sealed record OutfitForm
{
    public long[] Pieces { get; init; } = [];

    public string? Note { get; init; }

    public bool Worn { get; init; }

    /// <summary>What a form would send to have this outfit again.</summary>
    public static OutfitForm Of(Outfit outfit) => new() { Pieces = [.. outfit.PieceIds], Note = outfit.Note, Worn = outfit.Worn };

    /// <summary>What <see cref="ToString"/> made; null of nothing.</summary>
    public static OutfitForm? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<OutfitForm>(json);

    /// <summary>The outfit, on a day.</summary>
    /// <exception cref="ArgumentException">It cannot be.</exception>
    public OutfitDetails Details(DateOnly day) => new() { Day = day, Pieces = [.. Pieces.Distinct()], Note = Note, Worn = Worn };

    public override string ToString() => JsonSerializer.Serialize(this);
}
