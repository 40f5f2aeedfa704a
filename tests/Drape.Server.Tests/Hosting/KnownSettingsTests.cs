using System.Text;
using System.Text.RegularExpressions;
using Drape.Server.Hosting;
using Microsoft.Extensions.Configuration;

namespace Drape.Server.Tests.Hosting;

public sealed class KnownSettingsTests
{
    [Theory]
    [InlineData("""{ "Stor": { "Connection": "x" } }""", "drape.json has the setting 'Stor', which there is not: 'Store' is probably meant.")]
    [InlineData("""{ "Blobs": { "Fodler": "x" } }""",
        "drape.json has the setting 'Blobs:Fodler', which there is not: 'Blobs:Folder' is probably meant.")]
    [InlineData("""{ "Blobs": { "S3": { "bukcet": "x" } } }""",
        "drape.json has the setting 'Blobs:S3:bukcet', which there is not: 'Blobs:S3:Bucket' is probably meant.")]
    [InlineData("""{ "Index": { "Whatever": 1 } }""",
        "drape.json has the setting 'Index:Whatever', which there is not: under 'Index' can be Kind.")]
    [InlineData("""{ "SignIn": { "Google": { "Id": "x" } } }""",
        "drape.json has the setting 'SignIn:Google', which there is not: under 'SignIn' can be Facebook, Kakao.")]
    [InlineData("""{ "Store": "Host=db" }""",
        "drape.json has a value for 'Store', which is a section: there can be Connection in it.")]
    [InlineData("""{ "Site": { "Proxies": ["10.0.0.2"] } }""",
        "drape.json has several values for 'Site:Proxies', which is one: write it as a text or a number.")]
    public void What_is_misspelt_is_named_with_what_was_probably_meant(string json, string sentence) =>
        Assert.Equal(sentence, FaultOf(json));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "store": { "CONNECTION": "x" }, "Index": { "Kind": "pgvector" } }""")]
    [InlineData("""{ "Blobs": { "Kind": "s3", "S3": { "Endpoint": "x", "Timeout": "00:00:10", "Tries": 2 } } }""")]
    [InlineData("""{ "Jobs": { "Lease": "00:00:05" }, "Mail": { "Host": "x", "Tls": false }, "Tries": { "SignInsOfPerson": 5 } }""")]
    [InlineData("""{ "SignIn": { "Kakao": { "Id": "x", "Secret": "y" } }, "Share": { "KakaoKey": "z" }, "Log": {} }""")]
    [InlineData("""{ "Logging": { "LogLevel": { "Default": "Debug" } }, "Kestrel": { "Limits": {} }, "AllowedHosts": "*", "Urls": "x" }""")]
    public void What_there_is_passes_and_so_does_what_dot_net_reads(string json) => Assert.Null(FaultOf(json));

    [Theory]
    [InlineData("api.md")]
    [InlineData("accounts.md")]
    [InlineData("store.md")]
    public async Task Every_setting_of_the_written_documentation_is_known(string page)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "docs", page));
        var named = Regex.Matches(text, "^\\| (`[A-Z][^|]*) \\|", RegexOptions.Multiline)
            .SelectMany(row => Regex.Matches(row.Groups[1].Value, "`([A-Z][A-Za-z]+(?::[A-Za-z0-9]+)+)`")).Select(name => name.Groups[1].Value)
            .ToArray();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Null(KnownSettings.Fault("drape.json",
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)"x")]).Build())));
    }

    [Fact]
    public void Variables_with_a_section_that_there_is_not_are_told() => Assert.Equal(
        ["The variable DRAPE_Stor__Connection sets nothing: there is no section 'Stor'. 'Store' is probably meant."],
        KeptConfiguration.Strangers(
            ["DRAPE_Stor__Connection", "DRAPE_Store__Connection", "DRAPE_HOME", "DRAPE_Logging__LogLevel__Default", "Stor__Connection"]));

    static string? FaultOf(string json) => KnownSettings.Fault("drape.json",
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build());
}
