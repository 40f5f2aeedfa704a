using System.Globalization;
using Drape.Server.Looks;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Drape.Server.Pages.Looks;

/// <summary>A look: what was read of it, what others say to it, what its author changes. Every form leads back here.</summary>
sealed class LookPageModel(DrapeStore store, Visitor visitor, SiteAddress site, ShareLinks links, IOptions<LookOptions> options,
    IStringLocalizer<LooksTexts> texts) : PageModel
{
    const int CommentsPerPage = 30;

    public Look Look { get; private set; } = null!;

    public IReadOnlyList<LookComment> Comments { get; private set; } = [];

    /// <summary>The last comment shown, where there are earlier ones.</summary>
    public long? Earlier { get; private set; }

    /// <summary>Who is signed in.</summary>
    public long? Person { get; private set; }

    public bool IsOwn => Person == Look.Author.Id;

    /// <summary>What was done just now, by its key.</summary>
    public string? Said { get; private set; }

    /// <summary>What was wrong with what was sent, by its key.</summary>
    public string? Fault { get; private set; }

    public DateTimeOffset Now => store.Database.Now;

    /// <summary>Where the look's card is, in this language.</summary>
    public string Card => CardRoutes.AddressOf(Look, Languages.Of(CultureInfo.CurrentUICulture));

    /// <summary>Where the look can be shared to, by name.</summary>
    public IReadOnlyList<(string Name, string Address)> Shares => links.Of(Site(LookAnswer.PageOf(Look)),
        texts["Share.Text", Look.Author.Name, LookNames.Style(Look.Style.Style)]);

    /// <summary>The whole address of a path.</summary>
    public string Site(string path) => site.To(path);

    public async Task<IActionResult> OnGetAsync(long id, long? after, CancellationToken cancellation)
    {
        var viewer = await visitor.ViewerAsync();
        if (await store.Looks.GetAsync(viewer, id, cancellation) is not { } look)
        {
            return NotFound();
        }

        (Look, Person) = (look, viewer.Person);
        var comments = await store.Comments.ListAsync(viewer, id, after, CommentsPerPage + 1, cancellation);
        Comments = [.. comments.Take(CommentsPerPage)];
        Earlier = comments.Count > CommentsPerPage ? Comments[^1].Id : null;
        Said = TempData["Said"] as string;
        Fault = TempData["Fault"] as string;
        return Page();
    }

    public Task<IActionResult> OnPostLikeAsync(long id, bool on, CancellationToken cancellation) =>
        DoAsync(id, null, async person => await store.Looks.LikeAsync(person, id, on, cancellation) is not null);

    public Task<IActionResult> OnPostScrapAsync(long id, bool on, CancellationToken cancellation) =>
        DoAsync(id, null, async person => await store.Looks.ScrapAsync(person, id, on, cancellation) is not null);

    public Task<IActionResult> OnPostFollowAsync(long id, bool on, CancellationToken cancellation) =>
        DoAsync(id, null, async person => await store.Looks.GetAsync(new Viewer(person), id, cancellation) is { } look
            && await store.Circles.FollowAsync(person, look.Author.Handle, on, cancellation) is not null);

    public Task<IActionResult> OnPostCommentAsync(long id, string? text, CancellationToken cancellation) =>
        DoAsync(id, "Commented", async person =>
        {
            if (await store.Looks.GetAsync(await visitor.ViewerAsync(), id, cancellation) is not { } look)
            {
                return false;
            }

            await CommentRoutes.SayAsync(store, options.Value, person, look, text, cancellation);
            return true;
        });

    public Task<IActionResult> OnPostUncommentAsync(long id, long comment, CancellationToken cancellation) =>
        DoAsync(id, "Comment.Gone", person => store.Comments.DeleteAsync(person, id, comment, cancellation));

    public Task<IActionResult> OnPostChangeAsync(
        long id, string? text, string? visibility, string? section, CancellationToken cancellation) =>
        DoAsync(id, "Changed", async person => await store.Looks.ChangeAsync(
            person, id, _ => LookForm.Read(text, visibility, section), cancellation) is not null);

    public Task<IActionResult> OnPostRestoreAsync(long id, CancellationToken cancellation) =>
        DoAsync(id, "Restored", async person => await store.Looks.RestoreAsync(person, id, cancellation) is not null);

    public async Task<IActionResult> OnPostDeleteAsync(long id, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (!await store.Looks.DeleteAsync(person.Id, id, cancellation))
        {
            return NotFound();
        }

        TempData["Removed"] = id.ToString(CultureInfo.InvariantCulture);
        return Redirect("/looks");
    }

    async Task<IActionResult> DoAsync(long id, string? said, Func<long, Task<bool>> work)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        try
        {
            if (!await work(person.Id))
            {
                return NotFound();
            }

            TempData["Said"] = said;
        }
        catch (ProblemException refusal) when (refusal.Problem.Status == StatusCodes.Status422UnprocessableEntity)
        {
            TempData["Fault"] = refusal.Problem.Type.EndsWith(":too-talkative", StringComparison.Ordinal) ? "Fault.Enough" : "Fault";
        }

        return Redirect(string.Create(CultureInfo.InvariantCulture, $"/looks/{id}"));
    }
}
