using System.Text.Json.Serialization;
using Drape.Colours;
using Drape.Imaging;

namespace Drape.Server.Eva;

/// <summary>What Eva makes of a photo.</summary>
public sealed record EvaAnswer
{
    const int GlowSide = 96;
    const int GlowQuality = 70;

    /// <summary>What was read, as every reading is.</summary>
    public required PhotoReading Reading { get; init; }

    /// <summary>What she says, by language (en, ko), in the order in which she says it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Remark>> Says { get; init; }

    /// <summary>The outline of each garment as an SVG path's data in pixels of the upright photo, in the reading's order.</summary>
    public required IReadOnlyList<string> Outlines { get; init; }

    /// <summary>The colours of what the main figure wears, like ones put together; the shares sum to 1.</summary>
    public required IReadOnlyList<NamedColour> Palette { get; init; }

    /// <summary>How the colours stand to each other: neutrals, oneColour, neighbours, contrast or medley.</summary>
    [JsonConverter(typeof(RelationConverter))]
    public required ColourRelation Relation { get; init; }

    /// <summary>Where the most probable styles show; empty where nobody wears an outfit.</summary>
    public required IReadOnlyList<StyleGlow> Glows { get; init; }

    /// <summary>How clearly the outfit speaks; left out where nobody wears one.</summary>
    public LookScore? Score { get; init; }

    /// <summary>Puts together what she makes of a photo.</summary>
    internal static EvaAnswer Of(PhotoReading reading, PhotoFindings findings)
    {
        var look = Look.Of(reading, findings);
        return new EvaAnswer
        {
            Reading = reading,
            Says = Voice.All.Keys.ToDictionary(language => language, language => Speech.Of(look, language)),
            Outlines = [.. findings.Garments.Select(g => MaskOutline.Path(g.Place.Mask, reading.Width, reading.Height))],
            Palette = look.Palette,
            Relation = look.Harmony.Relation,
            Glows = findings.Style is { } style ? [.. reading.Style!.Top.Select(s => Glow(style.Map, s.Style, reading))] : [],
            Score = LookScore.Of(reading.Style, look.Harmony),
        };
    }

    static StyleGlow Glow(Styles.StyleMap map, string style, PhotoReading reading)
    {
        byte[] picture = PhotoEncoder.Encode(HeatPicture.Of(map, style, reading.Width, reading.Height, GlowSide),
            PhotoFormat.Webp, GlowQuality);
        return new StyleGlow(style, "data:image/webp;base64," + Convert.ToBase64String(picture));
    }

    sealed class RelationConverter() : JsonStringEnumConverter<ColourRelation>(System.Text.Json.JsonNamingPolicy.CamelCase);
}

/// <summary>Where a style shows in the photo.</summary>
/// <param name="Style">The style.</param>
/// <param name="Picture">
/// A small transparent WebP as a data: URL, to be laid over the whole photo and stretched to its size.
/// </param>
public sealed record StyleGlow(string Style, string Picture);
