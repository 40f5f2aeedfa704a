namespace Drape.Store.Blobs;

/// <summary>Opens the store of pictures that the settings name.</summary>
public static class Blobs
{
    /// <summary>Opens the folder or the bucket. <see cref="IBlobStore.CheckAsync"/> asks the bucket.</summary>
    /// <param name="settings">The configuration's section <see cref="BlobSettings.Section"/>.</param>
    /// <param name="homeFolder">The folder for all that Drape keeps.</param>
    /// <exception cref="BlobException">The settings are wrong, or the folder cannot be used.</exception>
    public static IBlobStore Open(BlobSettings settings, string homeFolder) => settings switch
    {
        { Problem: { } problem } => throw new BlobException(BlobError.WrongSettings, problem),
        { Kind: BlobSettings.S3Kind } => S3Blobs.Open(settings.S3),
        _ => FolderBlobs.Open(Path.Combine(homeFolder, settings.Folder ?? "blobs")),
    };
}
