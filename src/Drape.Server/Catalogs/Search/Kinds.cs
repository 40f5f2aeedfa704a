using System.Collections.Immutable;
using Drape.Garments;
using Drape.Inference;

namespace Drape.Server.Catalogs.Search;

/// <summary>
/// How probable each article type of what is looked for is, and what a product of another one counts for. The networks may
/// have read the kind of either wrong, so that such a product is pushed back, not left out.
/// </summary>
public sealed class Kinds
{
    /// <summary>The network's question whose answer is the kind; also a product's attribute.</summary>
    public const string Question = "articleType";

    /// <summary>The products, nearest first, among which those of the right kind come to the front.</summary>
    public const int Considered = 200;

    /// <summary>What the likeness of a product counts for that is surely of another kind.</summary>
    const float Other = 0.5f;

    const double LeastProbable = 0.005;

    readonly ImmutableDictionary<string, double> _probable;

    Kinds(ImmutableDictionary<string, double> probable) => _probable = probable;

    /// <summary>The kinds that a garment may be of; null where the network does not say.</summary>
    public static Kinds? Of(GarmentVerdicts verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        return verdicts.ByHead.TryGetValue(Question, out var verdict)
            ? new Kinds(verdict.Ranked.TakeWhile(c => c.Confidence >= LeastProbable)
                .ToImmutableDictionary(c => c.Class, c => c.Confidence))
            : null;
    }

    /// <summary>The kind that a product has; null where it is unclear.</summary>
    public static Kinds? Of(IReadOnlyDictionary<string, string> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return Stated(attributes) is { } kind ? new Kinds(ImmutableDictionary<string, double>.Empty.Add(kind, 1)) : null;
    }

    /// <summary>What the likeness of a product counts for, above 0, at most 1.</summary>
    /// <param name="attributes">What is known of the product.</param>
    public float Weight(IReadOnlyDictionary<string, string> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return Other + ((1 - Other) * (float)(Stated(attributes) is { } kind ? _probable.GetValueOrDefault(kind) : 0));
    }

    static string? Stated(IReadOnlyDictionary<string, string> attributes) =>
        attributes.TryGetValue(Question, out string? kind) && kind != Verdict.Unclear ? kind : null;
}
