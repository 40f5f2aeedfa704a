using Drape.Imaging;
using Drape.Styles;

namespace Drape.Server.Eva;

/// <summary>A style's activation map as a transparent picture to be laid over the photo.</summary>
static class HeatPicture
{
    /// <summary>Draws it in the photo's proportions.</summary>
    /// <param name="map">The photo's maps.</param>
    /// <param name="style">One of their styles.</param>
    /// <param name="width">The photo's width.</param>
    /// <param name="height">The photo's height.</param>
    /// <param name="side">Longer side of the result in pixels.</param>
    public static Overlay Of(StyleMap map, string style, int width, int height, int side)
    {
        double scale = (double)side / Math.Max(width, height);
        return Overlay.Glow(map.Heat(style, map.Width, map.Height),
            Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
    }
}
