using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Drape.Server.People.Data;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Closets;
using Drape.Store.Jobs;
using Drape.Store.People;

namespace Drape.Server.Closets;

/// <summary>A person's closet, to be given out or deleted.</summary>
sealed class ClosetData(DrapeStore store) : IPersonalData
{
    static readonly JsonSerializerOptions Format = new(ServerJson.Options) { WriteIndented = true };

    public async Task ExportAsync(Person person, ZipArchive archive, CancellationToken cancellation)
    {
        var items = await store.Closets.AllAsync(person.Id, ClosetFilter.All, cancellation);
        var bin = await store.Closets.AllAsync(person.Id, new ClosetFilter { Deleted = true }, cancellation);
        var document = new ClosetDocument(
            [.. items.Concat(bin).Select(ClosetAnswer.Of)],
            await store.Closets.WearsAsync(person.Id, cancellation: cancellation),
            await store.Corrections.SharesAsync(person.Id, cancellation),
            await store.Corrections.ListAsync(person.Id, cancellation));
        await using (var entry = await archive.CreateEntry("closet/closet.json").OpenAsync(cancellation))
        {
            await JsonSerializer.SerializeAsync(entry, document, Format, cancellation);
        }

        foreach (var item in items.Concat(bin))
        {
            await WriteAsync(archive, string.Create(CultureInfo.InvariantCulture, $"closet/{item.Id}.webp"), item.Picture, cancellation);
        }

        foreach (var photo in items.Concat(bin).Select(item => item.Photo).OfType<BlobKey>().Distinct())
        {
            await WriteAsync(archive, $"closet/photos/{photo.ToString()[..16]}.jpg", photo, cancellation);
        }
    }

    public async Task DeleteAsync(Person person, CancellationToken cancellation)
    {
        await store.Pictures.ForgetAsync(await store.Closets.ForgetAllAsync(person.Id, cancellation), store.Blobs, cancellation);
        await store.Pictures.ForgetAsync(await ComingAsync(person, cancellation), store.Blobs, cancellation);
    }

    /// <summary>The photos of jobs that are not done; the jobs themselves go with their person.</summary>
    async Task<IReadOnlyList<BlobKey>> ComingAsync(Person person, CancellationToken cancellation)
    {
        var photos = new List<BlobKey>();
        var filter = new JobFilter { Kind = ClosetJob.Kind, Person = person.Id };
        foreach (var job in await store.Jobs.ListAsync(filter, null, 1000, cancellation))
        {
            await store.Jobs.CancelAsync(job.Id, cancellation);
            photos.AddRange(job.Payload.Deserialize<ClosetOrder>(ServerJson.Options)!.Photos.Select(photo => BlobKey.Parse(photo.Key)));
        }

        return photos;
    }

    async Task WriteAsync(ZipArchive archive, string name, BlobKey picture, CancellationToken cancellation)
    {
        if (await store.Blobs.OpenAsync(picture, cancellation) is { } content)
        {
            await using var source = content;
            await using var entry = await archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancellation);
            await source.CopyToAsync(entry, cancellation);
        }
    }

    sealed record ClosetDocument(IReadOnlyList<ClosetAnswer> Items, IReadOnlyList<ClosetWear> Wears,
        bool SharesCorrections, IReadOnlyList<ClosetCorrection> Corrections);
}
