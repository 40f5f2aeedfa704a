using Drape.Garments;
using Drape.Inference;

namespace Drape.Tests.Garments;

public sealed class GarmentParserTests : IDisposable
{
    readonly ModelCatalog _catalog = ModelCatalog.Open(precision: Precision.Float32);

    public void Dispose() => _catalog.Dispose();

    [Theory]
    [InlineData(300, 200)]
    [InlineData(200, 300)]
    public void A_photo_that_goes_on_below_is_parsed_in_its_own_proportions(int width, int height)
    {
        using var parsed = new GarmentParser(_catalog.Get(GarmentParser.ModelName, ThreadPolicy.OnePhoto)).ParseOnward(Drawn.Noisy(width, height));

        Assert.Equal((double)height / width, (double)parsed.Height / parsed.Width, 0.1); // inputs are multiples of 32
    }

    [Fact]
    public void One_that_is_wide_still_is_so_parsed_in_windows()
    {
        var picture = Drawn.Noisy(900, 300);
        var parser = new GarmentParser(_catalog.Get(GarmentParser.ModelName, ThreadPolicy.OnePhoto));

        using var once = parser.Parse(picture);
        using var onward = parser.ParseOnward(picture);

        // With what is below it at one look it would be seen in fewer rows.
        Assert.True(onward.Height > once.Height, $"{onward.Height} rows, {once.Height} at one look");
    }
}
