using Drape.Drawing;
using Drape.Drawing.Figures;

namespace Drape.Samples;

/// <summary>Drawn people in whatever clothes: what training/rare.py asks that a parser go on reading as it did.</summary>
static class Passers
{
    static readonly int[] Skins = [0xF0CBB0, 0xE0B498, 0xC68E6A, 0x9A6846, 0x6B4630];
    static readonly int[] Hairs = [0x17130F, 0x2B1D14, 0x3E2A20, 0x6A4A30, 0x9A7448, 0xC8A468, 0x8A8A88, 0x7A3320];

    /// <summary>Somebody; the same number gives the same person.</summary>
    public static FigureScene Scene(int seed)
    {
        var chance = new Random(seed);
        return new FigureScene
        {
            Attire = chance.Next(4) == 0
                ? new InOnePiece(Cloth<DressKind>())
                : new Separates(Cloth<TopKind>(), Cloth<BelowKind>(), Tucked: chance.Next(2) == 0),
            Over = chance.Next(5) < 2 ? Cloth<OverKind>() : null,
            Shoes = Cloth<ShoeKind>(),
            Body = Any<BodyKind>(),
            Arm = Any<ArmKind>(),
            Skin = Of(Skins),
            Hair = Any<HairKind>(),
            HairColour = Of(Hairs),
            Street = Any<StreetKind>(),
            Seed = seed,
            Width = 352,
            Height = chance.Next(440, 560),
        };

        Worn<T> Cloth<T>()
            where T : struct, Enum => new(Any<T>(), Colour(), chance.Next(3) == 0 ? Any<GarmentPattern>() : GarmentPattern.Solid, Colour());

        // Cloth is dark, light or gray more often than bright.
        int Colour()
        {
            int light = chance.Next(20, 235), reach = chance.Next(3) == 0 ? 90 : 25;
            int Part() => Math.Clamp(light + chance.Next(-reach, reach + 1), 8, 247);
            return Part() << 16 | Part() << 8 | Part();
        }

        T Any<T>()
            where T : struct, Enum => Of(Enum.GetValues<T>());

        T Of<T>(T[] these) => these[chance.Next(these.Length)];
    }
}
