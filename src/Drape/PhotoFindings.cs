using Drape.Styles;

namespace Drape;

/// <summary>What was found in a photo, before it is put into words.</summary>
/// <param name="Garments">The garments, those of the main figure first, then the larger first; at least one, unless
/// a person is there and nothing that could be worn.</param>
/// <param name="Style">The style of the outfit; null where nobody wears one.</param>
/// <param name="Timings">How long each step took, in milliseconds: parse, read, colours, style.</param>
public sealed record PhotoFindings(IReadOnlyList<GarmentFindings> Garments, StyleFindings? Style,
    IReadOnlyDictionary<string, double> Timings);
