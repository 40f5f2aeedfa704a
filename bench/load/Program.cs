using System.Globalization;
using Drape.Load;

// dotnet run --project bench/load -- URL PHOTOS CONNECTIONS [PID]
// Sends drawn photos to a server on this machine and says how quick it is and, with its process id, what it holds.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [var address, var count, var many, ..]
    || !Uri.TryCreate(address, UriKind.Absolute, out var server)
    || !int.TryParse(count, out int photos) || photos is < 1 or > 100_000
    || !int.TryParse(many, out int connections) || connections is < 1 or > 256)
{
    Console.Error.WriteLine("Give the server's URL, how many photos (to 100000), how many connections (to 256) and, "
        + "if you like, the server's process id.");
    return 2;
}

if (!server.IsLoopback)
{
    Console.Error.WriteLine("Only a server on this machine is put under load.");
    return 2;
}

int? process = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : null;
var files = PhotoShoot.Take();
Console.WriteLine(
    $"{files.Count} photos of {files.Min(f => f.Length) / 1e6:0.0} to {files.Max(f => f.Length) / 1e6:0.0} MB, "
    + $"sent {photos} times over {connections} connections");
if (process is { } before)
{
    Console.WriteLine($"memory before  {ResidentMemory.Of(before)}");
}

var result = await LoadRun.SendAsync(server, files, photos, connections);
Console.WriteLine(result);
if (process is { } after)
{
    Console.WriteLine($"memory after   {ResidentMemory.Of(after)}");
}

return result.Failed == 0 ? 0 : 1;
