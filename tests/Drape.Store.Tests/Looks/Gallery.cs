using System.Text;
using Drape.Colours;
using Drape.Imaging;
using Drape.Store.Blobs;
using Drape.Store.Looks;
using Drape.Store.Tests.Photos;
using Drape.Styles;

namespace Drape.Store.Tests.Looks;

/// <summary>Looks for tests.</summary>
static class Gallery
{
    public static LookLimits Limits { get; } = new(Looks: 100, LooksADay: 100, CommentsAnHour: 100, ReportsADay: 100);

    public static NewLook Look(LookVisibility visibility = LookVisibility.Public, string style = "casual", int score = 50,
        LookSection section = LookSection.Open, string? text = null, string photo = "photo") => new()
    {
        Picture = BlobKey.Of(Encoding.UTF8.GetBytes(photo)),
        Preview = BlobKey.Of(Encoding.UTF8.GetBytes(photo + ", small")),
        Reading = new PhotoReading
        {
            Photo = "look",
            Width = 480,
            Height = 640,
            Garments = [Album.Garment("blazer")],
            Style = new StyleReading
            {
                Stated = style, Top = [new StyleConfidence(style, 0.7), new StyleConfidence("street", 0.2)], Formality = 3, Warmth = 2,
            },
            Timings = new Dictionary<string, double>(),
            Models = new Dictionary<string, string>(),
        },
        Palette = [new NamedColour("navy", "#1f2a4d", 0.9, "a shade")],
        Score = score,
        Harmony = 0.8,
        Details = new LookDetails { Visibility = visibility, Section = section, Text = text },
    };
}
