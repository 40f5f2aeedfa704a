using Drape.Inference;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>
/// Whether a photo's tags bear out what a reading says of the things that it finds: of photos without a mask, too, and of bags,
/// eyewear and belts, which have no type.
/// </summary>
/// <param name="merges">By the parser's groups the tags that make them up.</param>
sealed class StreetTags(IReadOnlyDictionary<string, IReadOnlyList<string>> merges)
{
    /// <summary>Stands for whatever a thing is that no tag bears out.</summary>
    const string Another = "another";

    /// <summary>Judges what was said of the things of one photo; what its tags cannot decide is left out.</summary>
    public IEnumerable<Ranking> Judge(StreetRow row, IEnumerable<Verdict> said)
    {
        foreach (var verdict in said)
        {
            if (Bears(row.Tags, verdict.Best.Class) is { } borne)
            {
                yield return Ranking.First(borne ? verdict.Best.Class : Another, verdict) with { Id = row.Id };
            }
        }
    }

    /// <summary>Adds the figures of types, which parser and reader tell together, and of groups without types, which the parser tells.</summary>
    public static void AddTo(FigureTable figures, IReadOnlyList<Ranking> answers)
    {
        var byKind = answers.ToLookup(a => StreetTypes.Names(a.Ranked[0]));
        AddJudged(figures, "tagged.type", [.. byKind[true]]);
        AddJudged(figures, "tagged.group", [.. byKind[false]]);
    }

    /// <summary>Adds the figures of answers that were borne out or not, by what was answered.</summary>
    public static void AddJudged(FigureTable figures, string question, IReadOnlyList<Ranking> answers)
    {
        if (answers.Count == 0)
        {
            return;
        }

        figures.Add($"{question}.top1", TopShare.Of(answers, 1));
        figures.AddStated(question, answers);
        figures.AddCalibration(question, answers);
        figures.AddClasses(question, answers.GroupBy(a => a.Ranked[0]).Select(said => KeyValuePair.Create(said.Key, Figures([.. said]))));
        figures.AddAnswers(question, answers);
    }

    static ClassFigures Figures(Ranking[] said)
    {
        Ranking[] stated = [.. said.Where(a => a.Sure)];
        (string, double)[] all = [("right", TopShare.Of(said, 1)), ("stated", (double)stated.Length / said.Length)];
        return new ClassFigures(said.Length, stated.Length == 0 ? all : [.. all, ("stated.right", TopShare.Of(stated, 1))]);
    }

    /// <summary>Whether tags bear a type or a group out; null where they cannot tell, "shoes" of no kind of shoes.</summary>
    bool? Bears(IReadOnlyList<string> tags, string said)
    {
        var group = merges.Values.FirstOrDefault(labels => labels.Any(label => StreetTypes.Of(label) == said));
        if (group is null)
        {
            return merges.TryGetValue(said, out var own) ? tags.Any(own.Contains) : null;
        }

        return tags.Any(tag => StreetTypes.Of(tag) == said) ? true
            : tags.Any(tag => StreetTypes.Of(tag) is null && group.Contains(tag)) ? null : false;
    }
}
