using Drape.Store.Blobs;

namespace Drape.Store.Looks;

/// <summary>A person as others see them: never an address, nor a number.</summary>
/// <param name="Id">The number in the database, which is for queries alone.</param>
/// <param name="Handle">The name in addresses.</param>
/// <param name="Name">The name that others see.</param>
/// <param name="Picture">The picture; null if there is none.</param>
public sealed record Member(long Id, string Handle, string Name, BlobKey? Picture);
