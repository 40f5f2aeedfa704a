using Drape.Server.Looks;
using Drape.Server.People;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Look = Drape.Store.Looks.Look;

namespace Drape.Server.Pages.Eva;

/// <summary>The first page: Eva, and under her what people wore last, so that one sees at once what comes of a photo.</summary>
sealed class FirstPageModel(DrapeStore store, Visitor visitor) : PageModel
{
    const int Shown = 4;

    /// <summary>The last looks that everybody may see.</summary>
    public IReadOnlyList<Look> Looks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        try
        {
            Looks = await store.Looks.ListAsync(await visitor.ViewerAsync(), new LookFilter(), null, Shown, cancellation);
        }
        catch (StoreException)
        {
            // Eva reads photos without the database, too.
        }
    }
}
