using Drape.Colours;
using Drape.Imaging;
using Drape.Store.Blobs;
using Drape.Store.Closets;

namespace Drape.Server.Tests.Closets;

/// <summary>Pieces that no photo was read for.</summary>
static class Wardrobe
{
    public static NewClosetItem Piece { get; } = Of(new ClosetDetails { Type = "t-shirt", Colour = "navy", Pattern = "solid" });

    public static NewClosetItem Of(ClosetDetails details) => new()
    {
        Picture = BlobKey.Of("picture"u8),
        Details = details,
        Colours = [new NamedColour(details.Colour, "#1f2a4d", 1, "a shade")],
        Reading = new Garment
        {
            Type = details.Type,
            Confidence = 0.9,
            Box = new PixelBox(0, 0, 10, 10),
            Colour = details.Colour,
            ColourConfidence = 0.9,
            Colours = [],
            Pattern = details.Pattern,
            PatternConfidence = 0.9,
            Alternatives = [],
        },
        Network = "test",
        Embedding = [(Half)1f],
    };
}
