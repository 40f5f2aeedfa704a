namespace Drape.Store.Looks;

/// <summary>Who may see a look.</summary>
public enum LookVisibility
{
    /// <summary>Everybody, also without an account.</summary>
    Public,

    /// <summary>Those who follow its author.</summary>
    Followers,

    /// <summary>Its author alone.</summary>
    Private,
}
