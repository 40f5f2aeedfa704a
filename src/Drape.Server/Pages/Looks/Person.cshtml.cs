using Drape.Server.Looks;
using Drape.Server.People;
using Drape.Store;
using Drape.Store.Looks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Drape.Server.Pages.Looks;

/// <summary>A person as others see them.</summary>
sealed class PersonModel(DrapeStore store, Visitor visitor) : PageModel
{
    const int PerPage = 24;

    public Profile Profile { get; private set; } = null!;

    public IReadOnlyList<Look> Looks { get; private set; } = [];

    /// <summary>The last look shown, where there are more.</summary>
    public long? Next { get; private set; }

    /// <summary>Whom one follows, on one's own page.</summary>
    public IReadOnlyList<Member> Followed { get; private set; } = [];

    /// <summary>Whom one has blocked, on one's own page: elsewhere they are not to be found.</summary>
    public IReadOnlyList<Member> Blocked { get; private set; } = [];

    public bool SignedIn { get; private set; }

    public bool IsOwn { get; private set; }

    /// <summary>What was done just now, by its key.</summary>
    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(string handle, long? after, CancellationToken cancellation)
    {
        // Who moderates browses as anybody does.
        var viewer = (await visitor.ViewerAsync()) with { Moderates = false };
        if (await store.Circles.ProfileAsync(viewer, handle, cancellation) is not { } profile)
        {
            return NotFound();
        }

        (Profile, SignedIn, IsOwn) = (profile, viewer.Person is not null, viewer.Person == profile.Member.Id);
        var looks = await store.Looks.ListAsync(viewer,
            new LookFilter { Scope = LookScope.Visible, Handle = profile.Member.Handle }, after, PerPage + 1, cancellation);
        Looks = [.. looks.Take(PerPage)];
        Next = looks.Count > PerPage ? Looks[^1].Id : null;
        if (IsOwn)
        {
            Followed = await store.Circles.FollowedAsync(profile.Member.Id, cancellation);
            Blocked = await store.Circles.BlockedAsync(profile.Member.Id, cancellation);
        }

        Said = TempData["Said"] as string;
        return Page();
    }

    public Task<IActionResult> OnPostFollowAsync(string handle, bool on, CancellationToken cancellation) =>
        DoAsync(on ? "Followed" : "Unfollowed", person => store.Circles.FollowAsync(person, handle, on, cancellation));

    public Task<IActionResult> OnPostBlockAsync(string handle, bool on, CancellationToken cancellation) =>
        DoAsync(on ? "Blocked" : "Unblocked", person => store.Circles.BlockAsync(person, handle, on, cancellation));

    async Task<IActionResult> DoAsync(string said, Func<long, Task<Profile?>> work)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (await work(person.Id) is not { } profile)
        {
            return NotFound();
        }

        TempData["Said"] = said;
        return Redirect("/people/" + profile.Member.Handle);
    }
}
