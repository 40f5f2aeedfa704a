// Draws the sample photos:         dotnet run --project samples/Drape.Samples -c Release -- samples
// and people for training/rare.py: dotnet run --project samples/Drape.Samples -c Release -- passers FOLDER COUNT
using System.Globalization;
using Drape.Drawing;
using Drape.Drawing.Figures;
using Drape.Imaging;
using Drape.Samples;

if (args is ["passers", var passers, var count])
{
    Directory.CreateDirectory(passers);
    for (int seed = 1; seed <= int.Parse(count, CultureInfo.InvariantCulture); seed++)
    {
        await Write(Path.Combine(passers, $"{seed:0000}.jpg"), FigurePainter.Paint(Passers.Scene(seed)));
    }

    return;
}

string folder = args.Length == 1 ? args[0] : "samples";
Directory.CreateDirectory(folder);
foreach (var (name, draw) in SampleScenes.All)
{
    string path = Path.Combine(folder, name + ".jpg");
    await Write(path, draw());
    Console.WriteLine($"{path}  {new FileInfo(path).Length / 1024} KiB");
}

static Task Write(string path, DrawnPicture drawn) => File.WriteAllBytesAsync(
    path, PhotoEncoder.Encode(new PixelImage(drawn.Width, drawn.Height, drawn.Pixels), PhotoFormat.Jpeg, quality: 88));
