using Drape.Store.People;
using Microsoft.AspNetCore.Identity;

namespace Drape.Server.People.SignIn;

/// <summary>
/// Signs in by address and password, and takes as long for an address that nobody has, a locked account or one without a
/// password as for a wrong one, so that the time tells nothing.
/// </summary>
sealed class PasswordDoor(UserManager<IdentityPerson> people, SignInManager<IdentityPerson> signIn, IPasswordHasher<IdentityPerson> hasher,
    TryLimits limits)
{
    // Of a password that nobody has: what it is compared with only has to take its time.
    static readonly Lazy<string> NobodysHash =
        new(() => new PasswordHasher<IdentityPerson>().HashPassword(null!, Secret.New()));

    public async Task<SignInResult> TryAsync(string email, string password, bool remember)
    {
        var account = await people.FindByEmailAsync(email);
        if (account is null || account.Credentials.PasswordHash is null || await people.IsLockedOutAsync(account))
        {
            hasher.VerifyHashedPassword(account!, NobodysHash.Value, password);
            return account is null ? SignInResult.Failed : SignInResult.LockedOut;
        }

        return await signIn.PasswordSignInAsync(account, password, remember, lockoutOnFailure: true);
    }

    /// <summary>
    /// Whether somebody who is signed in is who they say, before something is done that cannot be undone: they know the
    /// password, where they have one. Wrong tries count as at the door.
    /// </summary>
    public async Task<bool> IsOwnerAsync(HttpContext context, Person person, string? password)
    {
        if (person.Credentials.PasswordHash is null)
        {
            return true;
        }

        return !string.IsNullOrEmpty(password) && limits.MaySignIn(context, $"#{person.Id}")
            && (await signIn.CheckPasswordSignInAsync(new IdentityPerson(person), password, lockoutOnFailure: true)).Succeeded;
    }
}
