using Drape.Native;

namespace Drape.Tests.Native;

public sealed class ElfFileTests : IDisposable
{
    readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_library_that_was_cut_off_is_noticed_before_it_is_loaded()
    {
        byte[] library = Library(sections: 4, length: 1000);

        File.WriteAllBytes(_path, library);
        Assert.False(ElfFile.EndsEarly(_path));

        File.WriteAllBytes(_path, library[..900]);
        Assert.True(ElfFile.EndsEarly(_path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a library at all, but longer than the sixty-four bytes of a header")]
    public void What_is_no_library_is_left_to_the_loader(string content)
    {
        File.WriteAllText(_path, content);

        Assert.False(ElfFile.EndsEarly(_path));
    }

    [Fact]
    public void The_libraries_that_the_build_fetched_are_whole() =>
        Assert.All(Directory.GetFiles(NativeRuntime.Home, "*.so"), path => Assert.False(ElfFile.EndsEarly(path)));

    /// <summary>A 64-bit ELF header whose section table ends with the file.</summary>
    static byte[] Library(ushort sections, int length)
    {
        const int entry = 64;
        byte[] file = new byte[length];
        ((byte[])[0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]).CopyTo(file, 0);
        BitConverter.GetBytes((long)(length - sections * entry)).CopyTo(file, 40);
        BitConverter.GetBytes((ushort)entry).CopyTo(file, 58);
        BitConverter.GetBytes(sections).CopyTo(file, 60);
        return file;
    }
}
