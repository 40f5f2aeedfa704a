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

    [Theory]
    [InlineData(0.75, 0.98, 1)]
    [InlineData(0.75, 0.995, 0)]
    public void A_photo_is_turned_only_if_all_looks_together_are_sure_enough(double sureness, double target, int needed) =>
        Assert.Equal(needed, TurnReader.Together(Agreeing(1, sureness), target));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(3, 3)]
    public void Upside_down_asks_for_surer_looks_than_a_side(int turn, int needed) =>
        Assert.Equal(needed, TurnReader.Together(Agreeing(turn, 0.75), 0.98));

    [Fact]
    public void That_photos_seldom_lie_outweighs_looks_that_are_hardly_sure() =>
        Assert.Equal(0, TurnReader.Together(Agreeing(1, 0.5), 0.7)); // 0.96 by the looks alone

    /// <summary>Four looks, each as sure that the photo needs a turn.</summary>
    static float[][] Agreeing(int needed, double sureness) => [.. Enumerable.Range(0, 4).Select(turned =>
        Enumerable.Range(0, 4).Select(seen => MathF.Log((float)(seen == (needed - turned + 4) % 4 ? sureness : (1 - sureness) / 3))).ToArray())];

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
