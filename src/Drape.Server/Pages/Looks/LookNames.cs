using System.Globalization;
using Drape.Inference;
using Drape.Server.Eva;
using Drape.Server.Pages.Closet;
using Microsoft.Extensions.Localization;
using Look = Drape.Store.Looks.Look;

namespace Drape.Server.Pages.Looks;

/// <summary>How the page's language calls looks and their parts.</summary>
static class LookNames
{
    static StyleTexts Texts => StyleTexts.In(Languages.Of(CultureInfo.CurrentUICulture));

    /// <summary>The styles that there is a text on, by name.</summary>
    public static IEnumerable<(string Style, string Name)> Styles =>
        Texts.All.Keys.Select(style => (style, Style(style))).OrderBy(style => style.Item2, StringComparer.Ordinal);

    /// <summary>A style, as it stands in a sentence.</summary>
    public static string Style(string style) => Texts.NameOf(style);

    /// <summary>A style at the beginning of a line.</summary>
    public static string FirstStyle(string style) => Style(style) is { Length: > 0 } name
        ? char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..] : style;

    /// <summary>A garment in few words: "Navy blazer".</summary>
    public static string Garment(Garment garment, IStringLocalizer texts) => garment.Type == Verdict.Unclear
        ? texts["Garment.Unclear", GarmentWords.Of(garment.Colour)] : GarmentWords.Title(null, garment.Colour, garment.Type);

    /// <summary>What is worn, one after the other, for who cannot see it.</summary>
    public static string Worn(Look look, IStringLocalizer texts) => look.Reading.Garments.Count == 0 ? Style(look.Style.Style)
        : string.Join(", ", look.Reading.Garments.Select(garment => Garment(garment, texts)));

    /// <summary>A share as "62%".</summary>
    public static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);

    /// <summary>A number in an SVG.</summary>
    public static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>How long ago something was; of what is older than a week its day.</summary>
    public static string Ago(DateTimeOffset time, DateTimeOffset now, IStringLocalizer texts) => (now - time) switch
    {
        { TotalMinutes: < 1 } => texts["Ago.Now"],
        { TotalHours: < 1 } span => texts["Ago.Minutes", (int)span.TotalMinutes],
        { TotalDays: < 1 } span => texts["Ago.Hours", (int)span.TotalHours],
        { TotalDays: < 7 } span => texts["Ago.Days", (int)span.TotalDays],
        _ => Moments.Day(time),
    };
}
