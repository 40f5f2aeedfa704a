using Drape.Imaging;
using Drape.Inference;
using Drape.Vision;

namespace Drape.Garments;

/// <summary>
/// Tells of every pixel of a photo which group of garments it belongs to, or that it is skin, hair or background.
/// Thread-safe.
/// </summary>
public sealed class GarmentParser
{
    /// <summary>The network's name in models.json.</summary>
    public const string ModelName = "parser";

    // By the photo's height. At 1.5 less is found of head and shoulders, beyond 2 less of what is seen down to the knee.
    const double Onward = 1.75;

    readonly PictureNetwork _network;
    readonly ParserGroups _groups;
    readonly ModelHead _head;

    /// <summary>A parser on a loaded network.</summary>
    /// <exception cref="ModelException">The network has no map, or its classes have no roles.</exception>
    public GarmentParser(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _network = new PictureNetwork(model);
        _head = model.Manifest.Heads.FirstOrDefault(h => h.Kind == HeadKind.Map)
            ?? throw new ModelException($"The network {model.Manifest.Name} answers no map.");
        _groups = new ParserGroups(_head);
    }

    /// <summary>The network's origin as a reading states it.</summary>
    public string Identity => _network.Manifest.Identity;

    /// <summary>The groups that it tells apart.</summary>
    public IReadOnlyList<string> Groups => _groups.Names;

    /// <summary>Whether a group is something to wear.</summary>
    /// <param name="group">A place in <see cref="Groups"/>.</param>
    public bool IsGarment(int group) => _groups.IsGarment(group);

    /// <summary>Parses a photo, all of it at one look.</summary>
    /// <param name="image">The photo, upright.</param>
    /// <returns>The parsed photo; the caller disposes it.</returns>
    public ParsedPhoto Parse(PixelImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var size = _network.SizeFor(image.Whole);
        var logits = new Rented<float>(_network.Length(_head.Output, 1, size));
        _network.Run(image, [image.Whole], size, [_head.Output], [logits.Memory]);
        return new ParsedPhoto(_groups, logits, size.Width, size.Height, _head.Stride, (float)_head.Temperature);
    }

    /// <summary>
    /// Parses a photo of people whom its lower edge cuts off, as if they went on below it: the network knows people from head to foot, and
    /// takes a bust that fills the photo for something else. Below the photo its last row goes on.
    /// </summary>
    /// <param name="image">The photo, upright.</param>
    /// <returns>What is on the photo itself; the caller disposes it.</returns>
    public ParsedPhoto ParseOnward(PixelImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        int row = 3 * image.Width, height = (int)(Onward * image.Height);
        byte[] pixels = new byte[row * height];
        image.Pixels.CopyTo(pixels, 0);
        for (int y = image.Height; y < height; y++)
        {
            image.Pixels.AsSpan(row * (image.Height - 1)).CopyTo(pixels.AsSpan(row * y));
        }

        var further = new PixelImage(image.Width, height, pixels);
        using var seen = ParseClosely(further) ?? Parse(further);
        return seen.Above((double)image.Height / height);
    }

    /// <summary>
    /// Parses a photo of people in windows beside each other, each as wide as a standing person's photo, as the network
    /// knows people. One look at a wide photo would show them too small.
    /// </summary>
    /// <param name="image">The photo, upright.</param>
    /// <returns>The parsed photo, the caller disposes it; null where one look is as good, or there were too many.</returns>
    public ParsedPhoto? ParseClosely(PixelImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (ParserWindows.Of(image, _network.SizeFor, _head.Stride) is not { } windows)
        {
            return null;
        }

        int each = _network.Length(_head.Output, 1, windows.Size);
        using var seen = new Rented<float>(windows.Boxes.Count * each);
        for (int i = 0; i < windows.Boxes.Count; i++)
        {
            // One by one: a batch of twelve takes 22 MB of input, and left a server a fifth larger.
            _network.Run(image, [windows.Boxes[i]], windows.Size, [_head.Output], [seen.Memory.Slice(i * each, each)]);
        }

        var logits = windows.Join(seen.Span, _groups.Names.Count);
        return new ParsedPhoto(_groups, logits, windows.Width, windows.Size.Height, _head.Stride, (float)_head.Temperature);
    }
}
