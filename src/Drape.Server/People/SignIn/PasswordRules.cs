using Microsoft.AspNetCore.Identity;

namespace Drape.Server.People.SignIn;

/// <summary>Which passwords are taken: long ones, that are neither the address nor the name, nor what everybody tries first.</summary>
sealed class PasswordRules(UserManager<IdentityPerson> people)
{
    const int Longest = 256;

    /// <summary>What is wrong with a password, as a key of <c>AccountTexts</c>; null if nothing is.</summary>
    public async Task<string?> FaultAsync(string? password, string? email, string? name)
    {
        if (string.IsNullOrEmpty(password))
        {
            return "Password.Short";
        }

        if (password.Length > Longest)
        {
            return "Password.Long";
        }

        foreach (var validator in people.PasswordValidators)
        {
            var result = await validator.ValidateAsync(people, null!, password);
            if (!result.Succeeded)
            {
                return result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordTooShort))
                    ? "Password.Short" : "Password.Simple";
            }
        }

        return GuessablePassword.Is(password) || Same(password, email) || Same(password, name) || Same(password, email?.Split('@')[0]) ? "Password.Simple" : null;
    }

    static bool Same(string password, string? other) => password.Equals(other, StringComparison.OrdinalIgnoreCase);
}
