namespace Drape.Garments;

/// <summary>What the parser knows of a garment's type.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Confidence">Mean probability of the group over the garment's pixels, 0 to 1.</param>
/// <param name="Types">
/// The reader's types that a thing of the group may have; empty where the reader knows none for it, null where the
/// manifest tells nothing of them.
/// </param>
public sealed record TypeHint(string Group, double Confidence, IReadOnlyList<string>? Types);
