using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Drape.Server.Looks;

/// <summary>The routes of people as others see them: who follows whom, and who wants nothing of whom.</summary>
static class CircleRoutes
{
    public static void MapCircles(this WebApplication app)
    {
        app.MapGet("/api/v1/people/{handle}", GetAsync)
            .WithTags("People")
            .WithName("GetPerson")
            .WithSummary("Gives a person's page")
            .WithDescription("For whom the person has blocked it is not there. Their looks: `GET /api/v1/looks?scope=visible&person=`.")
            .Produces<ProfileAnswer>()
            .ProducesProblems(404, 500, 503);
        var people = app.MapGroup("/api/v1/people/{handle}").WithTags("People").ForPeople();
        Map("follow", true, FollowAsync, "FollowPerson", "Follows a person", "Their looks come into one's feed.");
        Map("follow", false, FollowAsync, "UnfollowPerson", "Follows a person no longer", "Whom one does not follow stays so.");
        Map("block", true, BlockAsync, "BlockPerson", "Blocks a person",
            "Neither sees anything of the other from then on, and neither follows the other.");
        Map("block", false, BlockAsync, "UnblockPerson", "Takes a block back", "Whom one has not blocked stays so.");
        var me = app.MapGroup("/api/v1/me").WithTags("Me").ForPeople();
        me.MapGet("/following", async (Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
                List(await store.Circles.FollowedAsync((await visitor.RequiredAsync()).Id, cancellation)))
            .WithName("ListFollowed")
            .WithSummary("Gives whom one follows")
            .WithDescription("The last first, at most 1000.")
            .Produces<MemberList>()
            .ProducesProblems(401, 500, 503);
        me.MapGet("/blocks", async (Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
                List(await store.Circles.BlockedAsync((await visitor.RequiredAsync()).Id, cancellation)))
            .WithName("ListBlocked")
            .WithSummary("Gives whom one has blocked")
            .WithDescription("The last first, at most 1000.")
            .Produces<MemberList>()
            .ProducesProblems(401, 500, 503);

        void Map(string deed, bool on, Func<DrapeStore, long, string, bool, CancellationToken, Task<Profile>> work, string name,
            string summary, string words) => people.MapMethods($"/{deed}", [on ? "PUT" : "DELETE"],
                async (string handle, Visitor visitor, DrapeStore store, CancellationToken cancellation) => JsonAnswer.Of(
                    ProfileAnswer.Of(await work(store, (await visitor.RequiredAsync()).Id, handle, on, cancellation))))
            .WithName(name)
            .WithSummary(summary)
            .WithDescription(words + " Answers with the person's page.")
            .Produces<ProfileAnswer>()
            .ProducesProblems(401, 403, 404, 422, 500, 503);
    }

    /// <summary>Follows a person, or no longer.</summary>
    /// <exception cref="ProblemException">There is none, or they cannot be followed.</exception>
    public static async Task<Profile> FollowAsync(
        DrapeStore store, long person, string handle, bool follows, CancellationToken cancellation)
    {
        var profile = await store.Circles.FollowAsync(person, handle, follows, cancellation)
            ?? throw await RefusalAsync(store, person, handle, cancellation);
        return follows && profile.Blocks ? throw new ProblemException(LookProblems.Blocked) : profile;
    }

    /// <summary>Blocks a person, or no longer.</summary>
    /// <exception cref="ProblemException">There is none, or they cannot be blocked.</exception>
    public static async Task<Profile> BlockAsync(
        DrapeStore store, long person, string handle, bool blocks, CancellationToken cancellation) =>
        await store.Circles.BlockAsync(person, handle, blocks, cancellation)
            ?? throw await RefusalAsync(store, person, handle, cancellation);

    static async Task<ProblemException> RefusalAsync(
        DrapeStore store, long person, string handle, CancellationToken cancellation) => new(
        await store.Circles.ProfileAsync(new Viewer(person), handle, cancellation) is { } profile && profile.Member.Id == person
            ? LookProblems.Yourself : LookProblems.NoPerson(handle));

    static async Task<JsonHttpResult<ProfileAnswer>> GetAsync(
        string handle, Visitor visitor, DrapeStore store, CancellationToken cancellation) =>
        JsonAnswer.Of(ProfileAnswer.Of(await store.Circles.ProfileAsync(await visitor.ViewerAsync(), handle, cancellation)
            ?? throw new ProblemException(LookProblems.NoPerson(handle))));

    static JsonHttpResult<MemberList> List(IReadOnlyList<Member> members) =>
        JsonAnswer.Of(new MemberList([.. members.Select(MemberAnswer.Of)]));
}
