using Drape.Drawing;
using Drape.Imaging;
using Drape.Server.Tests.Eva;
using Microsoft.Playwright;

namespace Drape.Browser.Tests;

/// <summary>Files to upload.</summary>
static class Drawings
{
    static readonly Lazy<PixelImage> Drawn = new(() =>
    {
        var picture = Painter.Paint(new GarmentScene
        {
            Shape = GarmentShape.TShirt,
            Pattern = GarmentPattern.Striped,
            Width = 480,
            Height = 640,
        });
        return new PixelImage(picture.Width, picture.Height, picture.Pixels);
    });

    /// <summary>A striped t-shirt of 480x640 pixels, or that many times as large.</summary>
    public static FilePayload Shirt(string name = "shirt.jpg", int times = 1, int orientation = 1) =>
        File(name, PhotoEncoder.Encode(Enlarge(Drawn.Value, times), PhotoFormat.Jpeg, orientation: orientation));

    /// <summary>Blue jeans.</summary>
    public static FilePayload Jeans()
    {
        var picture = Painter.Paint(new GarmentScene
        {
            Shape = GarmentShape.Jeans,
            Pattern = GarmentPattern.Solid,
            Colour = 0x3A5580,
            Width = 240,
            Height = 320,
        });
        return File("jeans.jpg", PhotoEncoder.Encode(
            new PixelImage(picture.Width, picture.Height, picture.Pixels), PhotoFormat.Jpeg));
    }

    /// <summary>What a photo is called in which the engine sees an outfit: see <see cref="Look"/>.</summary>
    public const string LookName = "look.jpg";

    /// <summary>A navy blazer, white jeans and something that may be a belt or a scarf.</summary>
    public static DressedLook Look() => DressedLook.Smart()
        .Wearing("unclear", "brown", "#6b4a32", 0.3, alternatives: ["belt", "scarf"]);

    /// <summary>What a photo is called in which the engine sees what no type is clear of: see <see cref="Things"/>.</summary>
    public const string ThingsName = "things.jpg";

    /// <summary>A wallet, for which there is no type, and shoes that may be boots or sneakers.</summary>
    public static DressedLook Things() => new DressedLook()
        .Wearing("unclear", "black", "#181818", 0.3, person: null, alternatives: ["underwear", "hat"], article: "Wallets", kind: "Wallets")
        .Wearing("unclear", "white", "#f0efec", 0.22, person: null, alternatives: ["boots", "sneakers"], either: 0.4, kind: "Shoes");

    /// <summary>A photo of 480x640 pixels in which the engine sees that outfit.</summary>
    public static FilePayload Outfit() => Shirt(LookName);

    public static FilePayload Words(string name = "notes.jpg") => File(name, "Not a picture at all."u8.ToArray());

    static FilePayload File(string name, byte[] bytes) =>
        new() { Name = name, MimeType = "image/jpeg", Buffer = bytes };

    static PixelImage Enlarge(PixelImage picture, int times)
    {
        if (times == 1)
        {
            return picture;
        }

        var large = new PixelImage(picture.Width * times, picture.Height * times,
            new byte[picture.Pixels.Length * times * times]);
        for (int y = 0; y < large.Height; y++)
        {
            for (int x = 0; x < large.Width; x++)
            {
                picture[x / times, y / times].CopyTo(large[x, y]);
            }
        }

        return large;
    }
}
