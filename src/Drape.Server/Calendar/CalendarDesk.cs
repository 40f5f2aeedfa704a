using System.Globalization;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Calendar;

namespace Drape.Server.Calendar;

/// <summary>Puts outfits onto days, for the pages and the API alike.</summary>
sealed class CalendarDesk(DrapeStore store)
{
    /// <summary>The first day of the calendar.</summary>
    public static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>Its last day.</summary>
    public static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>The last day on which something can have been worn: tomorrow, which it is already somewhere.</summary>
    public DateOnly Latest => DateOnly.FromDateTime(store.Database.Now.UtcDateTime).AddDays(1);

    /// <summary>An outfit of this person.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public async Task<Outfit> GetAsync(long person, long id, CancellationToken cancellation) =>
        await store.Calendar.GetAsync(person, id, cancellation) ?? throw NotFound(id);

    /// <summary>Puts an outfit onto its day.</summary>
    /// <exception cref="ProblemException">It cannot be.</exception>
    public async Task<Outfit> AddAsync(long person, OutfitDetails details, CancellationToken cancellation) =>
        Kept(await store.Calendar.AddAsync(person, Possible(details), cancellation), 0);

    /// <summary>Changes an outfit.</summary>
    /// <exception cref="ProblemException">There is none, or it cannot be changed so.</exception>
    public async Task<Outfit> ChangeAsync(
        long person, long id, Func<Outfit, OutfitDetails> change, CancellationToken cancellation) =>
        Kept(await store.Calendar.ChangeAsync(person, id, outfit => Possible(change(outfit)), cancellation), id);

    /// <summary>Puts a copy of an outfit onto another day, where it is planned.</summary>
    /// <exception cref="ProblemException">There is none, or the day cannot have it.</exception>
    public async Task<Outfit> CopyAsync(long person, long id, DateOnly day, CancellationToken cancellation)
    {
        var outfit = await GetAsync(person, id, cancellation);
        long[] pieces = [.. outfit.Pieces.Select(piece => piece.Id)];
        return pieces.Length > 0
            ? await AddAsync(person, new OutfitDetails { Day = day, Pieces = pieces, Note = outfit.Note }, cancellation)
            : throw new ProblemException(CalendarProblems.NoSuchPiece);
    }

    /// <summary>Says that an outfit was worn, or that it was not.</summary>
    /// <exception cref="ProblemException">There is none, or its day is still to come.</exception>
    public async Task<Outfit> WearAsync(long person, long id, bool worn, CancellationToken cancellation)
    {
        var outfit = await GetAsync(person, id, cancellation);
        return worn && outfit.Day > Latest
            ? throw new ProblemException(CalendarProblems.NotYet(outfit.Day))
            : await store.Calendar.WearAsync(person, id, worn, cancellation) ?? throw NotFound(id);
    }

    OutfitDetails Possible(OutfitDetails details) =>
        details.Day < First || details.Day > Last ? throw new ProblemException(CalendarProblems.Wrong(
            $"The calendar goes from {First.Year} to {Last.Year}."))
        : details.Worn && details.Day > Latest ? throw new ProblemException(CalendarProblems.NotYet(details.Day))
        : details;

    static Outfit Kept(OutfitResult result, long id) => result.Fault switch
    {
        null => result.Outfit!,
        OutfitFault.NoSuchOutfit => throw NotFound(id),
        OutfitFault.NoSuchPiece => throw new ProblemException(CalendarProblems.NoSuchPiece),
        _ => throw new ProblemException(CalendarProblems.DayFull),
    };

    static ProblemException NotFound(long id) =>
        new(CalendarProblems.NotFound(id.ToString(CultureInfo.InvariantCulture)));
}
