using System.Globalization;
using Drape.Imaging;

namespace Drape.Cards;

/// <summary>Round things on a card, smooth at their edges.</summary>
static class CardRing
{
    /// <summary>A ring of which a share, clockwise from the top, is filled.</summary>
    public static void Paint(PixelImage card, int x, int y, int radius, int thick, float share, byte[] colour, byte[] rest)
    {
        for (int down = -radius - 1; down <= radius + 1; down++)
        {
            for (int across = -radius - 1; across <= radius + 1; across++)
            {
                float distance = MathF.Sqrt((across * across) + (down * down));
                float inside = Math.Clamp(radius - distance + 0.5f, 0, 1) * Math.Clamp(distance - radius + thick + 0.5f, 0, 1);
                if (inside > 0)
                {
                    float angle = MathF.Atan2(across, -down) / MathF.Tau;
                    Pen.Blend(card[x + across, y + down], (angle < 0 ? angle + 1 : angle) < share ? colour : rest, inside);
                }
            }
        }
    }

    /// <summary>A strip with round ends and a hairline around it.</summary>
    /// <param name="card">Drawn on.</param>
    /// <param name="left">Where it begins.</param>
    /// <param name="top">Where it begins.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="colours">R, G, B of each column.</param>
    /// <param name="edge">R, G, B of the hairline.</param>
    public static void Pill(PixelImage card, int left, int top, int width, int height, byte[] colours, byte[] edge)
    {
        float radius = height / 2f;
        for (int y = -1; y <= height; y++)
        {
            for (int x = -1; x <= width; x++)
            {
                float across = x + 0.5f - Math.Clamp(x + 0.5f, radius, width - radius), down = y + 0.5f - radius;
                float depth = radius - MathF.Sqrt((across * across) + (down * down));
                Pen.Blend(card[left + x, top + y], edge, Math.Clamp(depth + 1.5f, 0, 1));
                Pen.Blend(card[left + x, top + y], colours.AsSpan(Math.Clamp(x, 0, width - 1) * 3, 3), Math.Clamp(depth + 0.5f, 0, 1));
            }
        }
    }

    /// <summary>R, G, B of a web colour.</summary>
    public static byte[] Rgb(string hex)
    {
        int value = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return [(byte)(value >> 16), (byte)(value >> 8), (byte)value];
    }
}
