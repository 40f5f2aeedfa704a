using System.Text.Json;
using Microsoft.Playwright;

namespace Drape.Browser.Tests;

/// <summary>Looks at a page with axe-core, which comes from npm with the native runtimes.</summary>
static class Axe
{
    static readonly Lazy<string> Script = new(() =>
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Drape.slnx")))
        {
            folder = folder.Parent!;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "native", "node_modules", "axe-core", "axe.min.js"));
    });

    /// <summary>What keeps somebody from using the page, by WCAG 2.2 A and AA: the rule and where it is broken.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        var result = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: { 'landmark-unique': { enabled: true } } }))
              .violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}`))
            """);
        return [.. result.EnumerateArray().Select(v => v.GetString()!)];
    }
}
