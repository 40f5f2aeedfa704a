using Drape.Inference;
using Drape.Similarity;

namespace Drape.Tests.Similarity;

public sealed class EmbedderTests : IDisposable
{
    readonly ModelCatalog _catalog = ModelCatalog.Open();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_picture_is_nearer_to_itself_made_smaller_than_to_another()
    {
        var embedder = new Embedder(_catalog.Get("reader", ThreadPolicy.OnePhoto));

        var picture = embedder.Read(Drawn.Quarters(200, 200));

        Assert.True(picture.Cosine(embedder.Read(Drawn.Quarters(160, 160))) > picture.Cosine(embedder.Read(Drawn.Noisy(200, 200))));
    }

    [Fact]
    public void A_network_without_an_embedding_is_refused() => Assert.Contains("no head of the kind embedding",
        Assert.Throws<ModelException>(() => new Embedder(_catalog.Get("parser", ThreadPolicy.OnePhoto))).Message,
        StringComparison.Ordinal);
}
