namespace Drape.Store.Blobs;

/// <summary>Where pictures are kept: the configuration's section <c>Blobs</c>.</summary>
public sealed record BlobSettings
{
    /// <summary>The configuration's section.</summary>
    public const string Section = "Blobs";

    /// <summary>The <see cref="Kind"/> of a folder.</summary>
    public const string FolderKind = "folder";

    /// <summary>The <see cref="Kind"/> of S3-compatible storage.</summary>
    public const string S3Kind = "s3";

    /// <summary><c>folder</c> or <c>s3</c>.</summary>
    public string Kind { get; init; } = FolderKind;

    /// <summary>The folder; one that is not absolute lies in the home folder, <c>blobs</c> if null.</summary>
    public string? Folder { get; init; }

    /// <summary>The bucket, where <see cref="Kind"/> is <c>s3</c>.</summary>
    public S3Settings S3 { get; init; } = new();

    /// <summary>What is wrong and what would be right, as a sentence; null if the settings can be used.</summary>
    public string? Problem => Kind switch
    {
        FolderKind => Folder is null || Folder.Trim().Length > 0
            ? null : "Blobs:Folder is empty; name a folder, or leave it out for the one in the home folder.",
        S3Kind => S3.Problem,
        _ => $"Blobs:Kind is '{Kind}'; it can be '{FolderKind}' or '{S3Kind}'.",
    };
}
