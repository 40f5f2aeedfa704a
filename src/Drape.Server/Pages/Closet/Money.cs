using System.Globalization;
using Drape.Server.Prices;

namespace Drape.Server.Pages.Closet;

/// <summary>Amounts of money as pages write them.</summary>
static class Money
{
    static readonly Dictionary<string, string> Signs = new()
    {
        ["EUR"] = "€", ["USD"] = "$", ["GBP"] = "£", ["KRW"] = "₩", ["JPY"] = "¥",
    };

    /// <summary>As "€39.90", "₩59,000" or "120 SEK".</summary>
    public static string Text(decimal amount, string? currency)
    {
        string number = amount.ToString(
            PriceText.IsWhole(currency) ? "#,0" : amount == decimal.Truncate(amount) ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);
        return currency is null ? number : Signs.TryGetValue(currency, out string? sign) ? sign + number : $"{number} {currency}";
    }
}
