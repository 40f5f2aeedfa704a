using System.Numerics.Tensors;
using Drape.Imaging;
using Drape.Inference;
using Drape.Vision;

namespace Drape.Garments;

/// <summary>
/// Tells which way up a photo is. Whoever photographs what lies on a floor holds the phone any way, and photos that were sent about have
/// often lost their word of it. The garments' reader answers that, too, of small pictures. Thread-safe.
/// </summary>
public sealed class TurnReader
{
    /// <summary>The head that tells it: its classes are the quarters, clockwise, by which a picture must be turned to stand upright, in degrees.</summary>
    public const string HeadName = "turn";

    // How many photos lie on the one or the other side, or on their head, for one that stands. Of 678 closet photos three lie on their side; how
    // many elsewhere do, nobody has counted.
    static readonly float[] s_prior = [1, 0.02f, 0.005f, 0.02f];

    readonly PictureNetwork _network;
    readonly ModelHead _head;
    readonly (int Width, int Height) _size;

    TurnReader(Model model, ModelHead head)
    {
        _network = new PictureNetwork(model);
        _head = head;
        _size = model.Manifest.Input.Shop is [var width, var height] ? (width, height) : _network.SizeFor(new PixelBox(0, 0, 1, 1));
    }

    /// <summary>A reader on a loaded network; null where that does not tell.</summary>
    /// <exception cref="ModelException">It tells something else than four turns.</exception>
    public static TurnReader? Of(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return HeadOf(model.Manifest) is { } head ? new TurnReader(model, head) : null;
    }

    /// <summary>The head that tells it; null where a network has none.</summary>
    /// <exception cref="ModelException">It tells something else than four turns.</exception>
    internal static ModelHead? HeadOf(ModelManifest manifest) => manifest.Heads.FirstOrDefault(h => h.Name == HeadName) switch
    {
        null => null,
        { Kind: HeadKind.Choice, Classes: ["0", "90", "180", "270"] } head => head,
        _ => throw new ModelException($"The head {HeadName} of the network {manifest.Name} is to choose among 0, 90, 180 and 270."),
    };

    /// <summary>
    /// By how many quarters, clockwise, a photo must be turned to stand upright, 0 to 3. Where a first look finds that it does not stand, it
    /// is looked at in its other turns as well; 0 unless all looks together are as sure as the head's target precision.
    /// </summary>
    public int Read(PixelImage photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        float[][] looks = new float[QuarterTurns.Whole][];
        looks[0] = Look(photo);
        if (TensorPrimitives.IndexOfMax<float>(looks[0]) == 0)
        {
            return 0;
        }

        for (int turned = 1; turned < looks.Length; turned++)
        {
            looks[turned] = Look(photo.Turned(turned));
        }

        return Together(looks, _head.TargetPrecision);
    }

    /// <summary>What four looks say together, and how seldom photos lie.</summary>
    /// <param name="looks">By how many quarters the photo was turned for the look: how probable it is, as logarithms, that what was seen needs each turn.</param>
    /// <param name="target">How sure they must be.</param>
    /// <returns>The turn that the photo itself needs, in quarters; 0 where that is not sure.</returns>
    internal static int Together(float[][] looks, double target)
    {
        float[] together = new float[QuarterTurns.Whole];
        for (int needed = 0; needed < together.Length; needed++)
        {
            together[needed] = MathF.Log(s_prior[needed]);
            for (int turned = 0; turned < looks.Length; turned++)
            {
                together[needed] += looks[turned][QuarterTurns.Within(needed - turned)];
            }
        }

        TensorPrimitives.SoftMax(together, together);
        int best = TensorPrimitives.IndexOfMax<float>(together);
        return together[best] >= target ? best : 0;
    }

    /// <summary>How probable each turn is, as logarithms.</summary>
    float[] Look(PixelImage photo)
    {
        float[] values = _network.Run(photo, [photo.Whole], _size, [_head.Output])[0];
        TensorPrimitives.Divide(values, (float)_head.Temperature, values);
        TensorPrimitives.SoftMax(values, values);
        TensorPrimitives.Log(values, values);
        return values;
    }
}
