using Drape.Inference;

namespace Drape.Garments;

/// <summary>The groups of pixels that a parser tells apart, and what some of them mean.</summary>
sealed class ParserGroups
{
    const string BackgroundRole = "background", SkinRole = "skin", HairRole = "hair", FootwearRole = "footwear", PairsRole = "pairs";

    readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> _types =
        new Dictionary<string, IReadOnlyDictionary<string, double>>();

    readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> _words =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    readonly IReadOnlyList<double> _thresholds;

    /// <summary>Reads them from the manifest.</summary>
    /// <exception cref="ModelException">There are too many, no background, skin or hair among them, or a role that there is not.</exception>
    public ParserGroups(ModelHead head)
        : this(head.Classes, head.Playing(BackgroundRole), head.Playing(SkinRole), head.Playing(HairRole), head.Thresholds)
    {
        head.AllowOnly([BackgroundRole, SkinRole, HairRole, FootwearRole, PairsRole], []);
        (_types, _words) = (head.Types, head.Words);
        Footwear = head.Roles.ContainsKey(FootwearRole) ? head.Playing(FootwearRole) : Footwear;
        Pairs = head.Roles.ContainsKey(PairsRole) ? head.Playing(PairsRole) : Pairs;
        if (head.Classes.Count > byte.MaxValue)
        {
            throw new ModelException($"models.json: the head {head.Name} has more than {byte.MaxValue} classes.");
        }
    }

    /// <summary>Groups by name; the others say which of them play a role, and the threshold of each or none at all.</summary>
    public ParserGroups(IReadOnlyList<string> names, bool[] background, bool[] skin, bool[] hair, IReadOnlyList<double> thresholds)
    {
        (Names, Background, Skin, Hair, _thresholds) = (names, background, skin, hair, thresholds);
        (Footwear, Pairs) = (new bool[names.Count], new bool[names.Count]);
    }

    /// <summary>The groups' names, in the order of the logits.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Which of them are not part of a figure.</summary>
    public bool[] Background { get; }

    /// <summary>Which of them are skin.</summary>
    public bool[] Skin { get; }

    /// <summary>Which of them are hair: where hair is, there is a head.</summary>
    public bool[] Hair { get; }

    /// <summary>Which of them are shoes: where they stand under something, it may be somebody's legs. None where the manifest names none.</summary>
    public bool[] Footwear { get; init; }

    /// <summary>Which of them come in twos: two that lie apart are one thing. None where the manifest names none.</summary>
    public bool[] Pairs { get; init; }

    /// <summary>What a garment of a group may be.</summary>
    public TypeHint Hint(int group, double confidence) =>
        new(Names[group], Math.Clamp(confidence, 0, 1), _types.GetValueOrDefault(Names[group]), _words.GetValueOrDefault(Names[group]));

    /// <summary>Least mean probability of a group over the pixels of what is told as a garment of it; 0 where none is stated.</summary>
    public double Threshold(int group) => _thresholds.Count == 0 ? 0 : _thresholds[group];

    /// <summary>Whether a group is something to wear.</summary>
    public bool IsGarment(int group) => !Background[group] && !Skin[group] && !Hair[group];
}
