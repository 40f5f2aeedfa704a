using System.Globalization;
using Drape.Server.Eva;
using Drape.Server.Pages;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Look = Drape.Store.Looks.Look;

namespace Drape.Server.Looks;

/// <summary>The route of a look's card: for links that are shared, and to take along.</summary>
static class CardRoutes
{
    public static void MapCards(this RouteGroupBuilder looks) => looks.MapGet("/{id}/card", GetAsync)
        .WithName("GetLookCard")
        .WithSummary("Gives a look as one picture to be shared")
        .WithDescription("""
            A PNG of 1200 by 630 pixels with photo, style, score, palette and name, in `language` (en, ko; en if left out): of
            what everybody may see, and for its author. `download=true` gives it as a file.
            """)
        .Produces(200, contentType: "image/png")
        .ProducesProblems(400, 404, 500, 503);

    /// <summary>Where a look's card is; one that shows something else has another address.</summary>
    public static string AddressOf(Look look, string language) => string.Create(CultureInfo.InvariantCulture,
        $"{LookRoutes.Path}/{look.Id}/card?language={language}&v={Voice.Seed(CardDesk.Stamp(look, language)):x}");

    static async Task<IResult> GetAsync(string id, string? language, string? download, HttpContext context, Visitor visitor,
        DrapeStore store, CardDesk desk, CancellationToken cancellation)
    {
        string spoken = string.IsNullOrEmpty(language) ? Languages.English
            : Languages.All.Contains(language) ? language : throw new ProblemException(RequestProblems.WrongParameter(
                $"'language' is '{language}': it is {string.Join(" or ", Languages.All)}, or left out."));
        var look = await store.Looks.RequireAsync(id, visitor, cancellation);
        if (!look.IsOpen && look.Author.Id != (await visitor.PersonAsync())?.Id)
        {
            throw new ProblemException(LookProblems.NoCard);
        }

        byte[] card = await desk.DrawAsync(look, spoken, cancellation) ?? throw new ProblemException(LookProblems.NoPicture);
        // Not for shared caches: a look that is taken away or made private is to be gone.
        context.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.Bytes(card, "image/png", download == "true"
            ? string.Create(CultureInfo.InvariantCulture, $"drape-{look.Id}.png") : null);
    }
}
