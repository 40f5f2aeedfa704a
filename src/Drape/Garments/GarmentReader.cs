using Drape.Imaging;
using Drape.Inference;
using Drape.Vision;

namespace Drape.Garments;

/// <summary>Reads crops of garments: type, pattern and what else the network answers. Thread-safe.</summary>
public sealed class GarmentReader
{
    /// <summary>The network's name in models.json.</summary>
    public const string ModelName = "reader";

    readonly PictureNetwork _network;
    readonly string[] _outputs;
    readonly Dictionary<GarmentScene, WordTree?> _words;
    readonly Dictionary<GarmentScene, IReadOnlyList<ModelHead>> _heads;

    /// <summary>A reader on a loaded network.</summary>
    /// <exception cref="ModelException">The network answers neither type nor pattern, or tells of a scene that there is not.</exception>
    public GarmentReader(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _network = new PictureNetwork(model);
        _ = model.Manifest.Head(GarmentVerdicts.TypeHead);
        _ = model.Manifest.Head(GarmentVerdicts.PatternHead);
        _outputs = [.. model.Manifest.Heads.Select(h => h.Output)];
        _heads = ByScene(Manifest);
        _words = _heads.ToDictionary(s => s.Key, s => WordTree.Of(s.Value));
    }

    /// <summary>The network's origin as a reading states it.</summary>
    public string Identity => _network.Manifest.Identity;

    /// <summary>What models.json says of the network.</summary>
    public ModelManifest Manifest => _network.Manifest;

    /// <summary>The types, as they are stated of a kind of picture.</summary>
    internal ModelHead Types(GarmentScene scene) => _heads[scene].First(h => h.Name == GarmentVerdicts.TypeHead);

    /// <summary>Reads the garments in boxes of a picture, those of one input size in one batch.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="boxes">One box a garment, within the picture; at least one.</param>
    /// <param name="hints">For each box what the parser takes the garment for, or null; null where nobody asked.</param>
    /// <param name="scene">Where they are.</param>
    /// <returns>What each box shows, in the order of the boxes.</returns>
    public IReadOnlyList<GarmentVerdicts> Read(
        PixelImage image, IReadOnlyList<PixelBox> boxes, IReadOnlyList<TypeHint?>? hints = null,
        GarmentScene scene = GarmentScene.Lying)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(boxes);
        ArgumentOutOfRangeException.ThrowIfZero(boxes.Count);
        var read = new GarmentVerdicts[boxes.Count];
        foreach (var batch in Enumerable.Range(0, boxes.Count).GroupBy(i => SizeFor(boxes[i], scene)))
        {
            int[] places = [.. batch];
            float[][] outputs = _network.Run(image, [.. places.Select(i => boxes[i])], batch.Key, _outputs);
            for (int i = 0; i < places.Length; i++)
            {
                read[places[i]] = Verdicts(
                    Array.ConvertAll(outputs, o => o[(i * o.Length / places.Length)..((i + 1) * o.Length / places.Length)]),
                    hints?[places[i]], scene);
            }
        }

