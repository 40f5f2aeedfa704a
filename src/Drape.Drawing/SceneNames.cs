namespace Drape.Drawing;

/// <summary>The written names of shapes and patterns, as the garment reader gives them.</summary>
public static class SceneNames
{
    /// <summary>The written name of a shape, such as <c>t-shirt</c>.</summary>
    /// <param name="shape">A defined shape.</param>
    public static string Name(this GarmentShape shape) => shape switch
    {
        GarmentShape.TShirt => "t-shirt",
        GarmentShape.Shirt => "shirt",
        GarmentShape.LongSleeveTop => "long-sleeve-top",
        GarmentShape.Polo => "polo",
        GarmentShape.Hoodie => "hoodie",
        GarmentShape.Dress => "dress",
        GarmentShape.Trousers => "trousers",
        GarmentShape.Jeans => "jeans",
        GarmentShape.Shorts => "shorts",
        GarmentShape.Skirt => "skirt",
        GarmentShape.Jacket => "jacket",
        GarmentShape.Sweater => "sweater",
        GarmentShape.Hat => "hat",
        GarmentShape.Sneakers => "sneakers",
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, null),
    };

    /// <summary>The written name of a pattern, such as <c>striped</c>.</summary>
    /// <param name="pattern">A defined pattern.</param>
    public static string Name(this GarmentPattern pattern) => pattern switch
    {
        GarmentPattern.Solid => "solid",
        GarmentPattern.Striped => "striped",
        GarmentPattern.Plaid => "plaid",
        GarmentPattern.Floral => "floral",
        GarmentPattern.Dotted => "dotted",
        GarmentPattern.Graphic => "graphic",
        GarmentPattern.Geometric => "geometric",
        GarmentPattern.Camouflage => "camouflage",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, null),
    };

    /// <summary>The shape of a written name; false where no shape has that name.</summary>
    /// <param name="name">A name such as <c>t-shirt</c>, in lower case.</param>
    /// <param name="shape">The shape, where the answer is true.</param>
    public static bool TryShape(string name, out GarmentShape shape)
    {
        foreach (var candidate in Enum.GetValues<GarmentShape>())
        {
            if (candidate.Name() == name)
            {
                shape = candidate;
                return true;
            }
        }

        shape = default;
        return false;
    }

    /// <summary>The pattern of a written name; false where no pattern has that name.</summary>
    /// <param name="name">A name such as <c>striped</c>, in lower case.</param>
    /// <param name="pattern">The pattern, where the answer is true.</param>
    public static bool TryPattern(string name, out GarmentPattern pattern)
    {
        foreach (var candidate in Enum.GetValues<GarmentPattern>())
        {
            if (candidate.Name() == name)
            {
                pattern = candidate;
                return true;
            }
        }

        pattern = default;
        return false;
    }
}
