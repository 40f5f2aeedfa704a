using Drape.Cli.Evaluate;
using Drape.Cli.Evaluate.Sets;
using Drape.Similarity;

namespace Drape.Cli.Tests.Evaluate.Sets;

public class NeighbourhoodsTests
{
    [Fact]
    public void Precision_is_the_mean_share_of_neighbours_of_the_same_label()
    {
        var figures = new FigureTable();

        Neighbourhoods.Add(figures, "type", [[1, 2], [0, 2], [0, 1]], ["coat", "coat", "hat"]);

        Assert.Equal(0.3333, figures.Report("search", 3).Figures["type.precision12"]); // 1/2, 1/2, 0
    }

    [Fact]
    public void A_picture_without_a_label_does_not_ask()
    {
        var figures = new FigureTable();

        Neighbourhoods.Add(figures, "type", [[1], [0], [0]], ["coat", "coat", ""]);

        Assert.Equal(1, figures.Report("search", 3).Figures["type.precision12"]);
    }

    [Fact]
    public void No_picture_is_its_own_neighbour()
    {
        Embedding[] pictures = [Embedding.Of([1, 0]), Embedding.Of([1, 0.1f]), Embedding.Of([0, 1])];

        int[][] nearest = Neighbourhoods.Of(new ExactIndex(pictures), pictures, new ParallelOptions());

        Assert.Equal([[1, 2], [0, 2], [1, 0]], nearest);
    }
}
