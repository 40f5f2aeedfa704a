using Drape.Inference;

namespace Drape.Garments;

/// <summary>
/// How the answers of one network hang together: what the finest head's classes imply of coarser heads. One head's
/// probabilities, summed by what their classes imply, answer the coarser questions, so that no two answers contradict each
/// other; on shop pictures they are right more often than those of the coarser heads themselves.
/// </summary>
sealed class WordTree
{
    readonly ModelHead _finest;
    readonly ModelHead[] _coarser;
    readonly ModelHead? _type;

    WordTree(ModelHead finest, ModelHead[] coarser, ModelHead? type) => (_finest, _coarser, _type) = (finest, coarser, type);

    /// <summary>The tree of a network's heads; null where no class implies anything of a head.</summary>
    /// <param name="heads">The network's heads.</param>
    public static WordTree? Of(IReadOnlyList<ModelHead> heads)
    {
        var finest = heads.FirstOrDefault(h => h.Name != GarmentVerdicts.TypeHead && h.Implies.Count > 0);
        return finest is null ? null : new WordTree(finest,
            [.. heads.Where(h => h.Kind == HeadKind.Choice && finest.Implies.Values.Any(said => said.ContainsKey(h.Name)))],
            heads.FirstOrDefault(h => h.Name == GarmentVerdicts.TypeHead && h.Implies.Count > 0));
    }

    /// <summary>Puts verdicts that agree in the place of the finest head's and the coarser heads'.</summary>
    /// <param name="verdicts">Every head's own verdict.</param>
    /// <param name="bound">
    /// Whether what the garment is binds its words. In the street it does: the reader knows worn garments, while the words
    /// were learnt of a shop's pictures.
    /// </param>
    public void Agree(Dictionary<string, Verdict> verdicts, bool bound)
    {
        float[] fine = Probabilities(_finest, verdicts[_finest.Name]);
        if (bound && _type is not null && verdicts[GarmentVerdicts.TypeHead] is { Sure: true } type
            && _type.Implies.TryGetValue(type.Best.Class, out var said))
        {
            Bind(fine, said);
        }

        var best = Verdict.OfProbabilities(_finest, fine);
        bool agreed = true;
        foreach (var head in _coarser)
        {
            var coarse = Verdict.OfProbabilities(head, Sum(head, fine));
            agreed &= Implied(best.Best.Class, head) is not { } implied || implied == coarse.Best.Class;
            verdicts[head.Name] = coarse;
        }

        // Where many classes of one kind beat a single one of another kind, the kind is known and the class is not.
        verdicts[_finest.Name] = agreed ? best : best with { Threshold = double.PositiveInfinity };
    }

    /// <summary>Leaves only classes that go with what is said; all, where none does.</summary>
    void Bind(float[] fine, IReadOnlyDictionary<string, string> said)
    {
        bool Fits(string name) => _coarser.All(head => !said.TryGetValue(head.Name, out string? wanted)
            || Implied(name, head) is not { } implied || implied == wanted);
        float left = 0;
        for (int i = 0; i < fine.Length; i++)
        {
            left += Fits(_finest.Classes[i]) ? fine[i] : 0;
        }

        for (int i = 0; i < fine.Length && left > 0; i++)
        {
            fine[i] = Fits(_finest.Classes[i]) ? fine[i] / left : 0;
        }
    }

    float[] Sum(ModelHead head, float[] fine)
    {
        float[] sums = new float[head.Classes.Count];
        for (int i = 0; i < fine.Length; i++)
        {
            int place = Implied(_finest.Classes[i], head) is { } implied ? IndexOf(head, implied) : -1;
            if (place >= 0)
            {
                sums[place] += fine[i];
            }
        }

        return sums;
    }

    string? Implied(string name, ModelHead head) =>
        _finest.Implies.TryGetValue(name, out var said) && said.TryGetValue(head.Name, out string? implied) ? implied : null;

    static float[] Probabilities(ModelHead head, Verdict verdict)
    {
        float[] probabilities = new float[head.Classes.Count];
        foreach (var (name, confidence) in verdict.Ranked)
        {
            probabilities[IndexOf(head, name)] = (float)confidence;
        }

        return probabilities;
    }

    static int IndexOf(ModelHead head, string name)
    {
        for (int i = 0; i < head.Classes.Count; i++)
        {
            if (head.Classes[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
