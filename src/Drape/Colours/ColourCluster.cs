namespace Drape.Colours;

/// <summary>One colour of a garment before it has a name.</summary>
/// <param name="Colour">Mean colour.</param>
/// <param name="Share">Part of the garment, 0 to 1.</param>
readonly record struct ColourCluster(OkLab Colour, float Share);
