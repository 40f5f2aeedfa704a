using Drape.Inference;

namespace Drape.Styles;

/// <summary>All that the style network says of an outfit, before it is put into words.</summary>
/// <param name="Style">Every style with its calibrated probability, the most probable first.</param>
/// <param name="Formality">From the lowest level of the manifest to the highest, such as 1 (lounge) to 5 (formal).</param>
/// <param name="Warmth">Likewise, such as 1 (hot summer) to 5 (deep winter).</param>
/// <param name="Map">Where each style shows.</param>
public sealed record StyleFindings(Verdict Style, double Formality, double Warmth, StyleMap Map);
