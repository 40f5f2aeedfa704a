using Drape.Server.Calendar;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Calendar;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Calendar;

/// <summary>A day: its outfits, and what is done with them. Every form leads back here.</summary>
sealed class DayModel(DrapeStore store, Visitor visitor, CalendarDesk desk, IStringLocalizer<CalendarTexts> texts) : PageModel
{
    public DateOnly Day { get; private set; }

    public IReadOnlyList<Outfit> Outfits { get; private set; } = [];

    /// <summary>The day it is here; the page's script puts the visitor's in its place.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(store.Database.Now.LocalDateTime);

    /// <summary>Whether what is planned for it may have been worn already.</summary>
    public bool HasCome => Day <= desk.Latest;

    public bool IsFull => Outfits.Count >= CalendarStore.MostADay;

    /// <summary>What was done just now, by its key.</summary>
    public string? Said { get; private set; }

    /// <summary>The day that an outfit was copied to.</summary>
    public DateOnly? CopiedTo { get; private set; }

    /// <summary>The outfit that was taken off the day just now.</summary>
    public OutfitForm? Removed { get; private set; }

    /// <summary>What was wrong with what was sent.</summary>
    public string? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(string day, CancellationToken cancellation)
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
        Outfits = await store.Calendar.ListAsync(person.Id, Day, Day, cancellation);
        Said = TempData["Said"] as string;
        CopiedTo = TempData["CopiedTo"] is int copied ? DateOnly.FromDayNumber(copied) : null;
        Removed = OutfitForm.Parse(TempData["Removed"] as string);
        Fault = TempData["Fault"] as string;
        return Page();
    }

    public Task<IActionResult> OnPostWearAsync(string day, long id, CancellationToken cancellation) =>
        DoAsync(day, "Said.Worn", person => desk.WearAsync(person, id, true, cancellation));

    public Task<IActionResult> OnPostUnwearAsync(string day, long id, CancellationToken cancellation) =>
        DoAsync(day, "Said.Unworn", person => desk.WearAsync(person, id, false, cancellation));

    public Task<IActionResult> OnPostCopyAsync(string day, long id, string? to, CancellationToken cancellation) =>
        DoAsync(day, "Said.Copied", async person =>
        {
            var copy = await desk.CopyAsync(person, id, DayAddress.Parse(to)
                ?? throw new ProblemException(CalendarProblems.Wrong(texts["Fault.Day"].Value)), cancellation);
            TempData["CopiedTo"] = copy.Day.DayNumber; // a text that looks like a day would come back as a time
            return copy;
        });

    public async Task<IActionResult> OnPostDeleteAsync(string day, long id, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (await store.Calendar.DeleteAsync(person.Id, id, cancellation) is not { } removed)
        {
            return NotFound();
        }

        TempData["Removed"] = OutfitForm.Of(removed).ToString();
        return RedirectToPage(new { day });
    }

    public Task<IActionResult> OnPostRestoreAsync(string day, OutfitForm form, CancellationToken cancellation) =>
        DoAsync(day, "Said.Restored", person => desk.AddAsync(person, form.Details(DayAddress.Parse(day)
            ?? throw new ProblemException(CalendarProblems.Wrong(texts["Fault.Day"].Value))), cancellation));

    async Task<IActionResult> DoAsync(string day, string said, Func<long, Task<Outfit>> work)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        try
        {
            await work(person.Id);
            TempData["Said"] = said;
        }
        catch (ArgumentException)
        {
            TempData["Fault"] = texts["Fault.NoPieces"].Value;
        }
        catch (ProblemException refusal) when (refusal.Problem.Status == StatusCodes.Status404NotFound)
        {
            return NotFound();
        }
        catch (ProblemException refusal) when (refusal.Problem.Status < StatusCodes.Status500InternalServerError)
        {
            TempData["Fault"] = CalendarFaults.Sentence(refusal.Problem, texts);
        }

        return RedirectToPage(new { day });
    }
}
