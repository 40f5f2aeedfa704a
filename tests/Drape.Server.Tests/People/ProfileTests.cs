using System.Net;

namespace Drape.Server.Tests.People;

public sealed class ProfileTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Theory]
    [InlineData("Woman", "woman", "women")]
    [InlineData("남성", "man", "men")]
    public async Task A_gender_goes_with_searches_and_begins_in_its_section(string gender, string wearer, string section)
    {
        var guest = await app.PersonAsync($"{Guid.NewGuid():n}@shop.example");

        var answer = await guest.PostAsync("/account/settings", new() { ["Name"] = "Ann", ["Gender"] = gender });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains($"data-wearer=\"{wearer}\"", await guest.PageAsync("/"), StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{section}\" selected", await guest.PageAsync("/looks/new"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("민지")]
    [InlineData("نيلوفر رضا\u200Cزاده")]
    [InlineData("Ida 👩\u200D🎨")]
    [InlineData("🦊")]
    public async Task A_name_of_any_script_is_taken(string name)
    {
        string address = $"{Guid.NewGuid():n}@shop.example";
        var guest = await app.PersonAsync(address);

        await guest.PostAsync("/account/settings", new() { ["Name"] = name });

        Assert.Equal(name, (await app.KnownAsync(address)).Name);
    }

    [Fact]
    public async Task Who_does_not_say_is_taken_for_nobody()
    {
        var guest = await app.PersonAsync($"{Guid.NewGuid():n}@shop.example");

        await guest.PostAsync("/account/settings", new() { ["Name"] = "Ann", ["Gender"] = "Non-binary" });

        Assert.Contains("data-wearer=\"\"", await guest.PageAsync("/"), StringComparison.Ordinal);
        Assert.Contains("<option value=\"open\" selected", await guest.PageAsync("/looks/new"), StringComparison.Ordinal);
    }
}
