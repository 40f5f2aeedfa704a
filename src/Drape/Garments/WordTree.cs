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

    // By type, for every coarser head the place of the class that it implies, or Any.
    readonly Dictionary<string, int[]> _types;

    WordTree(ModelHead finest, ModelHead[] coarser, ModelHead? type)
    {
        (_finest, _coarser) = (finest, coarser);
        for (int i = 0; i < finest.Classes.Count; i++)
        {
            _places[finest.Classes[i]] = i;
        }

        _implied = [.. coarser.Select(head => finest.Classes.Select(name => Implied(finest, name, head)).ToArray())];
        _types = type?.Implies.Keys.ToDictionary(name => name, name => coarser.Select(h => Implied(type, name, h)).ToArray()) ?? [];
    }

    /// <summary>The tree of a network's heads; null where no class implies anything of a head.</summary>
    /// <param name="heads">The network's heads.</param>
    public static WordTree? Of(IReadOnlyList<ModelHead> heads)
    {
        var finest = heads.FirstOrDefault(h => h.Name != GarmentVerdicts.TypeHead && h.Implies.Count > 0);
        return finest is null ? null : new WordTree(finest,
            [.. heads.Where(h => h.Kind == HeadKind.Choice && finest.Implies.Values.Any(said => said.ContainsKey(h.Name)))],
            heads.FirstOrDefault(h => h.Name == GarmentVerdicts.TypeHead));
    }

    /// <summary>Puts verdicts that agree in the place of the finest head's and the coarser heads'.</summary>
    /// <param name="verdicts">Every head's own verdict.</param>
    /// <param name="bound">
    /// Whether what the garment is binds its words. In the street it does: the reader knows worn garments, while the words
    /// were learnt of a shop's pictures.
    /// </param>
    public void Agree(Dictionary<string, Verdict> verdicts, bool bound)
    {
        float[] fine = new float[_finest.Classes.Count];
        foreach (var (name, confidence) in verdicts[_finest.Name].Ranked)
        {
            fine[_places[name]] = (float)confidence;
        }

        if (bound && verdicts[GarmentVerdicts.TypeHead] is { Sure: true } type && _types.TryGetValue(type.Best.Class, out int[]? said))
        {
            Bind(fine, said);
        }

        var best = Verdict.OfProbabilities(_finest, fine);
        bool agreed = true;
        for (int head = 0; head < _coarser.Length; head++)
        {
            var coarse = Verdict.OfProbabilities(_coarser[head], Sum(head, fine));
            int implied = _implied[head][_places[best.Best.Class]];
            agreed &= implied == Any || _coarser[head].Classes[implied] == coarse.Best.Class;
            verdicts[_coarser[head].Name] = coarse;
        }

        // Where many classes of one kind beat a single one of another kind, the kind is known and the class is not.
        verdicts[_finest.Name] = agreed ? best : best.Doubted();
    }

    /// <summary>Leaves only classes that go with what is said of the coarser heads; all, where none does.</summary>
    void Bind(float[] fine, int[] said)
    {
        bool[] fits = [.. Enumerable.Range(0, fine.Length).Select(place => Enumerable.Range(0, said.Length).All(
            head => said[head] == Any || _implied[head][place] == Any || said[head] == _implied[head][place]))];
        float left = fine.Where((_, place) => fits[place]).Sum();
        for (int i = 0; i < fine.Length && left > 0; i++)
        {
            fine[i] = fits[i] ? fine[i] / left : 0;
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
        of.Implies.TryGetValue(name, out var said) && said.TryGetValue(head.Name, out string? word)
            ? head.Classes.ToList().IndexOf(word) : Any;
}
