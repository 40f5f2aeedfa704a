using Drape.Garments;
using Drape.Inference;
using Drape.Tests.Imaging;

namespace Drape.Tests.Garments;

public sealed class TurnReaderTests : IDisposable
{
    readonly ModelCatalog _catalog = ModelCatalog.Open();

    public void Dispose() => _catalog.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    public void It_tells_how_to_turn_somebody_back_on_their_feet(int turned, int needed) =>
        Assert.Equal(needed, TurnReader.Of(Model)!.Read(Drawn.Person().Turned(turned)));

    [Fact]
    public void What_looks_the_same_from_everywhere_stays_as_it_is() =>
        Assert.Equal(0, TurnReader.Of(Model)!.Read(Drawn.Noisy(200, 200)));

    [Fact]
    public void A_network_need_not_tell()
    {
        var manifest = Model.Manifest;

        Assert.Null(TurnReader.HeadOf(manifest with { Heads = [.. manifest.Heads.Where(h => h.Name != TurnReader.HeadName)] }));
    }

    [Fact]
    public void A_head_of_other_turns_is_refused()
    {
        var manifest = Model.Manifest;
        var heads = manifest.Heads.Select(h => h.Name == TurnReader.HeadName ? h with { Classes = ["up", "down"] } : h);

        var refused = Assert.Throws<ModelException>(() => TurnReader.HeadOf(manifest with { Heads = [.. heads] }));

        Assert.Contains("0, 90, 180 and 270", refused.Message, StringComparison.Ordinal);
    }

    Model Model => _catalog.Get(GarmentReader.ModelName, ThreadPolicy.OnePhoto);
}
