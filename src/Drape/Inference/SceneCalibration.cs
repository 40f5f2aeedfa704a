namespace Drape.Inference;

/// <summary>How sure a head may be of one kind of picture: where things are small and in part hidden, it is right less often.</summary>
public sealed record SceneCalibration
{
    /// <summary>Divides the logits there; null for the head's own.</summary>
    public double? Temperature { get; init; }

    /// <summary>
    /// There, by class, the confidence below which it is not stated; never where it is 1, as of what was learnt elsewhere and nothing
    /// tells whether it holds there. Empty for the head's own.
    /// </summary>
    public IReadOnlyList<double> Thresholds { get; init; } = [];

    /// <summary>There, the confidences that <see cref="ModelHead.Groups"/> tells of.</summary>
    public IReadOnlyDictionary<string, double> Groups { get; init; } = new Dictionary<string, double>();
}
