// Draws the sample photos: dotnet run --project samples/Drape.Samples -c Release -- samples
using Drape.Imaging;
using Drape.Samples;

string folder = args.Length == 1 ? args[0] : "samples";
Directory.CreateDirectory(folder);
foreach (var (name, draw) in SampleScenes.All)
{
    var drawn = draw();
    var image = new PixelImage(drawn.Width, drawn.Height, drawn.Pixels);
    string path = Path.Combine(folder, name + ".jpg");
    await File.WriteAllBytesAsync(path, PhotoEncoder.Encode(image, PhotoFormat.Jpeg, quality: 88));
    Console.WriteLine($"{path}  {new FileInfo(path).Length / 1024} KiB");
}
