using Drape.Drawing.Figures;
using Drape.Imaging;

namespace Drape.Server.Demo;

/// <summary>
/// A look of the demo: what is drawn and what people say. Its style, its garments and its score are what the networks read of
/// the picture.
/// </summary>
/// <param name="DaysAgo">When it was posted, in days before the demo is drawn.</param>
/// <param name="Text">What its author says; of each author's looks no two say the same.</param>
sealed record DemoLook(int DaysAgo, string Text)
{
    const int Width = 720;
    const int Height = 1000;
    const int Quality = 90;

    /// <summary>What is worn between neck and ankles.</summary>
    public required Attire Attire { get; init; }

    /// <summary>The shoes.</summary>
    public required Worn<ShoeKind> Shoes { get; init; }

    /// <summary>What is worn over it; null for nothing.</summary>
    public Worn<OverKind>? Over { get; init; }

    /// <summary>What one arm does.</summary>
    public ArmKind Arm { get; init; }

    /// <summary>What is behind the person.</summary>
    public StreetKind Street { get; init; }

    /// <summary>Decides folds and every other accident.</summary>
    public required int Seed { get; init; }

    /// <summary>The names of those who like it.</summary>
    public IReadOnlyList<string> LikedBy { get; init; } = [];

    /// <summary>The names of those who keep it among their scraps.</summary>
    public IReadOnlyList<string> KeptBy { get; init; } = [];

    /// <summary>What is said to it, the first first.</summary>
    public IReadOnlyList<DemoComment> Comments { get; init; } = [];

    /// <summary>How long ago it was posted: at one hour or another, but no two looks change places by it.</summary>
    public TimeSpan Ago => TimeSpan.FromDays(DaysAgo) + TimeSpan.FromMinutes(Seed * 37 % 600);

    /// <summary>Draws it as a photo.</summary>
    /// <param name="figure">Who wears it.</param>
    public byte[] Photo(DemoFigure figure)
    {
        var drawn = FigurePainter.Paint(new FigureScene
        {
            Attire = Attire,
            Over = Over,
            Shoes = Shoes,
            Body = figure.Body,
            Arm = Arm,
            Skin = figure.Skin,
            Hair = figure.Hair,
            HairColour = figure.HairColour,
            Street = Street,
            Seed = Seed,
            Width = Width,
            Height = Height,
        });
        return PhotoEncoder.Encode(new PixelImage(drawn.Width, drawn.Height, drawn.Pixels), PhotoFormat.Jpeg, Quality);
    }
}

/// <summary>Something that is said to a look.</summary>
/// <param name="By">The name of who says it.</param>
/// <param name="Text">What is said.</param>
sealed record DemoComment(string By, string Text);
