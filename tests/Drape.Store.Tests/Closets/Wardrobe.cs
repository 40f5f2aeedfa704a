using System.Text;
using Drape.Colours;
using Drape.Store.Blobs;
using Drape.Store.Closets;
using Drape.Store.Tests.Photos;

namespace Drape.Store.Tests.Closets;

/// <summary>Pieces for tests.</summary>
static class Wardrobe
{
    public const string Network = "reader-2026-11@0123456789ab";

    public static NewClosetItem Piece(string type = "t-shirt", string colour = "navy", string pattern = "solid",
        string hex = "#1f2a4d", string? name = null) => new()
    {
        Picture = BlobKey.Of(Encoding.UTF8.GetBytes($"{type} {colour} {pattern} {name}")),
        Photo = BlobKey.Of(Encoding.UTF8.GetBytes("photo")),
        Details = new ClosetDetails { Type = type, Colour = colour, Pattern = pattern, Name = name },
        Colours = [new NamedColour(colour, hex, 0.9, "a shade")],
        Reading = Album.Garment(type, colour, pattern: pattern),
        Network = Network,
        Embedding = [(Half)0.6f, (Half)0.8f],
    };
}
