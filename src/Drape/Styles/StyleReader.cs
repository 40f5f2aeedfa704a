using Drape.Imaging;
using Drape.Inference;
using Drape.Vision;

namespace Drape.Styles;

/// <summary>Reads the style of a whole outfit, how formal and how warm it is, and where it shows. Thread-safe.</summary>
public sealed class StyleReader
{
    /// <summary>The network's name in models.json.</summary>
    public const string ModelName = "style";

    /// <summary>The head that names the style; its second output is the map that the answer is the mean of.</summary>
    public const string StyleHead = "style";

    /// <summary>The head that tells how formal an outfit is.</summary>
    public const string FormalityHead = "formality";

    /// <summary>The head that tells how warm it keeps.</summary>
    public const string WarmthHead = "warmth";

    readonly PictureNetwork _network;
    readonly ModelHead _style;
    readonly ModelHead _formality;
    readonly ModelHead _warmth;
    readonly string[] _outputs;

    /// <summary>A reader on a loaded network.</summary>
    /// <exception cref="ModelException">The network does not answer style with a map, formality and warmth.</exception>
    public StyleReader(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _network = new PictureNetwork(model);
        _style = Head(model.Manifest, StyleHead, HeadKind.Choice);
        _formality = Head(model.Manifest, FormalityHead, HeadKind.Scale);
        _warmth = Head(model.Manifest, WarmthHead, HeadKind.Scale);
        string map = _style.Map ?? throw new ModelException(
            $"The head {StyleHead} of the network {model.Manifest.Name} has no map; 'map' in models.json names that output.");
        _outputs = [_style.Output, map, _formality.Output, _warmth.Output];
    }

    /// <summary>The network's origin as a reading states it.</summary>
    public string Identity => _network.Manifest.Identity;

    /// <summary>Reads the outfit that a photo shows.</summary>
    /// <param name="photo">The whole photo.</param>
    /// <param name="figure">The part of it that shows the person in question; the map is of the whole photo all the same.</param>
    public StyleFindings Read(PixelImage photo, PixelBox? figure = null)
    {
        ArgumentNullException.ThrowIfNull(photo);
        var seen = figure ?? photo.Whole;
        var size = _network.SizeFor(seen);
        float[][] outputs = _network.Run(photo, [seen], size, _outputs);
        var map = new StyleMap(_style.Classes, size.Width / _style.Stride, size.Height / _style.Stride, outputs[1]);
        return new StyleFindings(Verdict.Of(_style, outputs[0]), Scale.Mean(_formality, outputs[2]),
            Scale.Mean(_warmth, outputs[3]), seen == photo.Whole ? map : map.Within(seen, photo.Width, photo.Height));
    }

    static ModelHead Head(ModelManifest manifest, string name, HeadKind kind)
    {
        var head = manifest.Head(name);
        head.AllowOnly(roles: [], scenes: []);
        return head.Kind == kind ? head : throw new ModelException(
            $"The head {name} of the network {manifest.Name} is a {head.Kind}; a {kind} is needed.");
    }
}
