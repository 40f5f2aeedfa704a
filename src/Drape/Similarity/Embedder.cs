using Drape.Imaging;
using Drape.Inference;
using Drape.Vision;

namespace Drape.Similarity;

/// <summary>Makes embeddings with any network that has a head for them. Thread-safe.</summary>
public sealed class Embedder
{
    readonly PictureNetwork _network;
    readonly string[] _outputs;

    /// <summary>An embedder on a loaded network.</summary>
    /// <exception cref="ModelException">The network has no embedding.</exception>
    public Embedder(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var head = model.Manifest.Heads.FirstOrDefault(h => h.Kind == HeadKind.Embedding)
            ?? throw new ModelException($"The network {model.Manifest.Name} has no head of the kind embedding.");
        _network = new PictureNetwork(model);
        _outputs = [head.Output];
    }

    /// <summary>The embedding of a whole picture.</summary>
    public Embedding Read(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Read(picture, picture.Whole);
    }

    /// <summary>The embedding of a part of a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="box">The part, within the picture.</param>
    public Embedding Read(PixelImage picture, PixelBox box)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Embedding.Of(_network.Run(picture, [box], _network.SizeFor(box), _outputs)[0]);
    }
}
