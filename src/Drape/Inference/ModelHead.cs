using System.Text.Json.Serialization;

namespace Drape.Inference;

/// <summary>What a head's output means.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HeadKind>))]
public enum HeadKind
{
    /// <summary>One class out of several: logits (N, classes).</summary>
    [JsonStringEnumMemberName("choice")]
    Choice,

    /// <summary>A number: logits (N, classes) of levels whose names are numbers; the answer is their mean.</summary>
    [JsonStringEnumMemberName("scale")]
    Scale,

    /// <summary>One class a place: logits (N, classes, height / stride, width / stride).</summary>
    [JsonStringEnumMemberName("map")]
    Map,

    /// <summary>A vector of unit length: (N, size).</summary>
    [JsonStringEnumMemberName("embedding")]
    Embedding,
}

/// <summary>One question a network answers.</summary>
public sealed record ModelHead
{
    /// <summary>The question, such as <c>type</c> or <c>pattern</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What its output means.</summary>
    public HeadKind Kind { get; init; }

    /// <summary>Name of the output in the ONNX file, in the shape that <see cref="Kind"/> states.</summary>
    public required string Output { get; init; }

    /// <summary>Whether a reading states its answer; heads that only serve evaluation are not reported.</summary>
    public bool Reported { get; init; } = true;

    /// <summary>The classes in the order of the logits; none for an embedding.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>
    /// What some classes mean to the code, by role: a parser names its <c>background</c>, <c>skin</c> and <c>hair</c>.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// By class, the finer labels of its data that were merged into it; labels that no class names were neither trained
    /// nor are they judged. Empty where the data have the classes themselves.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Merges { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// By class, the types of another network that a thing of this class may have, the parser's groups and the reader's
    /// types, each with the share of such things in the street that have it. Empty for a class that the other knows no type for:
    /// then its own name is all that can be told.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Types { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, double>>();

    /// <summary>
    /// By class of a parser what a thing of it is in the words of the network that reads it, a class by that network's head: of
    /// groups that have no type there.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>
    /// By class, what it says of other heads: a class of theirs by their name, as articleType's <c>Jeans</c> says that the
    /// subCategory is <c>Bottomwear</c>. A class that says nothing of a head may go with any of its classes.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Implies { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Divides the logits, so that confidences are calibrated (Guo et al. 2017).</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>The share of stated answers that the thresholds were chosen to make right, 0 to 1.</summary>
    public double TargetPrecision { get; init; }

    /// <summary>
    /// By class, the confidence below which it is not stated as the best class: the answer is then "unclear"; always where it is 1.
    /// Empty where every best class is stated.
    /// </summary>
    public IReadOnlyList<double> Thresholds { get; init; } = [];

    /// <summary>
    /// Of things that none of the classes is, by the group that another network puts them in, the confidence from which that group is
    /// stated in the head's place, 0 to 1. Of groups that are not named it is the target precision, or what the other network asks itself of
    /// what somebody wears from head to foot.
    /// </summary>
    public IReadOnlyDictionary<string, double> Groups { get; init; } = new Dictionary<string, double>();

    /// <summary>How sure the head may be of some kinds of pictures, by their name, instead of what holds for the rest.</summary>
    public IReadOnlyDictionary<string, SceneCalibration> Scenes { get; init; } = new Dictionary<string, SceneCalibration>();

    /// <summary>A second output, (N, classes, height / stride, width / stride), whose mean the logits are.</summary>
    public string? Map { get; init; }

    /// <summary>Pixels of the input for one place of a map.</summary>
    public int Stride { get; init; }

    /// <summary>Values of an embedding.</summary>
    public int Size { get; init; }

    /// <summary>
    /// The confidence from which a class is stated: its threshold, but no less than half of the target; infinite where it never is. A
    /// threshold of 0 says that all held-out answers were right often enough; of a rare class those were few.
    /// </summary>
    /// <param name="index">The class, in the order of the logits.</param>
    public double Threshold(int index) => Thresholds.Count == 0 ? 0
        : Thresholds[index] < 1 ? Math.Max(Thresholds[index], TargetPrecision / 2) : double.PositiveInfinity;

    /// <summary>The head as it answers of a kind of picture.</summary>
    /// <param name="scene">A name as of <see cref="Scenes"/>; of others it answers as ever.</param>
    public ModelHead In(string scene) => Scenes.TryGetValue(scene, out var own)
        ? this with
        {
            Temperature = own.Temperature ?? Temperature,
            Thresholds = own.Thresholds.Count > 0 ? own.Thresholds : Thresholds,
            Groups = own.Groups.Count > 0 ? own.Groups : Groups,
        }
        : this;

