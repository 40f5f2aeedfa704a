using Drape.Server.Catalogs.Search;

namespace Drape.Server.Tests.Catalogs;

public sealed class WearersTests
{
    [Theory]
    [InlineData("Woman", Wearer.Woman)]
    [InlineData(" female ", Wearer.Woman)]
    [InlineData("여성", Wearer.Woman)]
    [InlineData("Man", Wearer.Man)]
    [InlineData("남자", Wearer.Man)]
    public void Who_says_so_is_a_woman_or_a_man(string gender, Wearer wearer) => Assert.Equal(wearer, Wearers.Of(gender));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Non-binary")]
    [InlineData("논바이너리")]
    [InlineData("neither woman nor man")]
    public void Nobody_else_is_taken_for_either(string? gender) => Assert.Null(Wearers.Of(gender));

    [Theory]
    [InlineData(Wearer.Woman)]
    [InlineData(Wearer.Man)]
    public void What_is_for_both_is_nobodys_other(Wearer wearer) => Assert.DoesNotContain("unisex", wearer.Others());
}
