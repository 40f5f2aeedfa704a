using Drape.Server.Looks;
using Drape.Server.People;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Looks;

/// <summary>The leaderboard.</summary>
sealed class LeaderboardModel(DrapeStore store, Visitor visitor) : PageModel
{
    const int Shown = 50;

    /// <summary>week or all.</summary>
    public string Span { get; private set; } = "week";

    /// <summary>The section that was chosen.</summary>
    public LookSection? Section { get; private set; }

    /// <summary>The style that was chosen.</summary>
    public string? Style { get; private set; }

    /// <summary>The styles to choose from.</summary>
    public IReadOnlyList<string> Styles { get; private set; } = [];

    public IReadOnlyList<Look> Looks { get; private set; } = [];

    public async Task OnGetAsync(string? span, string? section, string? style, CancellationToken cancellation)
    {
        Span = string.IsNullOrEmpty(span) ? "week" : span;
        Section = LeaderboardRoutes.SectionOf(section);
        Style = LookRoutes.Asked("style", style);
        Styles = await store.Leaderboard.StylesAsync(cancellation);
        Looks = await store.Leaderboard.ListAsync(
            await visitor.ViewerAsync(), Style, Section, LeaderboardRoutes.Since(store, Span), Shown, cancellation);
    }
}
