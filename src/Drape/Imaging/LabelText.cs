using Drape.Native;

namespace Drape.Imaging;

/// <summary>Letters as coverage, drawn by libvips with the font that the build brings along.</summary>
static class LabelText
{
    static readonly Lazy<string> Font = new(() => PlainFont.Of(Path.Combine(NativeRuntime.Home, "label.woff")));

    // The comma ends the family's name, of which SemiBold is a part.
    const string Family = "Inter SemiBold,";

    /// <summary>One line of text.</summary>
    /// <param name="text">The words; markup characters are drawn as they are.</param>
    /// <param name="size">Height of the letters' em in pixels.</param>
    public static Mask Render(string text, int size) => Render(text, size, Family, Font.Value);

    /// <summary>The same with another of the fonts that the build brings along.</summary>
    /// <param name="text">The words; markup characters are drawn as they are.</param>
    /// <param name="size">Height of the letters' em in pixels.</param>
    /// <param name="font">The font's name.</param>
    /// <param name="file">Where it is.</param>
    public static Mask Render(string text, int size, string font, string file)
    {
        var operation = new VipsOperation("text");
        try
        {
            operation.Set("text", System.Security.SecurityElement.Escape(text));
            operation.Set("font", $"{font} {size}");
            operation.Set("fontfile", file);
            operation.Set("dpi", 72); // a point is a pixel
            operation.Build();
            using var image = operation.Image();
            return new Mask(image.Width, image.Height, image.ToBytes());
        }
        finally
        {
            operation.Dispose();
        }
    }
}
