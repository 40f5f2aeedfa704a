using System.Globalization;
using Drape.Visitors;

// dotnet run --project bench/visitors -- DRAPE HOME URL PEOPLE SECONDS ANALYSES
// Has people browse who are signed in, while photos are read; says how quick pages and readings are. See README.md.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [var drape, var home, var address, var many, var time, var rate]
    || !Uri.TryCreate(address, UriKind.Absolute, out var server)
    || !int.TryParse(many, out int people) || people is < 1 or > 2000
    || !int.TryParse(time, out int seconds) || seconds is < 1 or > 3600
    || !double.TryParse(rate, out double analyses) || analyses is < 0 or > 1000)
{
    Console.Error.WriteLine("Give the drape command, the server's home, its URL, how many people (to 2000), for how many "
        + "seconds (to 3600), and how many photos are read a second.");
    return 2;
}

if (!server.IsLoopback)
{
    Console.Error.WriteLine("Only a server on this machine is put under load.");
    return 2;
}

byte[] photo = Wardrobe.Photo();
var accounts = await Accounts.MakeAsync(drape, home, people);
Console.WriteLine($"{accounts.Count} accounts");
var visitors = new List<Visitor>();
foreach (var account in accounts)
{
    var visitor = new Visitor(server, visitors.Count);
    await visitor.SignInAsync(account);
    await visitor.FillClosetAsync(photo);
    visitors.Add(visitor);
}

Console.WriteLine($"{visitors.Count} people are signed in, each with a garment; {seconds} s of browsing begin");
using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
var readings = Readings.SendAsync(server, photo, analyses, end.Token);
var browsing = await Task.WhenAll(visitors.Select(v => v.BrowseAsync(end.Token)));
var pages = Tally.Of([.. browsing.SelectMany(b => b)]);
foreach (var (page, tally) in Tally.ByName([.. browsing.SelectMany(b => b)]))
{
    Console.WriteLine($"  {page,-24}{tally}");
}

var photos = Tally.Of(await readings);
Console.WriteLine($"pages                     {pages}");
Console.WriteLine($"readings                  {photos}");
visitors.ForEach(v => v.Dispose());
return pages.Failed + photos.Failed == 0 ? 0 : 1;
