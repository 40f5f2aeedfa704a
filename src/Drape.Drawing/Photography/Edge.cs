namespace Drape.Drawing.Photography;

/// <summary>Turns a blurred coverage into the rounded rise of an edge.</summary>
internal static class Edge
{
    /// <summary>From 0 in a square corner over about a half at a straight side to 1 well inside.</summary>
    /// <param name="blurred">Blurred coverage, 0 to 1: a quarter in a square corner, a half at a straight side.</param>
    public static float Rise(float blurred)
    {
        var inside = Math.Clamp((blurred - 0.25f) / 0.75f, 0, 1);
        return inside * (2 - inside);
    }
}
