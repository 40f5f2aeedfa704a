using Drape.Server.Looks;
using Drape.Server.Photos;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.Extensions.Options;

namespace Drape.Server.Demo;

/// <summary>Posts the looks of a demo through the desk that every look goes through, and lets its people meet.</summary>
sealed class DemoLookbook(DrapeStore store, LookDesk desk, ByteAllowance allowance, IOptions<LookOptions> options)
{
    // Nobody answers at once; nor does anybody wait for a day.
    static readonly TimeSpan Answering = TimeSpan.FromHours(3);

    /// <summary>Adds what is missing: a start before this one may have ended in the middle.</summary>
    /// <param name="accounts">The people with their numbers.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task FillAsync(IReadOnlyList<(DemoPerson Person, long Id)> accounts, CancellationToken cancellation)
    {
        var people = accounts.ToDictionary(account => account.Person.Name, account => account.Id);
        foreach (var (person, id) in accounts)
        {
            await FollowAsync(person, id, people, cancellation);
        }

        // In the order in which they are said to have been posted, since later looks have higher numbers.
        foreach (var (person, id, look) in accounts.SelectMany(account => account.Person.Looks.Select(look => (account.Person, account.Id, look)))
            .OrderByDescending(posted => posted.look.Ago))
        {
            await AnswerAsync(await PostedAsync(person, id, look, cancellation), look, people, cancellation);
        }
    }

    async Task FollowAsync(DemoPerson person, long id, Dictionary<string, long> people, CancellationToken cancellation)
    {
        foreach (string name in person.Follows)
        {
            var followed = await store.People.GetAsync(people[name], cancellation) ?? throw new StoreException($"{name} has no account any more.");
            await store.Circles.FollowAsync(id, followed.Handle, follows: true, cancellation);
        }
    }

    async Task<Look> PostedAsync(DemoPerson person, long id, DemoLook look, CancellationToken cancellation)
    {
        if ((await store.Looks.AllOfAsync(id, cancellation)).FirstOrDefault(there => there.Details.Text == look.Text) is { } posted)
        {
            return posted;
        }

        byte[] file = look.Photo(person.Figure);
        var details = new LookDetails { Text = look.Text, Section = person.Section };
        return await BusyServer.WaitedForAsync(async () =>
        {
            var buffer = new PhotoBuffer(allowance);
            using var photo = new IncomingPhoto("look.jpg", buffer, ..);
            buffer.Append(file);
            return await desk.PostAsync(id, photo, details, store.Database.Now - look.Ago, cancellation);
        }, cancellation);
    }

    async Task AnswerAsync(Look posted, DemoLook look, Dictionary<string, long> people, CancellationToken cancellation)
    {
        foreach (string name in look.LikedBy)
        {
            await store.Looks.LikeAsync(people[name], posted.Id, likes: true, cancellation);
        }

        foreach (string name in look.KeptBy)
        {
            await store.Looks.ScrapAsync(people[name], posted.Id, keeps: true, cancellation);
        }

        var said = await store.Comments.ListAsync(new Viewer(posted.Author.Id), posted.Id, null, 1000, cancellation);
        var at = posted.CreatedAt;
        foreach (var comment in look.Comments)
        {
            at += Answering;
            if (!said.Any(there => there.Author.Id == people[comment.By] && there.Text == comment.Text))
            {
                await store.Comments.AddAsync(people[comment.By], posted.Id, comment.Text, options.Value.Limits,
                    at < store.Database.Now ? at : null, cancellation);
            }
        }
    }
}
