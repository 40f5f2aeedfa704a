using System.Globalization;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Identity;

namespace Drape.Server.People;

/// <summary>Lets Identity's managers work on the people of the store. Accounts are made by the store itself.</summary>
sealed class IdentityStore(DrapeStore store) : IUserPasswordStore<IdentityPerson>, IUserEmailStore<IdentityPerson>,
    IUserSecurityStampStore<IdentityPerson>, IUserLockoutStore<IdentityPerson>, IUserTwoFactorStore<IdentityPerson>,
    IUserAuthenticatorKeyStore<IdentityPerson>, IUserTwoFactorRecoveryCodeStore<IdentityPerson>, IUserLoginStore<IdentityPerson>
{
    public async Task<IdentityPerson?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        long.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? Of(await store.People.GetAsync(id, cancellationToken)) : null;

    public async Task<IdentityPerson?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Of(await store.People.FindByHandleAsync(normalizedUserName.ToLowerInvariant(), cancellationToken));

    public async Task<IdentityPerson?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        Of(await store.People.FindByEmailAsync(normalizedEmail, cancellationToken));

    public async Task<IdentityPerson?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        Of(await store.People.FindByLoginAsync(new ExternalLogin(loginProvider, providerKey), cancellationToken));

    public Task<IdentityResult> CreateAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are made with PersonStore.CreateAsync.");

    public async Task<IdentityResult> UpdateAsync(IdentityPerson user, CancellationToken cancellationToken)
    {
        if (!user.IsChanged)
        {
            return IdentityResult.Success; // tries to sign in are kept as they are counted
        }

        if (await store.People.UpdateAsync(user.Person, cancellationToken) is not { } kept)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }

        user.WasKept(kept);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(IdentityPerson user, CancellationToken cancellationToken)
    {
        await store.People.DeleteAsync(user.Person.Id, cancellationToken);
        return IdentityResult.Success;
    }

    public Task<string> GetUserIdAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Person.Id.ToString(CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Person.Handle);

    public Task SetUserNameAsync(IdentityPerson user, string? userName, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A handle stays as it is.");

    public Task<string?> GetNormalizedUserNameAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        GetUserNameAsync(user, cancellationToken);

    public Task SetNormalizedUserNameAsync(IdentityPerson user, string? normalizedName, CancellationToken cancellationToken) =>
        Task.CompletedTask; // the store compares as it must

    public Task SetPasswordHashAsync(IdentityPerson user, string? passwordHash, CancellationToken cancellationToken) =>
        Change(user, user.Credentials with { PasswordHash = passwordHash });

    public Task<string?> GetPasswordHashAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Credentials.PasswordHash);

    public Task<bool> HasPasswordAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Credentials.PasswordHash is not null);

    public Task SetEmailAsync(IdentityPerson user, string? email, CancellationToken cancellationToken)
    {
        user.Person = user.Person with { Email = email };
        return Task.CompletedTask;
    }

    public Task<string?> GetEmailAsync(IdentityPerson user, CancellationToken cancellationToken) => Task.FromResult(user.Person.Email);

    /// <summary>An address that is not confirmed is not kept at all.</summary>
    public Task<bool> GetEmailConfirmedAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Person.Email is not null);

    public Task SetEmailConfirmedAsync(IdentityPerson user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedEmailAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        GetEmailAsync(user, cancellationToken);

    public Task SetNormalizedEmailAsync(IdentityPerson user, string? normalizedEmail, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task SetSecurityStampAsync(IdentityPerson user, string stamp, CancellationToken cancellationToken) =>
        Change(user, user.Credentials with { Stamp = stamp });

    public Task<string?> GetSecurityStampAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Credentials.Stamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Credentials.LockedUntil);

    public async Task SetLockoutEndDateAsync(IdentityPerson user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        await store.People.LockAsync(user.Person.Id, lockoutEnd, cancellationToken);
        Counted(user, user.Credentials with { LockedUntil = lockoutEnd });
    }

    public async Task<int> IncrementAccessFailedCountAsync(IdentityPerson user, CancellationToken cancellationToken)
    {
        int failures = await store.People.CountFailureAsync(user.Person.Id, cancellationToken);
        Counted(user, user.Credentials with { Failures = failures });
        return failures;
    }

    public async Task ResetAccessFailedCountAsync(IdentityPerson user, CancellationToken cancellationToken)
    {
        await store.People.ForgetFailuresAsync(user.Person.Id, cancellationToken);
        Counted(user, user.Credentials with { Failures = 0 });
    }

    public Task<int> GetAccessFailedCountAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Credentials.Failures);

    public Task<bool> GetLockoutEnabledAsync(IdentityPerson user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(IdentityPerson user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetTwoFactorEnabledAsync(IdentityPerson user, bool enabled, CancellationToken cancellationToken) =>
        Change(user, user.Credentials with { TwoFactor = enabled });

    public Task<bool> GetTwoFactorEnabledAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Credentials.TwoFactor);

    public Task SetAuthenticatorKeyAsync(IdentityPerson user, string key, CancellationToken cancellationToken) =>
        Change(user, user.Credentials with { AuthenticatorKey = key });

    public Task<string?> GetAuthenticatorKeyAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Credentials.AuthenticatorKey);

    public Task ReplaceCodesAsync(IdentityPerson user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        store.RecoveryCodes.ReplaceAsync(user.Person.Id, recoveryCodes, cancellationToken);

    public Task<bool> RedeemCodeAsync(IdentityPerson user, string code, CancellationToken cancellationToken) =>
        store.RecoveryCodes.RedeemAsync(user.Person.Id, code, cancellationToken);

    public Task<int> CountCodesAsync(IdentityPerson user, CancellationToken cancellationToken) =>
        store.RecoveryCodes.CountAsync(user.Person.Id, cancellationToken);

    public Task AddLoginAsync(IdentityPerson user, UserLoginInfo login, CancellationToken cancellationToken) =>
        store.Logins.AddAsync(user.Person.Id, new ExternalLogin(login.LoginProvider, login.ProviderKey), cancellationToken);

    public Task RemoveLoginAsync(
        IdentityPerson user, string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        store.Logins.RemoveAsync(user.Person.Id, new ExternalLogin(loginProvider, providerKey), cancellationToken);

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(IdentityPerson user, CancellationToken cancellationToken) =>
    [
        .. (await store.Logins.ListAsync(user.Person.Id, cancellationToken))
            .Select(login => new UserLoginInfo(login.Provider, login.Key, login.Provider)),
    ];

    public void Dispose()
    {
        // The store lives as long as the server.
    }

    static IdentityPerson? Of(Person? person) => person is null ? null : new IdentityPerson(person);

    static Task Change(IdentityPerson user, Credentials credentials)
    {
        user.Credentials = credentials;
        return Task.CompletedTask;
    }

    /// <summary>What the database has already is no change to keep.</summary>
    static void Counted(IdentityPerson user, Credentials credentials)
    {
        bool changed = user.IsChanged;
        user.Credentials = credentials;
        if (!changed)
        {
            user.WasKept(user.Person);
        }
    }
}
