using Drape.Inference;
using Drape.Styles;

namespace Drape.Tests.Styles;

public class ScaleTests
{
    static readonly ModelHead Head = new()
    {
        Name = "warmth", Kind = HeadKind.Scale, Output = "warmth", Classes = ["1", "2", "4"],
    };

    [Fact]
    public void Equally_probable_levels_give_their_mean() => Assert.Equal(7 / 3.0, Scale.Mean(Head, [5, 5, 5]), 1e-6);

    [Fact]
    public void A_sure_level_is_the_answer() => Assert.Equal(4, Scale.Mean(Head, [0, 0, 50]), 1e-6);

    [Fact]
    public void The_temperature_draws_the_answer_towards_the_middle()
    {
        // Logits 0, 0, 2 ln 4 at temperature 2 are 0, 0, ln 4: probabilities 1/6, 1/6, 4/6.
        double mean = Scale.Mean(Head with { Temperature = 2 }, [0, 0, 2 * MathF.Log(4)]);

        Assert.Equal((1 + 2 + 16) / 6.0, mean, 1e-6);
    }
}
