using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Drape.Cli.CommandLine;

/// <summary>Options that take a number: a wrong one is refused with the sentence that says what would be right.</summary>
static class NumberOption
{
    /// <summary>An option that takes a number of a range.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="least">The lowest number.</param>
    /// <param name="most">The highest number; null where there is none.</param>
    public static Option<T?> Create<T>(string name, string description, T least, T? most = null)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                if (result.Tokens is [{ Value: var given }]
                    && T.TryParse(given, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
                    && number >= least && (most is null || number <= most))
                {
                    return number;
                }

                string range = most is null ? $"from {least}" : $"from {least} to {most}";
                result.AddError(string.Create(CultureInfo.InvariantCulture,
                    $"{name} takes a {(T.IsInteger(least) && typeof(T) == typeof(int) ? "whole number" : "number")} {range}."));
                return null;
            },
        };
}
