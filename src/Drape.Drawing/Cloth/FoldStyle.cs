namespace Drape.Drawing.Cloth;

/// <summary>How a piece of cloth lies.</summary>
/// <param name="Angle">Direction in which the long folds run, in radians from straight down, clockwise.</param>
/// <param name="Wavelength">Distance between long folds in centimetres.</param>
/// <param name="Stretch">How many times longer than wide folds are, 1 or more.</param>
/// <param name="Height">Height of the long folds in centimetres.</param>
/// <param name="Crumple">Height of the small crisp wrinkles in centimetres.</param>
internal readonly record struct FoldStyle(
    float Angle, float Wavelength, float Stretch, float Height, float Crumple)
{
    public static FoldStyle None { get; } = new(0, 1, 1, 0, 0);

    /// <summary>The same cloth on a hanger: its weight draws the folds long and straight down.</summary>
    public FoldStyle Hung() => this with
    {
        Angle = Angle * 0.3f,
        Stretch = Stretch * 1.8f,
        Height = Height * 1.2f,
        Crumple = Crumple * 0.6f,
    };
}
