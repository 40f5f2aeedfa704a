using Drape.Server.Closets;
using Drape.Store.Calendar;
using Drape.Store.Closets;

namespace Drape.Server.Calendar;

/// <summary>An outfit of a day as the API tells of it. Times are in UTC.</summary>
public sealed record OutfitAnswer
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Its pieces, without those that lie in the bin.</summary>
    public required IReadOnlyList<OutfitPieceAnswer> Pieces { get; init; }

    /// <summary>What is to be remembered of it.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it was worn; until then it is planned.</summary>
    public required bool Worn { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Tells of an outfit.</summary>
    public static OutfitAnswer Of(Outfit outfit)
    {
        ArgumentNullException.ThrowIfNull(outfit);
        return new OutfitAnswer
        {
            Id = outfit.Id,
            Day = outfit.Day,
            Pieces = [.. outfit.Pieces.Select(OutfitPieceAnswer.Of)],
            Note = outfit.Note,
            Worn = outfit.Worn,
            CreatedAt = outfit.CreatedAt,
            ChangedAt = outfit.ChangedAt,
        };
    }
}

/// <summary>A piece of an outfit.</summary>
/// <param name="Id">Its number in the closet.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Type">What it is.</param>
/// <param name="Colour">Its main colour.</param>
/// <param name="Picture">Where its cut-out picture is.</param>
public sealed record OutfitPieceAnswer(long Id, string? Name, string Type, string Colour, string Picture)
{
    /// <summary>Tells of a piece.</summary>
    public static OutfitPieceAnswer Of(ClosetItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new OutfitPieceAnswer(
            item.Id, item.Details.Name, item.Details.Type, item.Details.Colour, ClosetAnswer.PictureOf(item));
    }
}

/// <summary>The outfits of some days, by their days.</summary>
/// <param name="Outfits">The outfits.</param>
public sealed record CalendarAnswer(IReadOnlyList<OutfitAnswer> Outfits);
