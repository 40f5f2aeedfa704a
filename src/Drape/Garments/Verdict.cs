namespace Drape.Garments;

/// <summary>A class and how sure a network is of it.</summary>
/// <param name="Class">The class, a word of the network's manifest.</param>
/// <param name="Confidence">Calibrated probability, 0 to 1.</param>
public readonly record struct ClassConfidence(string Class, double Confidence);

/// <summary>A network's answer to one question.</summary>
/// <param name="Ranked">Every class, the most probable first; at least one.</param>
/// <param name="Threshold">The confidence below which the best class is not stated.</param>
public sealed record Verdict(IReadOnlyList<ClassConfidence> Ranked, double Threshold)
{
    /// <summary>What is stated instead of a class that the network is not sure of.</summary>
    public const string Unclear = "unclear";

    /// <summary>The most probable class.</summary>
    public ClassConfidence Best => Ranked[0];

    /// <summary>Whether the best class may be stated.</summary>
    public bool Sure => Best.Confidence >= Threshold && Best.Class != Unclear;

    /// <summary>The best class, or <see cref="Unclear"/>.</summary>
    public string Stated => Sure ? Best.Class : Unclear;
}
