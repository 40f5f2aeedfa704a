using Drape.Imaging;

namespace Drape.Tests.Imaging;

/// <summary>libvips counts its memory for the whole process, so nothing else may decode meanwhile.</summary>
[CollectionDefinition(nameof(DecoderMemoryTests), DisableParallelization = true)]
[Collection(nameof(DecoderMemoryTests))]
public sealed class DecoderMemoryTests
{
    const int Rounds = 100;

    // libvips's own threads keep a buffer or two for a moment; a picture kept each round would be many times more.
    const long Slack = 1_000_000;

    [Fact]
    public void Decoding_gives_all_native_memory_back()
    {
        byte[] file = PhotoEncoder.Encode(Drawn.Quarters(600, 400), PhotoFormat.Jpeg);

        Assert.InRange(Growth(() => PhotoDecoder.Decode(file, 200)), long.MinValue, Slack);
    }

    [Fact]
    public void Refusing_a_photo_gives_all_native_memory_back()
    {
        byte[] file = PhotoEncoder.Encode(Drawn.Noisy(600, 400), PhotoFormat.Jpeg);

        long growth = Growth(() => Assert.Throws<PhotoException>(
            () => PhotoDecoder.Decode(file.AsSpan(0, file.Length / 2), 200)));

        Assert.InRange(growth, long.MinValue, Slack);
    }

    static long Growth(Action action)
    {
        action();
        long before = (long)Vips.vips_tracked_get_mem();
        for (int round = 0; round < Rounds; round++)
        {
            action();
        }

        return (long)Vips.vips_tracked_get_mem() - before;
    }
}
