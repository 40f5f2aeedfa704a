using Drape.Inference;

namespace Drape.Garments;

/// <summary>What is known of a thing before its words in a catalog are asked for.</summary>
/// <param name="Type">Its type; null where only its kind is known.</param>
/// <param name="Words">What that says of other heads, a class by the head's name.</param>
/// <param name="Confidence">How sure that is, 0 to 1.</param>
sealed record KnownThing(string? Type, IReadOnlyDictionary<string, string> Words, double Confidence)
{
    /// <summary>What a type or, where it is in doubt, the parser's group tells of a thing; null where neither tells anything.</summary>
    /// <param name="head">The head that names types.</param>
    /// <param name="type">What it said.</param>
    /// <param name="hint">What the parser took the thing for; null where nobody asked.</param>
    public static KnownThing? Of(ModelHead head, Verdict type, TypeHint? hint)
    {
        if (type.Sure && head.Implies.TryGetValue(type.Best.Class, out var words))
        {
            return new KnownThing(type.Best.Class, words, type.Best.Confidence);
        }

        var shared = hint?.Words ?? (hint?.Types is { Count: > 0 } types ? Shared(head, types.Keys) : null);
        return shared is { Count: > 0 } ? new KnownThing(null, shared, hint!.Confidence) : null;
    }

    /// <summary>What all of some types say alike.</summary>
    static Dictionary<string, string> Shared(ModelHead head, IEnumerable<string> types)
    {
        var each = types.Select(type => head.Implies.GetValueOrDefault(type)).ToList();
        return each.Contains(null) ? [] : each[0]!.Where(word => each.All(said => said!.GetValueOrDefault(word.Key) == word.Value))
            .ToDictionary();
    }
}
