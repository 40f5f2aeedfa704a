using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Drape.Server.Tests.Pages;

/// <summary>What pages and letters say is there in both languages.</summary>
public sealed class TextTests
{
    static readonly string Source = Path.Combine(Repository.Folder, "src", "Drape.Server");

    public static TheoryData<string> Resources => [.. Directory.GetFiles(Source, "*Texts.resx", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Source, file))];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Both_languages_say_the_same_things(string resource)
    {
        var english = Texts(Path.Combine(Source, resource));
        var korean = Texts(Path.Combine(Source, resource.Replace(".resx", ".ko.resx", StringComparison.Ordinal)));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), korean.Keys.Order());
        Assert.All(english, text => Assert.Equal(Gaps(text.Value), Gaps(korean[text.Key])));
        Assert.All(korean.Values.Concat(english.Values), Assert.NotEmpty);
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there()
    {
        var missing = new List<string>();
        foreach (string page in Directory.GetFiles(Path.Combine(Source, "Pages"), "*.cshtml", SearchOption.AllDirectories))
        {
            string source = File.ReadAllText(page);
            foreach (Match use in Regex.Matches(source, "\\b(Common|T)\\[\"([^\"{]+)\""))
            {
                string file = use.Groups[1].Value == "Common" ? Path.Combine(Source, "Pages", "Shared", "SharedTexts.resx") : Nearest(page);
                string key = use.Groups[2].Value;
                bool begun = source[use.Index + use.Length] != ']' && source[use.Index + use.Length] != ',';
                if (!Texts(file).Keys.Any(k => begun ? k.StartsWith(key, StringComparison.Ordinal) : k == key))
                {
                    missing.Add($"{Path.GetFileName(page)}: {key}");
                }
            }
        }

        Assert.Empty(missing);
    }

    static IReadOnlyList<string> Gaps(string text) => [.. Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Order()];

    /// <summary>The texts beside a page, or in a folder above it.</summary>
    static string Nearest(string page)
    {
        var folder = new FileInfo(page).Directory!;
        while (folder.Name != "Pages")
        {
            if (folder.GetFiles("*Texts.resx") is [var found, ..])
            {
                return found.FullName;
            }

            folder = folder.Parent!;
        }

        throw new FileNotFoundException($"There are no texts for {page}.");
    }

    static Dictionary<string, string> Texts(string file) => XDocument.Load(file).Root!.Elements("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
}
