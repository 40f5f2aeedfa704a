namespace Drape.Server.People;

/// <summary>Who may change what all see: the configuration's section <c>Api</c>.</summary>
sealed record ApiOptions
{
    public const string Section = "Api";

    /// <summary>The <see cref="Writers"/> where everybody may, as clients of older systems expect.</summary>
    public const string Anyone = "anyone";

    /// <summary>The <see cref="Writers"/> where only who looks after the server may, signed in or by key.</summary>
    public const string Keys = "keys";

    /// <summary>Who may change catalogs, products, saved photos and jobs.</summary>
    public string Writers { get; init; } = Anyone;

    public bool IsValid => Writers is Anyone or Keys;
}
