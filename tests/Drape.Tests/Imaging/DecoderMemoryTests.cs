using Drape.Imaging;

namespace Drape.Tests.Imaging;

/// <summary>libvips counts its memory for the whole process, so nothing else may decode meanwhile.</summary>
[CollectionDefinition(nameof(DecoderMemoryTests), DisableParallelization = true)]
[Collection(nameof(DecoderMemoryTests))]
public sealed class DecoderMemoryTests
{
    [Fact]
    public void Decoding_gives_all_native_memory_back()
    {
        byte[] file = PhotoEncoder.Encode(Drawn.Quarters(600, 400), PhotoFormat.Jpeg);
        PhotoDecoder.Decode(file, 100);
        nuint before = Vips.vips_tracked_get_mem();

        for (int i = 0; i < 20; i++)
        {
            PhotoDecoder.Decode(file, 100);
        }

        Assert.Equal(before, Vips.vips_tracked_get_mem());
    }

    [Fact]
    public void Refusing_a_photo_gives_all_native_memory_back()
    {
        byte[] file = PhotoEncoder.Encode(Drawn.Noisy(600, 400), PhotoFormat.Jpeg);
        nuint before = Vips.vips_tracked_get_mem();

        for (int i = 0; i < 20; i++)
        {
            Assert.Throws<PhotoException>(() => PhotoDecoder.Decode(file.AsSpan(0, file.Length / 2), 100));
        }

        Assert.Equal(before, Vips.vips_tracked_get_mem());
    }
}
