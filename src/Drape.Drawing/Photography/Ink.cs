using System.Numerics;
using Drape.Drawing.Geometry;

namespace Drape.Drawing.Photography;

/// <summary>Colour laid over cloth by seams and threads, with how much of it.</summary>
internal sealed class Ink(Window window)
{
    private readonly Vector4[] laid = new Vector4[window.Width * window.Height];

    /// <summary>Lays a colour in linear light over what is there.</summary>
    public void Lay(int x, int y, Vector3 colour, float share)
    {
        ref var here = ref laid[(y - window.Top) * window.Width + x - window.Left];
        here = here * (1 - share) + new Vector4(colour, 1) * share;
    }

    public Vector3 Over(Vector3 cloth, int x, int y)
    {
        var here = laid[(y - window.Top) * window.Width + x - window.Left];
        return cloth * (1 - here.W) + new Vector3(here.X, here.Y, here.Z);
    }
}
