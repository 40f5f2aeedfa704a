using System.Numerics;

namespace Drape.Drawing.Grounds;

/// <summary>What lies behind a garment.</summary>
internal interface IGround
{
    /// <summary>Strength of its highlights, 0 to 0.3.</summary>
    float Gloss { get; }

    /// <summary>Colour in linear light and height in centimetres at a place of the plane, in centimetres.</summary>
    /// <param name="p">Centimetres from the middle of the picture.</param>
    /// <param name="softness">Width of an edge in centimetres: about one pixel.</param>
    (Vector3 Colour, float Height) At(Vector2 p, float softness);
}
