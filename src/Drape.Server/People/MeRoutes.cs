using Drape.Server.People.Data;
using Drape.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.People;

/// <summary>The routes of who is signed in.</summary>
static class MeRoutes
{
    public static void MapMe(this WebApplication app)
    {
        var me = app.MapGroup("/api/v1/me").WithTags("Me").ForPeople();
        me.MapGet("", GetAsync)
            .WithName("GetMe")
            .WithSummary("Tells who is signed in")
            .WithDescription("The profile, as its person sees it.")
            .Produces<PersonAnswer>()
            .ProducesProblems(401, 500, 503);
        me.MapGet("/data", ExportAsync)
            .AtBrowser()
            .WithName("GetMyData")
            .WithSummary("Gives everything that is kept of who is signed in")
            .WithDescription("A zip file with a folder for each part: JSON for what was said, pictures as they are kept. "
                + "Not for keys of programs.")
            .Produces<byte[]>(contentType: "application/zip")
            .ProducesProblems(401, 403, 500, 503);
    }

    static async Task<JsonHttpResult<PersonAnswer>> GetAsync(Visitor visitor) =>
        TypedResults.Json(PersonAnswer.Of(await visitor.RequiredAsync()), ServerJson.Options);

    static async Task<FileStreamHttpResult> ExportAsync(Visitor visitor, PersonalArchive archive, CancellationToken cancellation)
    {
        var person = await visitor.RequiredAsync();
        return TypedResults.Stream(
            await archive.PackAsync(person, cancellation), "application/zip", $"drape-{person.Handle}.zip");
    }
}
