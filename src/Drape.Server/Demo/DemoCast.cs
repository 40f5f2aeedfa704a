namespace Drape.Server.Demo;

/// <summary>What a demo shows.</summary>
/// <param name="People">The people; the first one looks after the server.</param>
/// <param name="Products">The catalog's products.</param>
sealed record DemoCast(IReadOnlyList<DemoPerson> People, DrawnProducts Products)
{
    /// <summary>All of it.</summary>
    public static DemoCast Whole { get; } = new(DemoPerson.All, DrawnProducts.All);
}
