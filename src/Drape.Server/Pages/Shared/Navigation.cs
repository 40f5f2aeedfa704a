namespace Drape.Server.Pages.Shared;

/// <summary>A place that the navigation leads to, on top of wide pages and at the bottom of phones.</summary>
/// <param name="Section">What the page says in <c>ViewData["Section"]</c>; also its icon's name.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Text">Its name's key in <see cref="SharedTexts"/>.</param>
sealed record Place(string Section, string Address, string Text);

/// <summary>The places, in their order; each feature adds its own here.</summary>
static class Navigation
{
    public static IReadOnlyList<Place> Places { get; } =
    [
        new("eva", "/", "Eva"),
        new("closet", "/closet", "Closet"),
        new("calendar", "/calendar", "Calendar"),
        new("looks", "/looks", "Lookbook"),
    ];
}
