using System.Globalization;
using System.Text.RegularExpressions;

namespace Drape.Server.Catalogs.Import;

/// <summary>
/// Reads amounts of money as shops write them: 39.90, 39,90, 1,299.00, 1.299,00, 1 299, €39.90, 39,000 KRW.
/// </summary>
static partial class PriceText
{
    static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["€"] = "EUR", ["$"] = "USD", ["£"] = "GBP", ["¥"] = "JPY", ["₩"] = "KRW", ["원"] = "KRW", ["₽"] = "RUB", ["₹"] = "INR",
    };

    /// <summary>The amount, and the currency where the text names one.</summary>
    /// <returns>False where the text is no amount.</returns>
    public static bool TryRead(string text, out decimal amount, out string? currency)
    {
        (amount, currency) = (0, null);
        var found = Shape().Match(text.Trim());
        if (!found.Success)
        {
            return false;
        }

        foreach (string group in new[] { "before", "after" })
        {
            string sign = found.Groups[group].Value.Trim();
            if (sign.Length > 0)
            {
                currency = Signs.GetValueOrDefault(sign) ?? (sign.Length == 3 ? sign.ToUpperInvariant() : currency);
            }
        }

        return decimal.TryParse(Plain(found.Groups["number"].Value), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out amount);
    }

    /// <summary>
    /// The number with a point for its decimals and nothing else. The last sign is the decimals' unless it stands
    /// before exactly three digits and no other kind of sign is there: 1,299 and 39.000 are thousands.
    /// </summary>
    static string Plain(string number)
    {
        string digits = Blanks().Replace(number, "");
        int last = digits.LastIndexOfAny(['.', ',']);
        if (last < 0)
        {
            return digits;
        }

        bool mixed = digits.Contains('.') && digits.Contains(',');
        bool repeated = digits.IndexOf(digits[last]) < last;
        bool decimals = mixed || (!repeated && digits.Length - last - 1 != 3);
        string whole = digits[..(decimals ? last : digits.Length)].Replace(".", "").Replace(",", "");
        return decimals ? $"{whole}.{digits[(last + 1)..]}" : whole;
    }

    [GeneratedRegex(@"^(?<before>[\p{Sc}]|[A-Za-z]{3})?\s*(?<number>\d[\d\s'’.,]*\d|\d)\s*(?<after>[\p{Sc}]|[A-Za-z]{3}|원)?$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"[\s'’]")]
    private static partial Regex Blanks();
}
