using Drape.Store.Blobs;
using Microsoft.Extensions.Configuration;

namespace Drape.Store.Tests.Blobs;

public sealed class BlobSettingsTests : IDisposable
{
    static readonly S3Settings Bucket = new()
    {
        Endpoint = "https://storage.googleapis.com",
        Bucket = "pictures",
        AccessKey = "GOOG1EXAMPLE",
        SecretKey = "secret",
    };

    readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Without_settings_pictures_lie_in_the_home_folder()
    {
        using var store = Store.Blobs.Blobs.Open(new BlobSettings(), _home.Path);

        Assert.IsType<FolderBlobs>(store);
        Assert.True(Directory.Exists(_home["blobs"]));
    }

    [Fact]
    public void A_folder_that_is_not_absolute_lies_in_the_home_folder()
    {
        Store.Blobs.Blobs.Open(new BlobSettings { Folder = "pictures" }, _home["home"]).Dispose();

        Assert.True(Directory.Exists(_home["home", "pictures"]));
    }

    [Fact]
    public void An_absolute_folder_is_taken_as_it_is()
    {
        Store.Blobs.Blobs.Open(new BlobSettings { Folder = _home["elsewhere"] }, _home["home"]).Dispose();

        Assert.True(Directory.Exists(_home["elsewhere"]));
        Assert.False(Directory.Exists(_home["home"]));
    }

    [Fact]
    public void Every_setting_is_read_from_the_configuration()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Blobs:Kind"] = "s3",
            ["Blobs:Folder"] = "/pictures",
            ["Blobs:S3:Endpoint"] = "http://127.0.0.1:9000",
            ["Blobs:S3:Bucket"] = "pictures",
            ["Blobs:S3:Region"] = "auto",
            ["Blobs:S3:AccessKey"] = "key",
            ["Blobs:S3:SecretKey"] = "secret",
            ["Blobs:S3:Prefix"] = "drape",
            ["Blobs:S3:Timeout"] = "00:00:20",
            ["Blobs:S3:Tries"] = "3",
        }).Build().GetSection(BlobSettings.Section).Get<BlobSettings>()!;

        Assert.Null(settings.Problem);
        Assert.Equal(new BlobSettings
        {
            Kind = "s3",
            Folder = "/pictures",
            S3 = new S3Settings
            {
                Endpoint = "http://127.0.0.1:9000", Bucket = "pictures", Region = "auto", AccessKey = "key",
                SecretKey = "secret", Prefix = "drape", Timeout = TimeSpan.FromSeconds(20), Tries = 3,
            },
        }, settings);
    }

    [Fact]
    public void Another_kind_is_refused_with_a_sentence() => Assert.Equal(
        "Blobs:Kind is 'gcs'; it can be 'folder' or 's3'.",
        Assert.Throws<BlobException>(
            () => Store.Blobs.Blobs.Open(new BlobSettings { Kind = "gcs" }, _home.Path)).Message);

    [Fact]
    public void An_empty_folder_is_refused() => Assert.StartsWith(
        "Blobs:Folder is empty;", new BlobSettings { Folder = " " }.Problem, StringComparison.Ordinal);

    public static TheoryData<string, S3Settings> Wrong => new()
    {
        { "Blobs:S3:Bucket is missing;", Bucket with { Bucket = null } },
        { "Blobs:S3:Bucket is 'My Bucket';", Bucket with { Bucket = "My Bucket" } },
        { "Blobs:S3:Bucket is 'a/b';", Bucket with { Bucket = "a/b" } },
        { "Blobs:S3:Endpoint is missing;", Bucket with { Endpoint = null } },
        { "Blobs:S3:Endpoint is '';", Bucket with { Endpoint = "" } },
        { "Blobs:S3:Endpoint is 'localhost:9000';", Bucket with { Endpoint = "localhost:9000" } },
        { "Blobs:S3:Endpoint is 'ftp://host';", Bucket with { Endpoint = "ftp://host" } },
        { "Blobs:S3:Endpoint is 'https://host/pictures';", Bucket with { Endpoint = "https://host/pictures" } },
        { "Blobs:S3:Region is 'Seoul!';", Bucket with { Region = "Seoul!" } },
        { "Blobs:S3:AccessKey is missing;", Bucket with { AccessKey = " " } },
        { "Blobs:S3:SecretKey is missing;", Bucket with { SecretKey = null } },
        { "Blobs:S3:Prefix is '/a';", Bucket with { Prefix = "/a" } },
        { "Blobs:S3:Prefix is 'a/../b';", Bucket with { Prefix = "a/../b" } },
        { "Blobs:S3:Timeout is 00:00:00;", Bucket with { Timeout = TimeSpan.Zero } },
        { "Blobs:S3:Tries is 0;", Bucket with { Tries = 0 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_bucket_is_refused_with_a_sentence(string beginning, S3Settings settings)
    {
        var e = Assert.Throws<BlobException>(
            () => Store.Blobs.Blobs.Open(new BlobSettings { Kind = "s3", S3 = settings }, _home.Path));

        Assert.Equal(BlobError.WrongSettings, e.Error);
        Assert.StartsWith(beginning, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bucket_of_Amazon_needs_a_region_and_no_endpoint() =>
        Assert.Null((Bucket with { Endpoint = null, Region = "ap-northeast-2" }).Problem);

    [Fact]
    public void The_secret_is_not_written_to_a_log() => Assert.Equal(
        "BlobSettings { Kind = s3, Folder = , S3 = bucket pictures at https://storage.googleapis.com, Problem =  }",
        new BlobSettings { Kind = "s3", S3 = Bucket }.ToString());
}
