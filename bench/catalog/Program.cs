using System.Diagnostics;
using System.Globalization;
using Drape.CatalogLoad;
using Drape.Server.Catalogs.Search;
using Drape.Similarity;
using Drape.Store;
using Drape.Store.Blobs;

// dotnet run --project bench/catalog -c Release -- HOME PRODUCTS [CONNECTION]
// Writes drawn products through the store until there are so many, then fills the index as a server does that starts, and
// searches. Run it twice: the second time nothing is written, and the database is as a restart finds it.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [var home, var number, ..] || !int.TryParse(number, out int wanted) || wanted is < 1 or > 10_000_000)
{
    Console.Error.WriteLine("Give a folder for the store, how many products (to 10000000) and, for PostgreSQL, its connection.");
    return 2;
}

const int Batch = 2000, Searches = 200;
long started = Stopwatch.GetTimestamp();
await using var store = await DrapeStore.OpenAsync(
    new StoreSettings { Home = home, Connection = args.ElementAtOrDefault(2) }, new BlobSettings());
Console.WriteLine($"opened in      {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s");

var catalog = await store.Catalogs.FindOrCreateAsync("load");
int there = (int)(await store.Catalogs.CountAsync(catalog.Id)).Products;
if (there < wanted)
{
    long start = Stopwatch.GetTimestamp();
    for (int first = there; first < wanted; first += Batch)
    {
        await store.Products.UpsertAsync(
            catalog.Id, [.. Enumerable.Range(first, Math.Min(Batch, wanted - first)).Select(DrawnProduct.Of)]);
    }

    double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    Console.WriteLine($"written        {wanted - there} products in {seconds:0.0} s, {(wanted - there) / seconds:0} a second");
}

using var index = new MemoryIndex(store.Items, DrawnProduct.Network);
await index.FillAsync(CancellationToken.None);
var status = await index.StatusAsync(CancellationToken.None);
Console.WriteLine($"index filled   {status.Products} products in {status.Seconds:0.00} s, {status.Bytes / 1_048_576} MiB");
Console.WriteLine($"ready          {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s after the start, writing included");

// The first searches run code that is not yet compiled for speed, as those of a server in its first second do.
double[] times = new double[Searches];
for (int i = -Searches; i < Searches; i++)
{
    var query = new IndexQuery
    {
        Like = DrawnProduct.LookOf(int.MaxValue - Searches - i), Kinds = DrawnProduct.KindsOf(Searches + i),
    };
    long start = Stopwatch.GetTimestamp();
    await index.SearchAsync(query, CancellationToken.None);
    times[Math.Max(i, 0)] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

Array.Sort(times);
Console.WriteLine($"search         {times[Searches / 2]:0.0} ms median, {times[Searches * 95 / 100]:0.0} ms p95, "
    + $"{times[0]:0.0} ms least, of {Searches}");
return 0;
