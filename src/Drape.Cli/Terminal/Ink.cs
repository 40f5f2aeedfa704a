using System.Globalization;

namespace Drape.Cli.Terminal;

/// <summary>Colours words for the terminal; without colours the words stay as they are.</summary>
/// <remarks>
/// Written by hand because a photo's answer should stand there in less than half a second, and loading a library for
/// two escape sequences takes a good part of that.
/// </remarks>
sealed class Ink(ColourDepth depth)
{
    const string Reset = "\e[0m";

    /// <summary>The house's accent (oxblood, lightened for dark grounds) for what matters most.</summary>
    public string Accent(string text) =>
        depth == ColourDepth.None ? text : $"\e[1m{Foreground(0xC7, 0x5B, 0x6B)}{text}{Reset}";

    /// <summary>For what matters less.</summary>
    public string Muted(string text) => depth == ColourDepth.None ? text : $"\e[2m{text}{Reset}";

    /// <summary>A patch of a measured colour with a space after it; nothing where colours cannot be shown.</summary>
    /// <param name="hex">Such as "#1f2a4d".</param>
    public string Swatch(string hex)
    {
        if (depth == ColourDepth.None)
        {
            return "";
        }

        int value = int.Parse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return $"{Foreground(value >> 16, (value >> 8) & 0xFF, value & 0xFF)}██{Reset} ";
    }

    string Foreground(int red, int green, int blue) => depth == ColourDepth.True
        ? $"\e[38;2;{red};{green};{blue}m"
        : $"\e[38;5;{Nearest(red, green, blue)}m";

    /// <summary>The nearest of xterm's 6x6x6 cube and its 24 grays.</summary>
    static int Nearest(int red, int green, int blue)
    {
        int Step(int value) => value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;
        int Value(int step) => step == 0 ? 0 : 55 + 40 * step;
        int Far(int r, int g, int b) => (r - red) * (r - red) + (g - green) * (g - green) + (b - blue) * (b - blue);

        int r = Step(red), g = Step(green), b = Step(blue);
        int gray = Math.Clamp(((red + green + blue) / 3 - 3) / 10, 0, 23), level = 8 + 10 * gray;
        return Far(level, level, level) < Far(Value(r), Value(g), Value(b)) ? 232 + gray : 16 + 36 * r + 6 * g + b;
    }
}
