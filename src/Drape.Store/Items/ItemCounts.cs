namespace Drape.Store.Items;

/// <summary>Items by what an index of one network can do with them, retired products left out.</summary>
/// <param name="Current">Those that the network made.</param>
/// <param name="Outdated">Those that another network made: their embeddings compare with nothing that this one makes.</param>
/// <param name="Kindless">
/// Of the current ones those that were never asked for their kinds: they are found, but a search cannot weigh what they are.
/// </param>
public sealed record ItemCounts(long Current, long Outdated, long Kindless);
