using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store.Looks;

namespace Drape.Server.Looks;

/// <summary>Who looks at looks.</summary>
static class Viewers
{
    /// <summary>Who asks, with what they may see.</summary>
    public static async Task<Viewer> ViewerAsync(this Visitor visitor) =>
        await visitor.PersonAsync() is { } person ? new Viewer(person.Id, person.Administrator) : Viewer.Anybody;

    /// <summary>A look that who asks may see.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static async Task<Look> RequireAsync(
        this LookStore looks, string id, Visitor visitor, CancellationToken cancellation) =>
        await looks.GetAsync(await visitor.ViewerAsync(), RouteNumber.Of(id), cancellation)
            ?? throw new ProblemException(LookProblems.NotFound(id));
}
