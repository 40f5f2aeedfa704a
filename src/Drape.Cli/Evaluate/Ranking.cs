using Drape.Garments;
using Drape.Inference;

namespace Drape.Cli.Evaluate;

/// <summary>One answer beside the truth.</summary>
/// <param name="Truth">The label.</param>
/// <param name="Ranked">The classes answered, the most probable first.</param>
/// <param name="Confidence">The probability of the first.</param>
sealed record Ranking(string Truth, IReadOnlyList<string> Ranked, double Confidence)
{
    /// <summary>The picture, as its set numbers it; empty where nobody needs to know.</summary>
    public string Id { get; init; } = "";

    /// <summary>Whether the first class would be stated: its confidence is high enough for it.</summary>
    public bool Sure { get; init; }

    /// <summary>The kind of picture that the garment was read as; null where nobody needs to know.</summary>
    public GarmentScene? Scene { get; init; }

    /// <summary>A network's answer, whether it would be stated or not.</summary>
    public static Ranking Of(string truth, Verdict verdict) =>
        new(truth, [.. verdict.Ranked.Select(c => c.Class)], verdict.Best.Confidence) { Sure = verdict.Sure };

    /// <summary>The same with the best class only, where many thousands are kept.</summary>
    public static Ranking First(string truth, Verdict verdict) =>
        new(truth, [verdict.Best.Class], verdict.Best.Confidence) { Sure = verdict.Sure };

    /// <summary>Whether the truth is among the first few.</summary>
    public bool IsWithin(int first) => Ranked.Take(first).Contains(Truth);
}
