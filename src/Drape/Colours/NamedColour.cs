using System.Globalization;

namespace Drape.Colours;

/// <summary>One colour of a garment, measured and named.</summary>
public sealed record NamedColour
{
    /// <summary>Creates a named colour.</summary>
    /// <param name="name">One of <see cref="ColourNames.All"/>.</param>
    /// <param name="hex">The measured colour as a web colour: "#1f2a4d".</param>
    /// <param name="share">The part of the garment that has this colour, 0 to 1.</param>
    /// <param name="shade">A finer name, such as "midnight blue".</param>
    /// <exception cref="ArgumentException">A value is not of the form or range described.</exception>
    public NamedColour(string name, string hex, double share, string shade)
    {
        if (!ColourNames.All.Contains(name))
        {
            throw new ArgumentException($"'{name}' is not one of the colour names.", nameof(name));
        }

        ArgumentNullException.ThrowIfNull(hex);
        if (hex.Length != 7 || hex[0] != '#'
            || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _))
        {
            throw new ArgumentException($"'{hex}' is not a colour such as #1f2a4d.", nameof(hex));
        }

        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(shade);
        (Name, Hex, Share, Shade) = (name, hex, share, shade);
    }

    /// <summary>One of the 14 basic names.</summary>
    public string Name { get; }

    /// <summary>The measured colour as a web colour, lower case: "#1f2a4d".</summary>
    public string Hex { get; }

    /// <summary>The part of the garment that has this colour, 0 to 1.</summary>
    public double Share { get; }

    /// <summary>A finer name: the nearest of the shades that go by the basic name.</summary>
    public string Shade { get; }
}
