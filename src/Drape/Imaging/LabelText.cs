using Drape.Native;

namespace Drape.Imaging;

/// <summary>Letters as coverage, drawn by libvips with the font that the build brings along.</summary>
static class LabelText
{
    static readonly string Font = Path.Combine(NativeRuntime.Home, "label.woff");

    /// <summary>One line of text.</summary>
    /// <param name="text">The words; markup characters are drawn as they are.</param>
    /// <param name="size">Height of the letters' em in pixels.</param>
    public static Mask Render(string text, int size)
    {
        var operation = new VipsOperation("text");
        try
        {
            operation.Set("text", System.Security.SecurityElement.Escape(text));
            operation.Set("font", $"Inter SemiBold {size}");
            operation.Set("fontfile", Font);
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
