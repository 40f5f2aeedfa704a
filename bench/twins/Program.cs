using System.Formats.Tar;
using System.Globalization;
using System.Numerics.Tensors;
using Drape;
using Drape.Drawing;
using Drape.Imaging;
using Drape.Inference;
using Drape.Twins;

// dotnet run --project bench/twins -c Release -- [--data DIR] [--photos N]
// When are two pictures of one piece? Draws pieces twice (other folds, ground, light and camera) and takes photos of closets
// again, and counts by threshold how many second pictures come near their first, and how many of other pieces do.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string data = args.SkipWhile(a => a != "--data").Skip(1).FirstOrDefault() ?? Path.Combine("..", "shared", "data");
int most = int.Parse(args.SkipWhile(a => a != "--photos").Skip(1).FirstOrDefault() ?? "300", CultureInfo.InvariantCulture);
const int Closet = 100; // other pieces that a piece is compared with

using var catalog = ModelCatalog.Open();
var analyzer = new PhotoAnalyzer(catalog, ThreadPolicy.OnePhoto);
float[]? Embed(byte[] file) => analyzer.Inspect(file, "", style: false).Findings.Garments is [var garment, ..] ? garment.Embedding : null;
var chance = new Random(20261121);

Report("drawn, taken again", Pairs(Drawn()));
string tar = Path.Combine(data, "closet.tar");
if (File.Exists(tar))
{
    Report("closet photos, taken again", Pairs(Photos(tar)));
}
else
{
    Console.WriteLine($"There is no {tar}: give the folder with --data.");
}

List<(float[] First, float[] Second)> Pairs(IEnumerable<(byte[] First, byte[] Second)> pictures) =>
[
    .. pictures.Take(most).Select(p => (First: Embed(p.First), Second: Embed(p.Second)))
        .Where(p => p.First is not null && p.Second is not null).Select(p => (p.First!, p.Second!)),
];

IEnumerable<(byte[], byte[])> Drawn()
{
    int[] colours = [0x1F2A4D, 0xF2F0EA, 0x1C1B1D, 0x8A2B34, 0x55724E, 0xC9A227, 0x6C7F95, 0xB9A98F, 0x7A4F9A, 0xD98AA0];
    var grounds = Enum.GetValues<GroundKind>();
    foreach (var shape in Enum.GetValues<GarmentShape>())
    {
        foreach (var pattern in (GarmentPattern[])[GarmentPattern.Solid, GarmentPattern.Striped, GarmentPattern.Plaid])
        {
            foreach (int colour in colours)
            {
                var scene = new GarmentScene
                {
                    Shape = shape, Pattern = pattern, Colour = colour, Width = 480, Height = 640,
                    Seed = chance.Next(), Ground = grounds[chance.Next(grounds.Length)],
                };
                if (chance.Next(420) < most)
                {
                    yield return (Encode(scene), Encode(scene with
                    {
                        Seed = chance.Next(), Ground = grounds[chance.Next(grounds.Length)],
                        Light = new SceneLight((float)chance.NextDouble() - 0.5f, 0.85f + 0.3f * (float)chance.NextDouble()),
                    }));
                }
            }
        }
    }
}

static byte[] Encode(GarmentScene scene)
{
    var drawn = Painter.Paint(scene);
    return PhotoEncoder.Encode(new PixelImage(drawn.Width, drawn.Height, drawn.Pixels), PhotoFormat.Jpeg);
}

IEnumerable<(byte[], byte[])> Photos(string path)
{
    using var archive = new TarReader(File.OpenRead(path));
    while (archive.GetNextEntry() is { } entry)
    {
        if (entry.DataStream is { } stream && entry.Name.EndsWith(".jpg", StringComparison.Ordinal))
        {
            using var file = new MemoryStream();
            stream.CopyTo(file);
            if (chance.Next(8) == 0)
            {
                yield return (file.ToArray(), Retaken.Of(PhotoDecoder.Decode(file.ToArray(), 1024).Pixels, chance));
            }
        }
    }
}

void Report(string name, List<(float[] First, float[] Second)> pairs)
{
    Console.WriteLine($"{name}: {pairs.Count} pieces");
    float[] same = [.. pairs.Select(p => TensorPrimitives.CosineSimilarity<float>(p.First, p.Second))];
    // The nearest of so many others, for each second picture: what would be asked about wrongly.
    float[] nearest = [.. pairs.Select((p, i) => Enumerable.Range(0, pairs.Count).Where(j => j != i)
        .OrderBy(_ => chance.Next()).Take(Closet).Max(j => TensorPrimitives.CosineSimilarity<float>(p.Second, pairs[j].First)))];
    Console.WriteLine($"  {"threshold",9} {"noticed",8} {"asked wrongly",14}");
    for (float threshold = 0.60f; threshold < 0.97f; threshold += 0.05f)
    {
        Console.WriteLine($"  {threshold,9:0.00} {same.Count(c => c >= threshold) / (double)same.Length,8:0.000} "
            + $"{nearest.Count(c => c >= threshold) / (double)nearest.Length,14:0.000}");
    }
}
