using Drape.Store;
using Drape.Store.Blobs;

namespace Drape.Server.Tests;

/// <summary>A folder for what is kept, for several servers one after the other; removed at the end.</summary>
sealed class TemporaryHome : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("drape-home-").FullName;

    /// <summary>Opens what is kept there, as the command does.</summary>
    public Task<DrapeStore> OpenAsync() => DrapeStore.OpenAsync(new StoreSettings { Home = Path }, new BlobSettings());

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
