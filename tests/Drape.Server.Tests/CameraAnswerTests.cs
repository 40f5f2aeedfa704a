using Drape.Inference;
using Drape.Server.Predict;
using Drape.Server.Tests.Eva;

namespace Drape.Server.Tests;

public sealed class CameraAnswerTests
{
    [Theory]
    [InlineData("shirt", "Shirts", "shirt")]
    [InlineData(Verdict.Unclear, "Watches", "Watches")]
    [InlineData(Verdict.Unclear, Verdict.Unclear, Verdict.Unclear)]
    public void The_label_is_the_type_or_what_a_catalog_calls_it(string type, string article, string label)
    {
        var reading = new DressedLook().Wearing(type, "black", "#111111", article: article).Seen().Reading;

        Assert.Equal(new CameraAnswer(label, "black"), CameraAnswer.Of(reading));
    }

    [Fact]
    public void Where_nothing_is_worn_all_is_unclear() =>
        Assert.Equal(new CameraAnswer(Verdict.Unclear, Verdict.Unclear), CameraAnswer.Of(new DressedLook().Seen().Reading));
}
