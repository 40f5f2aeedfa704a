namespace Drape.Store.Looks;

/// <summary>A person's page, as one viewer sees it.</summary>
/// <param name="Member">The person.</param>
/// <param name="Looks">How many looks of theirs the viewer sees.</param>
/// <param name="Followers">How many follow them.</param>
/// <param name="Following">How many they follow.</param>
/// <param name="Follows">Whether the viewer follows them.</param>
/// <param name="FollowsViewer">Whether they follow the viewer.</param>
/// <param name="Blocks">Whether the viewer has blocked them.</param>
public sealed record Profile(
    Member Member, int Looks, int Followers, int Following, bool Follows, bool FollowsViewer, bool Blocks);
