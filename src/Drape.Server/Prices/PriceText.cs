using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Drape.Server.Prices;

/// <summary>
/// Reads amounts of money as shops and people write them: 39.90, 39,90, 1,299.00, 1.299,00, 1 299, €39.90, 39,000 KRW.
/// </summary>
static partial class PriceText
{
    static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["€"] = "EUR", ["$"] = "USD", ["£"] = "GBP", ["¥"] = "JPY", ["₩"] = "KRW", ["원"] = "KRW", ["₽"] = "RUB", ["₹"] = "INR",
    };

    /// <summary>The currencies of ISO 4217 that people pay with.</summary>
    static readonly FrozenSet<string> Codes = """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
        CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
        ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
        MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
        SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND
        VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether amounts of a currency are whole.</summary>
    public static bool IsWhole(string? currency) => currency is "KRW" or "JPY";

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
                currency = Signs.GetValueOrDefault(sign) ?? sign.ToUpperInvariant();
                if (!Codes.Contains(currency))
                {
                    return false;
                }
            }
        }

        return Plain(found.Groups["number"].Value) is { } plain && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out amount);
    }

    /// <summary>
    /// The number with a point for its decimals and nothing else. The last sign is the decimals' unless it stands
    /// before exactly three digits and no other kind of sign is there: 1,299 and 39.000 are thousands, 0.500 is not.
    /// Null where thousands are not parted by threes.
    /// </summary>
    static string? Plain(string number)
    {
        string digits = number.EndsWith(",-", StringComparison.Ordinal) || number.EndsWith(".-", StringComparison.Ordinal)
            ? number[..^2] : number;
        int last = digits.LastIndexOfAny(['.', ',']);
        bool mixed = digits.Contains('.') && digits.Contains(',');
        bool repeated = last >= 0 && digits.IndexOf(digits[last]) < last;
        bool decimals = last >= 0 && !repeated && (mixed || digits.Length - last - 1 != 3 || digits[..last] is "0" or "00");
        string whole = decimals ? digits[..last] : digits;
        return Groups().IsMatch(whole)
            ? Partings().Replace(whole, "") + (decimals ? "." + digits[(last + 1)..] : "") : null;
    }

    [GeneratedRegex(@"^(?<before>[\p{Sc}]|[A-Za-z]{3})?\s*(?<number>\d[\d\s'’.,]*\d|\d|\d[\d\s'’.,]*[.,]-)\s*(?<after>[\p{Sc}]|[A-Za-z]{3}|원)?$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\A\d{1,3}(?:[\s'’.,]\d{3})+\z|\A\d+\z")]
    private static partial Regex Groups();

    [GeneratedRegex(@"[\s'’.,]")]
    private static partial Regex Partings();
}