    /// <summary>Refuses roles and scenes that would be of no effect, a misspelt one.</summary>
    /// <param name="roles">The roles that the code asks of this head.</param>
    /// <param name="scenes">The scenes that it asks of it.</param>
    /// <exception cref="ModelException">There is another.</exception>
    internal void AllowOnly(IReadOnlyCollection<string> roles, IReadOnlyCollection<string> scenes)
    {
        foreach (var (kind, named, known) in new[] { ("role", Roles.Keys, roles), ("scene", Scenes.Keys, scenes) })
        {
            if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            {
                throw new ModelException($"models.json: the head {Name} names the {kind} '{unknown}'; "
                    + (known.Count == 0 ? "it takes none." : $"it may be {string.Join(", ", known)}."));
            }
        }
    }

    /// <summary>The class of another head that a class says; null where it says none.</summary>
    /// <param name="of">The class.</param>
    /// <param name="head">The other head's name.</param>
    public string? Implied(string of, string head)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(head);
        return Implies.GetValueOrDefault(of)?.GetValueOrDefault(head);
    }

    /// <summary>Which classes play a role, in the order of the logits.</summary>
    /// <exception cref="ModelException">No class plays it.</exception>
    public bool[] Playing(string role) => Roles.TryGetValue(role, out var players) && players.Count > 0
        ? [.. Classes.Select(players.Contains)]
        : throw new ModelException($"models.json: no class of the head {Name} has the role {role}.");

    /// <summary>The shape of an output of this head, but for the batch.</summary>
    internal long[] Shape(string output, int width, int height) => Kind switch
    {
        HeadKind.Embedding => [Size],
        HeadKind.Map => [Classes.Count, height / Stride, width / Stride],
        _ when output == Map => [Classes.Count, height / Stride, width / Stride],
        _ => [Classes.Count],
    };

    // The shares of up to a few dozen types, each rounded to three digits.
    const double Rounding = 0.02;

    internal void Validate(Action<bool, string> require)
    {
        bool embeds = Kind == HeadKind.Embedding;
        require(embeds || Classes.Count > 0, $"head {Name} has no classes");
        require(!embeds || Size > 0, $"head {Name} needs a size");
        require(Classes.Distinct().Count() == Classes.Count, $"head {Name} names a class twice");
        require(Roles.Values.All(players => players is not null && players.All(Classes.Contains)),
            $"head {Name} gives a role to a class that it does not have");
        require(Types.Keys.All(Classes.Contains) && Types.Values.All(types => types is not null),
            $"head {Name} tells types of a class that it does not have");
        require(Types.Values.All(types => types.Count == 0 || (types.Values.All(share => share > 0)
            && Math.Abs(types.Values.Sum() - 1) < Rounding)), $"head {Name} needs positive shares of a class's types that add up to 1");
        require(Words.Keys.All(Classes.Contains) && Words.Values.All(said => said is not null),
            $"head {Name} tells words of a class that it does not have");
        require(Implies.Keys.All(Classes.Contains) && Implies.Values.All(said => said is not null),
            $"head {Name} lets a class that it does not have imply something");
        require(Merges.Keys.All(Classes.Contains), $"head {Name} merges labels into a class that it does not have");
        require(Merges.Values.All(labels => labels is not null)
            && Merges.Values.SelectMany(labels => labels).GroupBy(label => label).All(g => g.Count() == 1),
            $"head {Name} merges a label twice");
        require(Kind != HeadKind.Scale || Classes.All(c => double.TryParse(c, out _)), $"head {Name} has a level that is no number");
        require(Stride > 0 || (Kind != HeadKind.Map && Map is null), $"head {Name} needs a stride");
        require(Scenes.Values.All(scene => scene is not null), $"head {Name} names a scene and says nothing of it");
        foreach (var (head, where) in Scenes.Keys.Select(scene => (In(scene), $" in the scene {scene}")).Prepend((this, "")))
        {
            require(head.Temperature > 0, $"head {Name} needs a positive temperature{where}");
            require(head.Thresholds.Count == 0 || head.Thresholds.Count == Classes.Count, $"head {Name} needs a threshold for each class{where}");
            require(head.Thresholds.All(t => t is >= 0 and <= 1), $"head {Name} needs thresholds from 0 to 1{where}");
            require(head.Groups.Values.All(t => t is >= 0 and <= 1), $"head {Name} needs confidences of groups from 0 to 1{where}");
        }

        require(TargetPrecision is >= 0 and <= 1, $"head {Name} needs a target precision from 0 to 1");
    }
}
