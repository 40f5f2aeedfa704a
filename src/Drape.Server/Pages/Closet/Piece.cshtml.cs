using System.Globalization;
using Drape.Server.Closets;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Closets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Closet;

/// <summary>A piece: what it is, when it was worn, what its owner corrects. Every form leads back here.</summary>
sealed class PieceModel(DrapeStore store, Visitor visitor, Reader reader, ClosetAlikes alikes,
    IStringLocalizer<ClosetTexts> texts) : PageModel
{
    const int MostAlikes = 4;
    const int MostDays = 30;

    public ClosetItem Item { get; private set; } = null!;

    /// <summary>The piece that it may be.</summary>
    public ClosetItem? Twin { get; private set; }

    public IReadOnlyList<ClosetItem> Alikes { get; private set; } = [];

    public KnownWords Known { get; private set; } = null!;

    public bool WornToday { get; private set; }

    /// <summary>The last days on which it was worn, the last first.</summary>
    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    /// <summary>The last day on which it can have been worn: it is tomorrow already somewhere.</summary>
    public string LastDayText => DateOnly.FromDateTime(store.Database.Now.UtcDateTime).AddDays(1)
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What stands in the form: what is kept, or what was sent and could not be kept.</summary>
    public PieceForm Form { get; private set; } = null!;

    /// <summary>What was done just now, by its key.</summary>
    public string? Said { get; private set; }

    /// <summary>Whether that was a change that can be taken back.</summary>
    public bool CanUndo => Said is "Changed" or "Undone";

    /// <summary>What was wrong with what was sent.</summary>
    public string? Fault { get; private set; }

    /// <summary>The day it is here; the page's script puts the visitor's in its place.</summary>
    public string TodayText => DateOnly.FromDateTime(store.Database.Now.LocalDateTime)
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (await store.Closets.GetAsync(person.Id, id, cancellation) is not { } item)
        {
            return NotFound();
        }

        return await ShowAsync(person.Id, item, cancellation);
    }

    /// <summary>What is wrong with a field, and nothing of the others.</summary>
    public string? FaultOf(string field) =>
        ModelState.TryGetValue(field, out var state) && state.Errors is [var error, ..] ? error.ErrorMessage : null;

    public Task<IActionResult> OnPostWearAsync(long id, string? day, CancellationToken cancellation) =>
        DoAsync(id, "Worn", (person, c) => store.Closets.WearAsync(person, id, DayOf(day), c), cancellation);

    public Task<IActionResult> OnPostUnwearAsync(long id, string? day, CancellationToken cancellation) =>
        DoAsync(id, "Unworn", (person, c) => store.Closets.UnwearAsync(person, id, DayOf(day), c), cancellation);

    public Task<IActionResult> OnPostWearOnAsync(long id, string? day, CancellationToken cancellation) => DoAsync(id, "Worn.On",
        (person, c) => store.Closets.WearAsync(person, id, WearRoutes.DayOf(day ?? "", store), c), cancellation);

    public Task<IActionResult> OnPostUnwearOnAsync(long id, string? day, CancellationToken cancellation) => DoAsync(id, "Unworn.On",
        (person, c) => store.Closets.UnwearAsync(person, id, WearRoutes.DayOf(day ?? "", store), c), cancellation);

    public Task<IActionResult> OnPostKeepAsync(long id, CancellationToken cancellation) =>
        DoAsync(id, "Kept", (person, c) => store.Closets.KeepBothAsync(person, id, c), cancellation);

    public Task<IActionResult> OnPostUndoAsync(long id, CancellationToken cancellation) =>
        DoAsync(id, "Undone", (person, c) => store.Closets.UndoAsync(person, id, c), cancellation);

    public Task<IActionResult> OnPostRestoreAsync(long id, CancellationToken cancellation) =>
        DoAsync(id, "Restored", (person, c) => store.Closets.RestoreAsync(person, id, c), cancellation);

    public async Task<IActionResult> OnPostTypeAsync(long id, string? type, CancellationToken cancellation)
    {
        var known = await KnownWords.OfAsync(reader, cancellation);
        return await DoAsync(id, "Changed", (person, c) => store.Closets.ChangeAsync(
            person, id, details => Checked(details with { Type = type ?? "" }, known), c), cancellation);
    }

    /// <summary>Keeps what the form says; what cannot be is said beside its field, and the rest stays as it was typed.</summary>
    public async Task<IActionResult> OnPostChangeAsync(long id, PieceForm form, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (await store.Closets.GetAsync(person.Id, id, cancellation) is not { } item)
        {
            return NotFound();
        }

        foreach (var (field, text) in form.Faults())
        {
            ModelState.AddModelError(field, texts[text].Value);
        }

        try
        {
            if (ModelState.IsValid)
            {
                var known = await KnownWords.OfAsync(reader, cancellation);
                await store.Closets.ChangeAsync(person.Id, id, details => Checked(form.Apply(details), known), cancellation);
                TempData["Said"] = "Changed";
                return RedirectToPage(new { id });
            }
        }
        catch (Exception e) when (IsRefusal(e))
        {
            ModelState.AddModelError("", texts["Fault"].Value);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(person.Id, item, cancellation, form);
    }

    public async Task<IActionResult> OnPostMergeAsync(long id, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (await store.Closets.GetAsync(person.Id, id, cancellation) is null)
        {
            return NotFound();
        }

        var other = await store.Closets.MergeAsync(person.Id, id, cancellation);
        TempData["Said"] = other is null ? null : "Merged";
        return RedirectToPage(new { id = other?.Id ?? id });
    }

    public async Task<IActionResult> OnPostDeleteAsync(long id, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (!await store.Closets.DeleteAsync(person.Id, id, cancellation))
        {
            return NotFound();
        }

        TempData["Removed"] = id.ToString(CultureInfo.InvariantCulture);
        return RedirectToPage("/Closet/Index");
    }

    async Task<IActionResult> DoAsync(
        long id, string said, Func<long, CancellationToken, Task<ClosetItem?>> work, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        try
        {
            if (await work(person.Id, cancellation) is null)
            {
                return NotFound();
            }

            TempData["Said"] = said;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            TempData["Fault"] = texts["Fault"].Value;
        }

        return RedirectToPage(new { id });
    }

    async Task<PageResult> ShowAsync(long person, ClosetItem item, CancellationToken cancellation, PieceForm? sent = null)
    {
        Item = item;
        Form = sent ?? PieceForm.Of(item.Details);
        Known = await KnownWords.OfAsync(reader, cancellation);
        Twin = item.LooksLike is { } twin && await store.Closets.GetAsync(person, twin, cancellation) is
            { DeletedAt: null } other ? other : null;
        Days = [.. (await store.Closets.WearsAsync(person, item.Id, cancellation: cancellation)).Take(MostDays).Select(wear => wear.Day)];
        Alikes = item.DeletedAt is null ? await alikes.FindAsync(person, item, MostAlikes, cancellation) : [];
        // Midnight is not the same everywhere: worn on the server's day or the one beside it, by who is looking.
        var today = DateOnly.FromDateTime(store.Database.Now.UtcDateTime);
        string day = TempData["Day"] as string ?? TodayText;
        WornToday = item.LastWorn is { } last && (last >= today || last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == day);
        Said = TempData["Said"] as string;
        Fault = FaultOf("") ?? TempData["Fault"] as string;
        return Page();
    }

    DateOnly DayOf(string? text)
    {
        TempData["Day"] = text;
        return WearRoutes.DayOf(text ?? "", store);
    }

    /// <summary>Whether what was sent is at fault.</summary>
    static bool IsRefusal(Exception exception) =>
        exception is ArgumentException or ProblemException { Problem.Status: < StatusCodes.Status500InternalServerError };

    static ClosetDetails Checked(ClosetDetails details, KnownWords known)
    {
        known.Check(details);
        return details;
    }
}
