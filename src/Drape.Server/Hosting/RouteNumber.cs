using System.Globalization;

namespace Drape.Server.Hosting;

/// <summary>A number as it stands in an address.</summary>
static class RouteNumber
{
    /// <summary>The number; 0, which nothing has, for a text that is none.</summary>
    public static long Of(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;
}
