using System.Text.Json;
using Drape.Imaging;
using Drape.Server.OpenApi;
using Drape.Server.People.Data;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
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
        me.MapPatch("", ChangeAsync)
            .WithName("ChangeMe")
            .WithSummary("Changes the profile")
            .WithDescription("What the JSON object names is set, null takes it away, all else stays: `name`, `gender`, `language`, `units`.")
            .Accepts<JsonElement>("application/json")
            .TakesBody("application/json", ProfilePatch.Schema)
            .Produces<PersonAnswer>()
            .ProducesProblems(400, 401, 403, 409, 415, 500, 503);
        me.MapPut("/picture", PutPictureAsync)
            .WithName("PutMyPicture")
            .WithSummary("Sets the profile's picture")
            .WithDescription("Sent as a photo is sent for reading, of at most 16 MB; it is cut square and encoded anew, so that nothing "
                + "that the camera wrote into it stays.")
            .Produces<PersonAnswer>()
            .ProducesProblems(400, 401, 403, 408, 409, 413, 415, 422, 429, 500, 502, 503, 504)
            .AddOpenApiOperationTransformer(PhotoDocument.DescribeOnePhoto);
        me.MapDelete("/picture", RemovePictureAsync)
            .WithName("RemoveMyPicture")
            .WithSummary("Takes the profile's picture away")
            .WithDescription("Answers with the profile.")
            .Produces<PersonAnswer>()
            .ProducesProblems(401, 403, 500, 503);
        me.MapSessions();
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

    static async Task<JsonHttpResult<PersonAnswer>> ChangeAsync(
        HttpRequest request, Visitor visitor, DrapeStore store, PhotoIntake intake, CancellationToken cancellation)
    {
        var patch = await intake.ReadJsonAsync(request, "Send {\"name\": \"Ann\"}.", cancellation);
        return Answer(await store.People.UpdateAsync(ProfilePatch.Apply(await visitor.RequiredAsync(), patch), cancellation));
    }

    static async Task<JsonHttpResult<PersonAnswer>> PutPictureAsync(HttpRequest request, Visitor visitor, PhotoIntake intake,
        ProfilePictures pictures, CancellationToken cancellation)
    {
        var person = await visitor.RequiredAsync();
        using var photo = await intake.ReadOneAsync(request, cancellation);
        if (photo.File.Length > ProfilePictures.MostBytes)
        {
            throw new ProblemException(RequestProblems.TooLarge(
                $"A profile's picture has at most {ProfilePictures.MostBytes / 1e6:0} MB. Send a smaller one."));
        }

        try
        {
            return Answer(await pictures.ReplaceAsync(person, photo.File.ToArray(), cancellation));
        }
        catch (PhotoException refusal)
        {
            throw new ProblemException(EngineProblems.Of(refusal), refusal);
        }
    }

    static async Task<JsonHttpResult<PersonAnswer>> RemovePictureAsync(
        Visitor visitor, ProfilePictures pictures, CancellationToken cancellation)
    {
        await pictures.RemoveAsync(await visitor.RequiredAsync(), cancellation);
        visitor.Forget();
        return await GetAsync(visitor);
    }

    static JsonHttpResult<PersonAnswer> Answer(Store.People.Person? person) => TypedResults.Json(
        PersonAnswer.Of(person ?? throw new ProblemException(RequestProblems.ChangedMeanwhile)), ServerJson.Options);

    static async Task<FileStreamHttpResult> ExportAsync(Visitor visitor, PersonalArchive archive, CancellationToken cancellation)
    {
        var person = await visitor.RequiredAsync();
        return TypedResults.Stream(
            await archive.PackAsync(person, cancellation), "application/zip", $"drape-{person.Handle}.zip");
    }
}
