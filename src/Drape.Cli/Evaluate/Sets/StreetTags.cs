using Drape.Garments;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Whether a photo's tags bear out what a reading says of the things that it finds: of photos without a mask, too, and of bags,
/// eyewear and belts, which have no type.
/// </summary>
/// <param name="merges">By the parser's groups the tags that make them up.</param>
sealed class StreetTags(IReadOnlyDictionary<string, IReadOnlyList<string>> merges)
{
    /// <summary>Judges what was said of the things of one photo; what its tags cannot decide is left out.</summary>
    public IEnumerable<Ranking> Judge(StreetRow row, IEnumerable<GarmentVerdicts> said)
    {
        foreach (var garment in said)
        {
            if (Bears(row.Tags, garment.Type.Best.Class) is { } borne)
            {
                yield return JudgedAnswers.Of(row.Id, garment, borne);
            }
        }
    }

    /// <summary>Whether an answer names a type, and no group without types.</summary>
    public static bool IsType(Ranking answer) => StreetTypes.Names(answer.Ranked[0]);

    /// <summary>Adds the figures of types, which parser and reader tell together, and of groups without types, which the parser tells.</summary>
    public static void AddTo(FigureTable figures, string question, IReadOnlyList<Ranking> answers)
    {
        var byKind = answers.ToLookup(IsType);
        JudgedAnswers.AddTo(figures, $"{question}.type", [.. byKind[true]]);
        JudgedAnswers.AddTo(figures, $"{question}.group", [.. byKind[false]]);
    }

    /// <summary>Whether tags bear a type or a group out; null where they cannot tell, "shoes" of no kind of shoes.</summary>
    bool? Bears(IReadOnlyList<string> tags, string said)
    {
        var group = merges.Values.FirstOrDefault(labels => labels.Any(label => StreetTypes.Of(label) == said));
        if (group is null)
        {
            return merges.TryGetValue(said, out var own) ? tags.Any(own.Contains) : null;
        }

        return tags.Any(tag => StreetTypes.Fits(tag, said)) ? true
            : tags.Any(tag => StreetTypes.Of(tag) is null && group.Contains(tag)) ? null : false;
    }
}
