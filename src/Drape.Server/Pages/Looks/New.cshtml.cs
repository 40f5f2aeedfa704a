using Drape.Imaging;
using Drape.Server.Catalogs.Search;
using Drape.Server.Eva;
using Drape.Server.Looks;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Looks;

/// <summary>Posts a look. The first page shows this page's form, and sends it here with the photo it has.</summary>
[RequestSizeLimit(70_000_000)]
sealed class NewLookModel(DrapeStore store, Visitor visitor, LookDesk desk, ByteAllowance allowance,
    IStringLocalizer<LooksTexts> texts) : PageModel
{
    public string Visibility { get; private set; } = "public";

    public string Section { get; private set; } = "open";

    public string? Text { get; private set; }

    /// <summary>Why the look was not posted.</summary>
    public string? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (Wearers.Of(person.Gender) is { } wearer)
        {
            Section = LookWords.Of(wearer == Wearer.Woman ? LookSection.Women : LookSection.Men);
        }

        // As the last time: who posts for few is not to post for all by oversight.
        if (await store.Looks.ListAsync(new Viewer(person.Id), new LookFilter { Scope = LookScope.Own }, null, 1, cancellation)
            is [{ Details: var last }])
        {
            (Visibility, Section) = (LookWords.Of(last.Visibility), LookWords.Of(last.Section));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        IFormFile? photo, string? text, string? visibility, string? section, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        (Text, Visibility, Section) = (text, visibility ?? Visibility, section ?? Section);
        if (photo is null)
        {
            return Refused("New.NoPhoto");
        }

        try
        {
            var details = LookForm.Read(text, visibility, section);
            using var file = await ReceiveAsync(photo, cancellation);
            var look = await desk.PostAsync(person.Id, file, details, postedAt: null, cancellation);
            TempData["Said"] = "Posted";
            return Led(LookAnswer.PageOf(look));
        }
        catch (PhotoException)
        {
            return Refused("New.Unreadable");
        }
        catch (ProblemException refusal) when (refusal.Problem.Status == StatusCodes.Status422UnprocessableEntity)
        {
            return Refused(refusal.Problem.Type == EvaProblems.NoOutfit.Type ? "New.NoOutfit"
                : refusal.Problem.Type.EndsWith(":too-many", StringComparison.Ordinal) ? "New.TooMany" : "Fault");
        }
    }

    /// <summary>
    /// Leads to a page. A script would follow a redirect by itself, and what the page says once nobody would see: it is told
    /// where to go instead (RFC 7240).
    /// </summary>
    IActionResult Led(string page)
    {
        if (!Request.Headers["Prefer"].Contains("return=minimal"))
        {
            return Redirect(page);
        }

        Response.Headers.Location = page;
        return StatusCode(StatusCodes.Status201Created);
    }

    PageResult Refused(string key)
    {
        Fault = texts[key];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    async Task<IncomingPhoto> ReceiveAsync(IFormFile file, CancellationToken cancellation)
    {
        var buffer = new PhotoBuffer(allowance);
        try
        {
            if (file.Length > PhotoLimits.Default.Bytes)
            {
                throw new PhotoException(PhotoError.TooManyBytes, "The file is too large. Send a smaller photo.");
            }

            await using var source = file.OpenReadStream();
            byte[] piece = new byte[64 * 1024];
            int count;
            while ((count = await source.ReadAsync(piece, cancellation)) > 0)
            {
                buffer.Append(piece.AsSpan(0, count));
            }

            return new IncomingPhoto(file.FileName, buffer, ..);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
