namespace Drape.Store.Jobs;

/// <summary>Who looks at jobs. What somebody ordered for themselves nobody else sees.</summary>
/// <param name="Person">Who it is; null for anybody who is not signed in.</param>
public sealed record JobViewer(long? Person)
{
    /// <summary>A condition: the viewer may see the job.</summary>
    internal const string MaySee = "(person_id is null or person_id = @viewer)";
}
