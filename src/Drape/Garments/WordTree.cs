using Drape.Inference;

namespace Drape.Garments;

/// <summary>
/// How the answers of one network hang together: what the finest head's classes imply of coarser heads. One head's
/// probabilities, summed by what their classes imply, answer the coarser questions, so that no two answers contradict each
/// other; on shop pictures they are right more often than those of the coarser heads themselves.
/// </summary>
sealed class WordTree
{
    const int Any = -1;

    readonly ModelHead _finest;
    readonly ModelHead[] _coarser;
    readonly Dictionary<string, int> _places = [];

    // By coarser head, for every class of the finest the place of the class that it implies, or Any.
    readonly int[][] _implied;

    // For every class of the finest the type that it means and no other; null where it may have several.
    readonly string?[] _types;

    WordTree(ModelHead finest, ModelHead[] coarser)
    {
        (_finest, _coarser) = (finest, coarser);
        for (int i = 0; i < finest.Classes.Count; i++)
        {
            _places[finest.Classes[i]] = i;
        }

        _implied = [.. coarser.Select(head => finest.Classes.Select(name => Implied(finest, name, head)).ToArray())];
        _types = [.. finest.Classes.Select(name => finest.Implied(name, GarmentVerdicts.TypeHead))];
    }

    /// <summary>The heads whose answers hang together.</summary>
    public IEnumerable<string> Heads => _coarser.Select(head => head.Name).Append(Finest);

    /// <summary>The head whose classes imply those of the others.</summary>
    public string Finest => _finest.Name;

    /// <summary>The one type that a finest class means; null where things of it may have several types or none.</summary>
    /// <param name="name">The finest class.</param>
    public string? Meant(string name) => _types[_places[name]];

    /// <summary>The tree of a network's heads; null where no class implies anything of a head.</summary>
    /// <param name="heads">The network's heads.</param>
    public static WordTree? Of(IReadOnlyList<ModelHead> heads)
    {
        var finest = heads.FirstOrDefault(h => h.Name != GarmentVerdicts.TypeHead && h.Implies.Count > 0);
        return finest is null ? null : new WordTree(finest, [.. heads.Where(h => h.Kind == HeadKind.Choice
            && h.Name != GarmentVerdicts.TypeHead && finest.Implies.Values.Any(said => said.ContainsKey(h.Name)))]);
    }

    /// <summary>Puts verdicts that agree in the place of the finest head's and the coarser heads'.</summary>
    /// <param name="verdicts">Every head's own verdict.</param>
    /// <param name="known">
    /// What is known of the thing by other means; null for nothing. The words that go with it share its confidence, all words what
    /// is left; one that contradicts it is not stated.
    /// </param>
    public void Agree(Dictionary<string, Verdict> verdicts, KnownThing? known)
    {
        float[] fine = new float[_finest.Classes.Count];
        foreach (var (name, confidence) in verdicts[_finest.Name].Ranked)
        {
            fine[_places[name]] = (float)confidence;
        }

        bool[]? fits = known is null ? null : Fitting(known);
        if (fits is not null)
        {
            Bind(fine, fits, (float)known!.Confidence);
        }

        var best = Verdict.OfProbabilities(_finest, fine);
        bool agreed = fits?[_places[best.Best.Class]] ?? true;
        for (int head = 0; head < _coarser.Length; head++)
        {
            var coarse = Verdict.OfProbabilities(_coarser[head], Sum(head, fine));
            string name = _coarser[head].Name;
            int implied = _implied[head][_places[best.Best.Class]];
            agreed &= implied == Any || _coarser[head].Classes[implied] == coarse.Best.Class;
            verdicts[name] = known?.Words.GetValueOrDefault(name) is { } word && word != coarse.Best.Class ? coarse.Doubted() : coarse;
        }

        // Where many classes of one kind beat a single one of another kind, the kind is known and the class is not.
        verdicts[_finest.Name] = agreed && Chosen(known, fits) && !Contradicts(best.Best.Class, known, verdicts) ? best : best.Doubted();
    }

    /// <summary>Whether a finest class means another type than that which the thing is, or most probably is.</summary>
    bool Contradicts(string name, KnownThing? known, Dictionary<string, Verdict> verdicts) =>
        known is not null && _types[_places[name]] is { } type && type != verdicts[GarmentVerdicts.TypeHead].Best.Class;

    /// <summary>
    /// Whether there was a choice: the only finest class that goes with a group tells nothing of it unless the group's words name it.
    /// Eyewear are glasses, too, though a catalog may sell sunglasses only.
    /// </summary>
    bool Chosen(KnownThing? known, bool[]? fits) =>
        known is not { Type: null } || fits?.Count(fit => fit) != 1 || known.Words.ContainsKey(_finest.Name);

    /// <summary>Which classes go with what is known; null where none does, or all do.</summary>
    bool[]? Fitting(KnownThing known)
    {
        int[] said = [.. _coarser.Select(head =>
            known.Words.TryGetValue(head.Name, out string? word) ? head.Classes.ToList().IndexOf(word) : Any)];
        // A type that no class means by itself may go with classes that mean another one: there is none for a coat but "Jackets".
        // They bind the coarser words, and are not stated themselves.
        bool named = known.Type is not null && _types.Contains(known.Type);
        bool[] fits = [.. Enumerable.Range(0, _types.Length).Select(place =>
            (!named || _types[place] is null || _types[place] == known.Type) && Enumerable.Range(0, said.Length).All(
                head => said[head] == Any || _implied[head][place] == Any || said[head] == _implied[head][place]))];
        return fits.Distinct().Count() == 2 ? fits : null;
    }

    static void Bind(float[] fine, bool[] fits, float confidence)
    {
        float left = fine.Where((_, place) => fits[place]).Sum();
        for (int i = 0; i < fine.Length && left > 0; i++)
        {
            fine[i] = (1 - confidence) * fine[i] + (fits[i] ? confidence * fine[i] / left : 0);
        }
    }

    float[] Sum(int head, float[] fine)
    {
        float[] sums = new float[_coarser[head].Classes.Count];
        for (int i = 0; i < fine.Length; i++)
        {
            if (_implied[head][i] is not Any and var place)
            {
                sums[place] += fine[i];
            }
        }

        return sums;
    }

    static int Implied(ModelHead of, string name, ModelHead head) =>
        of.Implied(name, head.Name) is { } word ? head.Classes.ToList().IndexOf(word) : Any;
}
