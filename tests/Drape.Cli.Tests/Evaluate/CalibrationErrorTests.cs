using Drape.Cli.Evaluate;

namespace Drape.Cli.Tests.Evaluate;

public class CalibrationErrorTests
{
    [Fact]
    public void Answers_that_are_right_as_often_as_they_say_have_no_error() =>
        Assert.Equal(0, ErrorOf([Right(0.5), Wrong(0.5)]), 1e-12);

    [Fact]
    public void One_bin_gives_the_gap_between_confidence_and_share() =>
        Assert.Equal(0.4, ErrorOf([Right(0.9), Wrong(0.9)]), 1e-12); // |0.5 - 0.9|

    [Fact]
    public void Bins_are_weighted_by_their_answers() =>
        // |1 - 0.95| * 2/6 + |0.25 - 0.45| * 4/6
        Assert.Equal(0.15, ErrorOf(
            [Right(0.95), Right(0.95), Right(0.45), Wrong(0.45), Wrong(0.45), Wrong(0.45)]), 1e-12);

    [Fact]
    public void There_are_fifteen_bins() =>
        // 0.62 and 0.65 share the bin above 9/15, where the gaps 0.38 and -0.65 make 0.27; 0.68 lies in the next.
        Assert.Equal((0.27 + 0.32) / 3, ErrorOf([Right(0.62), Wrong(0.65), Right(0.68)]), 1e-12);

    [Fact]
    public void The_ends_of_the_scale_belong_to_the_outer_bins() =>
        Assert.Equal(0.5, ErrorOf([Right(1), Wrong(1), Wrong(0), Right(0)]), 1e-12);

    [Fact]
    public void Parts_that_were_summed_apart_make_one_error()
    {
        var whole = Sum([Right(0.9)]);
        whole.Add(Sum([Wrong(0.9)]));

        Assert.Equal((2, 0.4), (whole.Count, Math.Round(whole.Value, 12)));
    }

    [Fact]
    public void By_chance_a_single_even_guess_is_wrong_by_a_half() => Assert.Equal(0.5, Sum([Right(0.5)]).Chance, 1e-12);

    [Fact]
    public void Answers_that_are_certain_leave_nothing_to_chance() => Assert.Equal(0, Sum([Right(1), Wrong(0)]).Chance, 1e-12);

    [Theory]
    [InlineData(20, 0.7)]
    [InlineData(150, 0.3)]
    [InlineData(900, 0.5)] // so many that a normal distribution stands in
    public void By_chance_is_what_true_confidences_show_on_average(int answers, double confidence)
    {
        var random = new Random(1);
        double shown = Enumerable.Range(0, 2000).Average(_ => ErrorOf(
            [.. Enumerable.Range(0, answers).Select(_ => (confidence, random.NextDouble() < confidence))]));

        Assert.Equal(shown, Sum([.. Enumerable.Repeat(Right(confidence), answers)]).Chance, 0.05 * shown);
    }

    static double ErrorOf((double, bool)[] answers) => Sum(answers).Value;

    static CalibrationError Sum((double Confidence, bool Right)[] answers)
    {
        var error = new CalibrationError();
        foreach (var (confidence, right) in answers)
        {
            error.Add(confidence, right);
        }

        return error;
    }

    static (double Confidence, bool Right) Right(double confidence) => (confidence, true);

    static (double Confidence, bool Right) Wrong(double confidence) => (confidence, false);
}
