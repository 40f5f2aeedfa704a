using System.Globalization;
using Drape.Cli.CommandLine;

namespace Drape.Cli.Evaluate;

/// <summary>Which rows of a table are measured.</summary>
/// <param name="Name">One of <see cref="Published"/> or <see cref="Own"/>.</param>
sealed record Split(string Name)
{
    /// <summary>The split that stands for every row.</summary>
    public const string All = "all";

    const string Train = "train";
    const string Validation = "validation";

    /// <summary>The splits of a table with a column for them.</summary>
    public static readonly string[] Published = [Train, Validation, "test", "extra", All];

    /// <summary>The splits of a table without: its recipes hold every tenth row out, by its number.</summary>
    public static readonly string[] Own = [Train, Validation, All];

    /// <summary>Whether a row with that entry in its split column belongs to it.</summary>
    public bool Has(string entry) => Name == All || Name == entry;

    /// <summary>Whether a row with that number belongs to it.</summary>
    /// <exception cref="WrongUseException">The identity is no number.</exception>
    public bool HasNumber(string identity) => Name == All
        || (long.TryParse(identity, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number % 10 == 7 == (Name == Validation)
            : throw new WrongUseException(
                $"Rows are split by their number, and '{identity}' is none. Leave --split away."));
}
