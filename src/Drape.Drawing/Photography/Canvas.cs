using System.Numerics;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Photography;

/// <summary>The light of every pixel while a picture is being drawn.</summary>
internal sealed class Canvas(int width, int height)
{
    private readonly Vector3[] light = new Vector3[width * height];

    public Window Window { get; } = new(0, 0, width, height);

    public ref Vector3 this[int x, int y] => ref light[y * width + x];

    /// <summary>Takes light away: at each pixel of the shade, the given share of it.</summary>
    public void Darken(Field shade, float strength)
    {
        var window = shade.Window.Within(Window);
        for (var y = window.Top; y < window.Bottom; y++)
        {
            for (var x = window.Left; x < window.Right; x++)
            {
                this[x, y] *= 1 - strength * shade[x, y];
            }
        }
    }
}
