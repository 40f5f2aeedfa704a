using System.Numerics;

namespace Drape.Drawing.Prints;

/// <summary>Colour that changes over the cloth.</summary>
internal interface IPrint
{
    /// <summary>The colour in linear light at a place of the cloth.</summary>
    /// <param name="p">Centimetres from the origin of the piece, across (x) and down (y).</param>
    /// <param name="softness">Width of an edge in centimetres: about one pixel.</param>
    Vector3 At(Vector2 p, float softness);
}
