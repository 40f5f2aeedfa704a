using Drape.Imaging;
using Drape.Server.Closets;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store.Blobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Closet;

/// <summary>Takes photos in. The page's script sends them one by one to the API; without it the form comes here.</summary>
[RequestSizeLimit(120_000_000)]
sealed class AddModel(Visitor visitor, ClosetDesk desk, ByteAllowance allowance) : PageModel
{
    const int Most = 10;

    /// <summary>The photos that gave nothing, and why.</summary>
    public List<(string Photo, string Reason)> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync() =>
        await visitor.PersonAsync() is null ? Challenge() : Page();

    public async Task<IActionResult> OnPostAsync(IReadOnlyList<IFormFile> photo, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        foreach (var file in photo.Take(Most))
        {
            try
            {
                var key = await KeepAsync(file, cancellation);
                await desk.AddAsync(person.Id, key, file.FileName, null, cancellation);
            }
            catch (PhotoException refusal)
            {
                Problems.Add((file.FileName, refusal.Message));
            }
            catch (ProblemException refusal)
            {
                Problems.Add((file.FileName, refusal.Problem.Detail));
            }
        }

        return Problems.Count == 0 && photo.Count > 0 ? RedirectToPage("/Closet/Index") : Page();
    }

    async Task<BlobKey> KeepAsync(IFormFile file, CancellationToken cancellation)
    {
        var buffer = new PhotoBuffer(allowance);
        using var photo = new IncomingPhoto(file.FileName, buffer, ..);
        await using var source = file.OpenReadStream();
        byte[] piece = new byte[64 * 1024];
        int count;
        while ((count = await source.ReadAsync(piece, cancellation)) > 0)
        {
            buffer.Append(piece.AsSpan(0, count));
        }

        return await desk.KeepAsync(photo, cancellation);
    }
}
