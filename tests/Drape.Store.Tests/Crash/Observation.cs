using System.Text.Json;
using Drape.Store.Blobs;
using Drape.Store.Items;
using Drape.Store.Jobs;
using Drape.Store.Photos;
using Drape.Store.Products;
using Drape.Store.Writer;

namespace Drape.Store.Tests.Crash;

/// <summary>
/// Reads a store through all its ways in, and says what state each thing is in; of one that is not whole, what is wrong
/// with it.
/// </summary>
/// <param name="store">The store.</param>
sealed class Observation(DrapeStore store)
{
    const int Page = 1000;

    readonly Dictionary<string, string> _found = [];

    /// <summary>The things by name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(DrapeStore store)
    {
        var observation = new Observation(store);
        var items = new Dictionary<long, (Half[] Vector, Similarity.ItemFacets Facets)>();
        await foreach (var batch in store.Items.StreamAsync(Content.Network))
        {
            int values = batch.Vectors.Length / batch.Count;
            for (int i = 0; i < batch.Count; i++)
            {
                items.Add(batch.Ids.Span[i], (batch.Vectors.Slice(i * values, values).ToArray(), batch.Facets.Span[i]));
            }
        }

        foreach (string name in Content.Catalogs)
        {
            if (await store.Catalogs.FindAsync(name) is { } catalog)
            {
                await observation.ReadProductsAsync(name, catalog.Id, items);
            }
        }

        foreach (long stray in items.Keys)
        {
            observation._found.Add($"item {stray}", "of no product");
        }

        await observation.ReadJobsAsync();
        await observation.ReadPhotosAsync();
        return observation._found;
    }

    /// <summary>The pictures that are listed and are not what their names say.</summary>
    public static async Task<IReadOnlyList<BlobKey>> DamagedAsync(IBlobStore blobs)
    {
        var damaged = new List<BlobKey>();
        await foreach (var (key, _, _) in blobs.ListAsync())
        {
            if (await PictureAsync(blobs, key) is not { } bytes || BlobKey.Of(bytes) != key)
            {
                damaged.Add(key);
            }
        }

        return damaged;
    }

    async Task ReadProductsAsync(string catalog, int number, Dictionary<long, (Half[], Similarity.ItemFacets)> items)
    {
        string? after = null;
        while (await store.Products.ListAsync(number, after, Page, retired: null) is { Count: > 0 } products)
        {
            var known = await store.Products.KnownAsync(number, [.. products.Select(p => p.Key)]);
            foreach (var product in products)
            {
                int edition = Content.Edition(product.Name);
                bool listed = items.Remove(product.Id, out var item);
                _found.Add(States.Product(catalog, product.Key),
                    await FaultAsync(number, product, edition, known[product.Key].Facts, listed ? item : null)
                        ?? States.Edition(edition, product.Retired));
            }

            after = products[^1].Key;
        }
    }

    async Task<string?> FaultAsync(int catalog, Product product, int edition, NewProduct known,
        (Half[] Vector, Similarity.ItemFacets Facets)? item)
    {
        var expected = Content.Product(product.Key, edition);
        string word = Content.Word(product.Key, edition);
        bool found = (await store.Products.FindAsync([catalog], word, 2)).Select(f => f.Id).SequenceEqual([product.Id]);
        return Comparable(known) != Comparable(expected) ? "not what was written"
            : !known.Embedding.AsSpan().SequenceEqual(expected.Embedding) ? "another embedding"
            : product.Retired == item is not null ? product.Retired ? "retired and in the index" : "not in the index"
            : item is { } i && (!i.Vector.AsSpan().SequenceEqual(expected.Embedding) || i.Facets.Price != expected.Price
                || i.Facets.Type != expected.Type || i.Facets.Catalog != catalog) ? "another in the index"
            : product.Retired == found ? product.Retired ? "retired and found by words" : "not found by words"
            : await PictureAsync(store.Blobs, product.Picture!.Value) is not { } picture ? "without its picture"
            : !picture.AsSpan().SequenceEqual(Content.Picture(product.Key, edition)) ? "with another picture"
            : null;
    }

    async Task ReadJobsAsync()
    {
        long? after = null;
        while (await store.Jobs.ListAsync(JobFilter.All, after, Page) is { Count: > 0 } jobs)
        {
            foreach (var job in jobs)
            {
                _found.Add(States.Job(job.Title!), StateOf(job));
            }

            after = jobs[^1].Id;
        }
    }

    static string StateOf(Job job)
    {
        bool noted = job.Checkpoint is { } checkpoint && Same(checkpoint, Content.Checkpoint(job.Title!));
        return !Same(job.Payload, Content.Payload(job.Title!)) ? "not what was ordered" : job.State switch
        {
            JobState.Queued when job.Checkpoint is null => States.Queued,
            JobState.Running when job is { Checkpoint: null, Progress.Done: 0 } => States.Running,
            JobState.Running when noted && job.Progress.Done == 1 => States.Noted,
            JobState.Done when job.Result.Document is { } result && Same(result, Content.Result(job.Title!)) => States.Done,
            _ => $"{job.State} and not whole",
        };
    }

    async Task ReadPhotosAsync()
    {
        long? after = null;
        while (await store.Photos.ListAsync(PhotoFilter.All, after, Page) is { Count: > 0 } photos)
        {
            foreach (var photo in photos)
            {
                string article = photo.Reading.Garments[0].Attributes["articleType"];
                int edition = int.Parse(article["article".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
                var expected = Content.Photo(photo.Reading.Photo, edition);
                var found = await store.Photos.ListAsync(new PhotoFilter { ArticleType = article }, null, 2);
                _found.Add(States.Photo(photo.Reading.Photo),
                    photo.Content != expected.Content || photo.Source != expected.Source
                        || photo.Reading.Garments.Count != expected.Reading.Garments.Count ? "not what was saved"
                    : !found.Select(f => f.Id).SequenceEqual([photo.Id]) ? "not found by its garments"
                    : States.Edition(edition));
            }

            after = photos[^1].Id;
        }
    }

    static async Task<byte[]?> PictureAsync(IBlobStore blobs, BlobKey key)
    {
        try
        {
            await using var stream = await blobs.OpenAsync(key);
            if (stream is null)
            {
                return null;
            }

            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            return bytes.ToArray();
        }
        catch (BlobException)
        {
            return null;
        }
    }

    // Lists and dictionaries do not compare by content; none is filled here but the embedding, which is compared apart.
    static string Comparable(NewProduct product) => JsonSerializer.Serialize(product with { Embedding = [] });

    static bool Same(JsonElement one, JsonElement other) => JsonElement.DeepEquals(one, other);
}
