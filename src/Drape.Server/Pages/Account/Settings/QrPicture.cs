using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Drape.Server.Pages.Account.Settings;

/// <summary>A QR code as SVG: QRCoder says which squares are dark, and each row of them is drawn as one line.</summary>
static class QrPicture
{
    /// <summary>Draws a text.</summary>
    /// <param name="text">What a phone is to read.</param>
    /// <param name="label">What screen readers say of the picture.</param>
    public static HtmlString Of(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (int y = 0; y < rows.Count; y++)
        {
            for (int x = 0; x < rows[y].Length; x++)
            {
                int start = x;
                while (x < rows[y].Length && rows[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        // Dark on light in any appearance: that is what cameras look for.
        return new HtmlString(string.Create(CultureInfo.InvariantCulture,
            $"""<svg class="qr" viewBox="0 0 {rows.Count} {rows.Count}" role="img" aria-label="{HtmlEncoder.Default.Encode(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path fill="#1E1B18" d="{path}"/></svg>"""));
    }
}
