namespace Drape.Drawing;

/// <summary>The light in the room.</summary>
/// <param name="Warmth">Colour cast from -1 (cold, bluish) over 0 (neutral) to 1 (warm, yellowish).</param>
/// <param name="Intensity">Exposure: 1 is a well-lit room; sensible from 0.4 to 1.6.</param>
public readonly record struct SceneLight(float Warmth, float Intensity)
{
    /// <summary>Neutral daylight in a well-lit room.</summary>
    public static SceneLight Daylight { get; } = new(0f, 1f);
}
