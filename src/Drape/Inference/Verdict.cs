using System.Numerics.Tensors;

namespace Drape.Inference;

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

    /// <summary>The same, not to be stated: something else speaks against it.</summary>
    public Verdict Doubted() => this with { Threshold = double.PositiveInfinity };

    /// <summary>The same where so much is left of what every class was probable, the rest being something else: not sure.</summary>
    /// <param name="left">0 to 1.</param>
    internal Verdict Refuted(double left) =>
        this with { Threshold = double.PositiveInfinity, Ranked = [.. Ranked.Select(c => c with { Confidence = c.Confidence * left })] };

    /// <summary>The same where a class cannot be: the others share what it was probable.</summary>
    /// <param name="name">The class; not the only one that is probable at all.</param>
    /// <param name="threshold">The confidence from which a class is stated.</param>
    internal Verdict Without(string name, Func<string, double> threshold)
    {
        ClassConfidence[] others = [.. Ranked.Where(c => c.Class != name)];
        double left = others.Sum(c => c.Confidence);
        return left > 0
            ? new Verdict([.. others.Select(c => c with { Confidence = c.Confidence / left })], threshold(others[0].Class)) : this;
    }

    /// <summary>The verdict that a head's logits stand for, calibrated as the manifest says.</summary>
    /// <param name="head">A head that chooses one class.</param>
    /// <param name="logits">One value a class, in the manifest's order.</param>
    /// <param name="prior">
    /// What another network has to say for each class, in the same order, a factor before calibration; empty where none was asked.
    /// </param>
    public static Verdict Of(ModelHead head, ReadOnlySpan<float> logits, ReadOnlySpan<float> prior = default)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentOutOfRangeException.ThrowIfNotEqual(logits.Length, head.Classes.Count);
        float[] probabilities = new float[logits.Length];
        if (prior.IsEmpty)
        {
            logits.CopyTo(probabilities);
        }
        else
        {
            TensorPrimitives.Log(prior, probabilities);
            TensorPrimitives.Add(logits, probabilities, probabilities);
        }

        TensorPrimitives.Divide(probabilities, (float)head.Temperature, probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
        return OfProbabilities(head, probabilities);
    }

    /// <summary>The verdict that probabilities of a head's classes stand for.</summary>
    /// <param name="head">A head that chooses one class.</param>
    /// <param name="probabilities">One value a class, in the manifest's order.</param>
    internal static Verdict OfProbabilities(ModelHead head, float[] probabilities)
    {
        int best = TensorPrimitives.IndexOfMax<float>(probabilities);
        var ranked = new ClassConfidence[probabilities.Length];
        for (int i = 0; i < ranked.Length; i++)
        {
            ranked[i] = new ClassConfidence(head.Classes[i], probabilities[i]);
        }

        Array.Sort(ranked, static (a, b) => b.Confidence.CompareTo(a.Confidence));
        return new Verdict(ranked, head.Threshold(best));
    }
}
