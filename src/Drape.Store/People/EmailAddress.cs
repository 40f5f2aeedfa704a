using System.Text;
using System.Text.RegularExpressions;

namespace Drape.Store.People;

/// <summary>The rule for an e-mail address, and how two of them are compared.</summary>
public static partial class EmailAddress
{
    const int Longest = 254;

    /// <summary>
    /// Whether something can be sent there at all: one @, something before it and a host after it, no spaces, at most 254
    /// characters. Whether somebody reads it only a letter tells.
    /// </summary>
    public static bool IsRight(string? address) => address is { Length: <= Longest } && Rule().IsMatch(address);

    /// <summary>The form in which addresses are compared: without regard to capital letters and ways of composing.</summary>
    internal static string Key(string address) => address.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    [GeneratedRegex(@"\A[^\s@<>,;:""\\]{1,64}@[^\s@<>,;:""\\.]+(\.[^\s@<>,;:""\\.]+)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
