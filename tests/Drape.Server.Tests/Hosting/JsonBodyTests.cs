using System.Text;
using Drape.Server.Hosting;
using Drape.Server.Problems;

namespace Drape.Server.Tests.Hosting;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("", "The body is empty. Send this.")]
    [InlineData("{", "The body is no JSON. Send this.")]
    [InlineData("{} x", "The body is no JSON. Send this.")]
    [InlineData("{\"name\": \"\\ud800\"}", "The JSON has a text that is not valid Unicode. Send this.")]
    [InlineData("{\"a\": [{\"\\ud800\": 1}]}", "The JSON has a text that is not valid Unicode. Send this.")]
    public void What_cannot_be_read_is_told_with_what_to_send(string json, string sentence)
    {
        var refusal = Assert.Throws<ProblemException>(() => JsonBody.Parse(Encoding.UTF8.GetBytes(json), "Send this."));

        Assert.Equal((400, "urn:drape:request:malformed-json", sentence),
            (refusal.Problem.Status, refusal.Problem.Type, refusal.Problem.Detail));
    }

    [Theory]
    [InlineData("""{"text": "\ud83d\udc57"}""", "👗")]
    [InlineData("""{"other": "a"}""", null)]
    [InlineData("""{"text": 5}""", null)]
    [InlineData("[1]", null)]
    public void A_text_is_found_by_its_name(string json, string? text) =>
        Assert.Equal(text, JsonBody.Parse(Encoding.UTF8.GetBytes(json), "Send this.").TextOf("text"));
}
