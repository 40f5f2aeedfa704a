using System.Globalization;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Writer;

// Writes until it is killed: HOME, CONNECTION (empty for SQLite), and the number from which its content is numbered.
// It waits for a line, so that it is ready to run when its turn comes.
var settings = new StoreSettings { Home = args[0], Connection = args[1] };
int from = int.Parse(args[2], CultureInfo.InvariantCulture);
var announcer = new Announcer(Console.OpenStandardOutput());
announcer.Say("waiting");
Console.ReadLine();
await using var store = await DrapeStore.OpenAsync(settings, new BlobSettings());
announcer.Say("open");
await Task.WhenAll(
[
    .. Content.Catalogs.Select((name, lane) => new ProductLane(store, announcer, name, from + lane).RunAsync()),
    new JobLane(store, announcer, from).RunAsync(),
    new PhotoLane(store, announcer, from).RunAsync(),
]);
