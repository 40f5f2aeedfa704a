namespace Drape.Server.People.Mail;

/// <summary>The kinds of letters.</summary>
static class Letters
{
    /// <summary>To somebody who wants an account: confirm the address.</summary>
    public const string Confirm = "confirm";

    /// <summary>To an address that has an account already and that somebody wants to use again.</summary>
    public const string Known = "known";

    /// <summary>A new password is wanted.</summary>
    public const string Reset = "reset";

    /// <summary>To the new address of somebody who changes it: confirm it.</summary>
    public const string Change = "change";

    /// <summary>The password was changed.</summary>
    public const string PasswordChanged = "password-changed";

    /// <summary>To the old address: it was changed.</summary>
    public const string AddressChanged = "address-changed";

    /// <summary>Signing in takes a second factor from now on.</summary>
    public const string TwoFactorOn = "two-factor-on";

    /// <summary>Signing in takes a second factor no longer.</summary>
    public const string TwoFactorOff = "two-factor-off";
}
