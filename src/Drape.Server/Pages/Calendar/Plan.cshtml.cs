using Drape.Server.Calendar;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Calendar;
using Drape.Store.Closets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Calendar;

/// <summary>Chooses the pieces of an outfit, new or known.</summary>
sealed class PlanModel(DrapeStore store, Visitor visitor, CalendarDesk desk, IStringLocalizer<CalendarTexts> texts) : PageModel
{
    public DateOnly Day { get; private set; }

    /// <summary>The outfit that is changed; null for a new one.</summary>
    public Outfit? Known { get; private set; }

    public OutfitForm Form { get; private set; } = new();

    /// <summary>What there is to choose from, as one wears it.</summary>
    public IReadOnlyList<ClosetItem> Pieces { get; private set; } = [];

    /// <summary>Whether it may have been worn already.</summary>
    public bool HasCome => Day <= desk.Latest;

    public string? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(string day, long? id, CancellationToken cancellation)
    {
        var found = await FindAsync(day, id, cancellation);
        if (found is null && Known is { } known)
        {
            Form = OutfitForm.Of(known);
        }

        return found ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string day, long? id, OutfitForm form, CancellationToken cancellation)
    {
        if (await FindAsync(day, id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        Form = form;
        long person = (await visitor.RequiredAsync()).Id;
        try
        {
            var details = form.Details(Day);
            if (Known is { } known)
            {
                // What lies in the bin cannot be chosen, and stays.
                long[] unseen = [.. known.PieceIds.Except(Pieces.Select(piece => piece.Id))];
                await desk.ChangeAsync(person, known.Id, _ => details with { Pieces = [.. details.Pieces.Union(unseen)] }, cancellation);
            }
            else
            {
                await desk.AddAsync(person, details, cancellation);
            }

            TempData["Said"] = Known is null ? "Said.Added" : "Said.Changed";
            return RedirectToPage("/Calendar/Day", new { day });
        }
        catch (ArgumentException)
        {
            Fault = texts["Fault.Pieces", OutfitDetails.MostPieces].Value;
        }
        catch (ProblemException refusal) when (refusal.Problem.Status < StatusCodes.Status500InternalServerError)
        {
            Fault = CalendarFaults.Sentence(refusal.Problem, texts);
        }

        return Page();
    }

    async Task<IActionResult?> FindAsync(string day, long? id, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (DayAddress.Parse(day) is not { } asked || asked < CalendarDesk.First || asked > CalendarDesk.Last)
        {
            return NotFound();
        }

        Day = asked;
        if (id is { } number)
        {
            Known = await store.Calendar.GetAsync(person.Id, number, cancellation);
            if (Known is null || Known.Day != Day)
            {
                return NotFound();
            }
        }

        Pieces = [.. WearingOrder.Of(await store.Closets.AllAsync(person.Id, ClosetFilter.All, cancellation))];
        return null;
    }
}
