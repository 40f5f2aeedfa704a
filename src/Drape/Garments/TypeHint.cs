namespace Drape.Garments;

/// <summary>What the parser knows of a garment's type.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Confidence">Mean probability of the group over the garment's pixels, 0 to 1.</param>
/// <param name="Types">
/// The reader's types that a thing of the group may have; empty where the reader knows none for it, null where the
/// manifest tells nothing of them.
/// </param>
public sealed record TypeHint(string Group, double Confidence, IReadOnlyList<string>? Types)
{
    // No parser is so sure that nothing could speak against it.
    const double Surest = 0.99;

    /// <summary>
    /// How probable each type is by the hint alone: the group's types share its confidence evenly, all others what is
    /// left. So a sure parser binds the reader, a doubtful one lets itself be overruled.
    /// </summary>
    /// <param name="types">The reader's types.</param>
    /// <returns>A probability a type; empty where the hint tells nothing of types.</returns>
    public float[] Prior(IReadOnlyList<string> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        bool[] inside = [.. types.Select(t => Types?.Contains(t) == true)];
        int count = inside.Count(i => i), others = types.Count - count;
        if (count == 0 || others == 0)
        {
            return [];
        }

        double sure = Math.Min(Confidence, Surest);
        return Array.ConvertAll(inside, i => (float)(i ? sure / count : (1 - sure) / others));
    }
}