        return read;
    }

    /// <summary>The input's size for a crop.</summary>
    (int Width, int Height) SizeFor(PixelBox box, GarmentScene scene)
    {
        var size = scene switch
        {
            GarmentScene.Lying => Manifest.Input.Lying,
            _ when IsOnSomebody(scene) => Manifest.Input.Worn,
            _ => Manifest.Input.Shop,
        };
        return size is [var width, var height] ? (width, height) : _network.SizeFor(box);
    }

    /// <summary>Whether it is of things that somebody wears and does not show for sale.</summary>
    static bool IsOnSomebody(GarmentScene scene) => scene is GarmentScene.Worn or GarmentScene.Cut or GarmentScene.Beside;

    /// <summary>Whether it is of things that a shop shows, of which its words were learnt.</summary>
    static bool IsForSale(GarmentScene scene) => scene is GarmentScene.Shop or GarmentScene.Modelled;

    /// <summary>A network's heads as they answer of each kind of picture.</summary>
    /// <exception cref="ModelException">It tells of a role or a scene that there is not.</exception>
    internal static Dictionary<GarmentScene, IReadOnlyList<ModelHead>> ByScene(ModelManifest manifest)
    {
        var scenes = Enum.GetValues<GarmentScene>().ToDictionary(scene => scene.ToString().ToLowerInvariant());
        foreach (var head in manifest.Heads)
        {
            head.AllowOnly(head.Name == GarmentVerdicts.TypeHead ? Suits.Roles : [], scenes.Keys);
        }

        return scenes.ToDictionary(s => s.Value, s => (IReadOnlyList<ModelHead>)[.. manifest.Heads.Select(h => h.In(s.Key))]);
    }

    GarmentVerdicts Verdicts(float[][] outputs, TypeHint? hint, GarmentScene scene)
    {
        var heads = _heads[scene];
        var verdicts = new Dictionary<string, Verdict>(heads.Count);
        float[]? embedding = null;
        for (int h = 0; h < heads.Count; h++)
        {
            if (heads[h].Kind == HeadKind.Choice)
            {
                verdicts[heads[h].Name] = heads[h].Name == GarmentVerdicts.TypeHead
                    ? Type(heads[h], outputs[h], hint, scene) : Verdict.Of(heads[h], outputs[h]);
            }
            else if (heads[h].Kind == HeadKind.Embedding)
            {
                embedding = outputs[h];
            }
        }

        bool foreign = hint?.Types is { Count: 0 };
        if (_words[scene] is { } words)
        {
            Reconcile(verdicts, words, hint, scene);
        }

        // Of a thing that is none of its types the reader's answers are guesses, but for the words that its group binds.
        var told = heads.Where(h => h.Reported && verdicts.ContainsKey(h.Name)).ToLookup(h => !foreign
            || h.Name is GarmentVerdicts.TypeHead or GarmentVerdicts.PatternHead
            || (hint?.Words is not null && _words[scene]?.Heads.Contains(h.Name) == true), h => h.Name);
        return new GarmentVerdicts(verdicts, told[true].ToDictionary(name => name, name => verdicts[name]), embedding)
        {
            Scene = scene, Untold = [.. told[false]],
        };
    }

    /// <summary>Makes the type and the catalog's words agree with each other and with the parser's group; each step takes up what the one before left.</summary>
    void Reconcile(Dictionary<string, Verdict> verdicts, WordTree words, TypeHint? hint, GarmentScene scene)
    {
        // Of a shop's pictures the words are learnt, and are surer than the type; of others it is the other way round.
        var type = verdicts[GarmentVerdicts.TypeHead];
        words.Agree(verdicts, scene == GarmentScene.Shop ? null : KnownThing.Of(Manifest.Head(GarmentVerdicts.TypeHead), type, hint));
        if (scene == GarmentScene.Shop && Contradiction(_heads[scene], verdicts) is { } otherwise)
        {
            verdicts[GarmentVerdicts.TypeHead] = type.Refuted(1 - otherwise);
        }

        // Of a thing that is none of its types the reader's other answers are guesses, but for the words that its group binds: those
        // are as sure as the group is.
        // What can be of one type only has that type's words, if it has the type; of a shop's pictures the words are known by themselves.
        bool foreign = hint?.Types is { Count: 0 }, alone = scene != GarmentScene.Shop && hint?.Types is { Count: 1 };
        foreach (string word in (foreign || alone) && !type.Sure ? words.Heads : [])
        {
            verdicts[word] = verdicts[word].Doubted();
        }

        if (!foreign && !Goes(words.Meant(verdicts[words.Finest].Best.Class), verdicts[GarmentVerdicts.TypeHead], scene))
        {
            verdicts[words.Finest] = verdicts[words.Finest].Doubted();
        }
    }

    /// <summary>Whether an article type goes with what is said of the type.</summary>
    /// <param name="meant">The type that it means; null where it means none, such as Watches.</param>
    /// <param name="type">What is said of the type.</param>
    /// <param name="scene">Where the thing is.</param>
    static bool Goes(string? meant, Verdict type, GarmentScene scene)
    {
        // How sure an article type must be was learnt of a shop's pictures, where it need not wait for the type. Elsewhere it is the type's name in
        // a shop, or nothing; one that means none is told only of what lies.
        bool forSale = IsForSale(scene);
        return meant is null ? forSale || scene == GarmentScene.Lying : type.Sure ? meant == type.Best.Class : forSale;
    }

    /// <summary>
    /// How sure a word of the catalog is that says otherwise than the type, be it that it means a less sure one; null where none does. The words know
    /// what the types do not: there is none for a watch, so that the nearest is a hat.
    /// </summary>
    static double? Contradiction(IReadOnlyList<ModelHead> heads, Dictionary<string, Verdict> verdicts)
    {
        var type = verdicts[GarmentVerdicts.TypeHead];
        var types = heads.First(h => h.Name == GarmentVerdicts.TypeHead);
        return !type.Sure ? null : heads.Where(h => h != types && verdicts.GetValueOrDefault(h.Name) is { Sure: true } word
                && (Differ(types.Implied(type.Best.Class, h.Name), word)
                    || (Differ(h.Implied(word.Best.Class, types.Name), type) && word.Best.Confidence > type.Best.Confidence)))
            .Max(h => (double?)verdicts[h.Name].Best.Confidence);

        static bool Differ(string? implied, Verdict said) => implied is not null && implied != said.Best.Class;
    }

    /// <summary>The reader's type, in the light of what the parser takes the garment for.</summary>
    static Verdict Type(ModelHead head, float[] logits, TypeHint? hint, GarmentScene scene)
    {
        if (hint?.Types is not { Count: 0 })
        {
            return Verdict.Of(head, logits, hint?.Prior(head.Classes, worn: IsOnSomebody(scene)) ?? []);
        }

        // It has no type for such a thing, and what it takes it for instead would be nonsense to name. Of what is worn in the street the
        // parser's own thresholds have let through only what may be stated. Where no curve was read the target itself holds: if confidences
        // are calibrated, those of it and more are right as often as it wants.
        return new Verdict([new ClassConfidence(hint.Group, hint.Confidence), new ClassConfidence(Verdict.Unclear, 1 - hint.Confidence)],
            head.Groups.GetValueOrDefault(hint.Group, scene == GarmentScene.Worn ? 0 : head.TargetPrecision));
    }
}
