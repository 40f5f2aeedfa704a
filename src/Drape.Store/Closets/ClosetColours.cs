using Drape.Colours;

namespace Drape.Store.Closets;

/// <summary>How much of a colour a piece has.</summary>
static class ClosetColours
{
    // Up to here two colours go by one name for most people; black to white is 1.
    const float Reach = 0.12f;

    // Below this share a colour is a detail that nobody looks for.
    const double Least = 0.08;

    /// <summary>From 0, none of it, to 1, all of exactly this colour.</summary>
    public static double Nearness(IReadOnlyList<NamedColour> colours, OkLab wanted) => colours
        .Where(colour => colour.Share >= Least)
        .Sum(colour => colour.Share * Math.Max(0, 1 - OkLab.FromHex(colour.Hex).Distance(wanted) / Reach));
}
