using System.Text.Json;
using Drape.Drawing;
using Drape.Server.Calendar;
using Drape.Server.Catalogs.Import;
using Drape.Server.Closets;
using Drape.Server.Hosting;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Calendar;
using Drape.Store.Closets;
using Drape.Store.People;

namespace Drape.Server.Demo;

/// <summary>
/// Fills a home of its own with people, closets, days, looks and a catalog, all drawn by Drape and read by its networks as photos
/// are. A start that finds a part done leaves it alone; days are added up to the present one.
/// </summary>
sealed partial class DemoSeeding(StoreKeeper keeper, ClosetDesk closets, CalendarDesk calendar, CatalogImports imports,
    DemoLookbook lookbook, ByteAllowance allowance, DemoCast cast, ILogger<DemoSeeding> logger)
{
    const int DaysBack = 170;
    const int DaysAhead = 4;
    const int FirstSeed = 40;

    DrapeStore Store => keeper.Store;

    DateOnly Today { get; } = DateOnly.FromDateTime(DateTime.Now);

    /// <summary>Draws what is missing, and says what it does; it ends early where the server ends.</summary>
    /// <param name="output">Where it says so.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task RunAsync(TextWriter output, CancellationToken cancellation)
    {
        try
        {
            await SeedAsync(output, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The next start goes on where this one ended.
        }
        catch (Exception e) when (e is StoreException or BlobException or IOException or JsonException or UnauthorizedAccessException)
        {
            Missed(e.Message);
        }
        catch (Exception e)
        {
            Failed(e);
        }
    }

    async Task SeedAsync(TextWriter output, CancellationToken cancellation)
    {
        var notes = await DemoNotes.OpenAsync(keeper.Home, cancellation);
        var accounts = new List<(DemoPerson Person, long Id)>();
        foreach (var person in cast.People)
        {
            accounts.Add((person, await AccountAsync(person, notes.Password, cancellation)));
        }

        output.WriteLine($"The demo lives in {keeper.Home}, and nothing else is touched.");
        output.WriteLine($"Sign in as {string.Join(", ", cast.People.Select(person => person.Email))}; the password is {notes.Password}");

        // Each part once, in this order.
        foreach (var (person, id) in accounts)
        {
            notes = await PartAsync(notes, $"closet of {person.Name}", c => HangUpAsync(person, id, c), output, cancellation);
            await FillDaysAsync(person, id, cancellation);
        }

        notes = await PartAsync(notes, "looks", c => lookbook.FillAsync(accounts, c), output, cancellation);
        await PartAsync(notes, "catalog", StockAsync, output, cancellation);
        output.WriteLine("The demo is ready.");
    }

    async Task<DemoNotes> PartAsync(DemoNotes notes, string part, Func<CancellationToken, Task> draw, TextWriter output,
        CancellationToken cancellation)
    {
        if (notes.Done.Contains(part))
        {
            return notes;
        }

        output.WriteLine($"Drawing the {part}.");
        await draw(cancellation);
        return await notes.WithAsync(part, keeper.Home, cancellation);
    }

    async Task<long> AccountAsync(DemoPerson person, string password, CancellationToken cancellation)
    {
        var account = await Store.People.FindByEmailAsync(person.Email, cancellation)
            ?? await Store.People.CreateAsync(new NewPerson
            {
                Name = person.Name,
                Email = person.Email,
                PasswordHash = NewPassword.Hash(password),
            }, cancellation);
        return account?.Id ?? throw new StoreException($"{person.Email} cannot have an account.");
    }

    /// <summary>Hangs up the pieces that are missing: a start before this one may have ended in the middle.</summary>
    async Task HangUpAsync(DemoPerson person, long id, CancellationToken cancellation)
    {
        var there = await Store.Closets.AllAsync(id, ClosetFilter.All, cancellation);
        for (int place = 0; place < person.Pieces.Count; place++)
        {
            var piece = person.Pieces[place];
            if (there.Any(item => Is(item, piece)))
            {
                continue;
            }

            var item = (await BringAsync(id, piece.Photo(person.Ground, FirstSeed + place), piece.Key, cancellation))[0];
            var bought = Today.AddDays(-60 - 41 * place);
            await Store.Closets.ChangeAsync(id, item.Id, details => piece.Tell(details) with { BoughtOn = bought }, cancellation);
            await Store.Closets.KeepBothAsync(id, item.Id, cancellation);
        }
    }

    /// <summary>Brings a photo in as anybody's.</summary>
    Task<IReadOnlyList<ClosetItem>> BringAsync(long person, byte[] file, string name, CancellationToken cancellation) =>
        BusyServer.WaitedForAsync(async () =>
        {
            var buffer = new PhotoBuffer(allowance);
            using var photo = new IncomingPhoto(name, buffer, ..);
            buffer.Append(file);
            return await closets.AddAsync(person, await closets.KeepAsync(photo, cancellation), name, 0, cancellation);
        }, cancellation);

    /// <summary>Says what was worn since the last start, and plans the days to come.</summary>
    async Task FillDaysAsync(DemoPerson person, long id, CancellationToken cancellation)
    {
        var known = await Store.Calendar.ListAsync(id, Today.AddDays(-DaysBack), Today.AddDays(DaysAhead), cancellation);
        var closet = await Store.Closets.AllAsync(id, ClosetFilter.All, cancellation);
        var day = known.Count > 0 ? known[^1].Day.AddDays(1) : Today.AddDays(-DaysBack);
        for (; day <= Today.AddDays(DaysAhead); day = day.AddDays(1))
        {
            // Steady chance: the same day has the same outfit, and about every third has none.
            int chance = (day.DayNumber * 31 + person.Name.Length * 17) % 97;
            long[] pieces = [.. person.Outfits[chance % person.Outfits.Count].Select(place => person.Pieces[place])
                .Select(piece => closet.FirstOrDefault(item => Is(item, piece))?.Id).OfType<long>()];
            if (chance % 3 != 0 && pieces.Length > 0)
            {
                await calendar.AddAsync(id, new OutfitDetails { Day = day, Pieces = pieces, Worn = day < Today }, cancellation);
            }
        }
    }

    async Task StockAsync(CancellationToken cancellation) => await imports.RunAsync(
        await Store.Catalogs.FindOrCreateAsync(DrawnProducts.Catalog, cancellation), cast.Products, retireVanished: false,
        _ => { }, cancellation);

    static bool Is(ClosetItem item, DemoPiece piece) => item.Details.Type == piece.Shape.Name()
        && item.Details.Colour == piece.Colour && item.Details.Pattern == piece.Pattern.Name();

    [LoggerMessage(LogLevel.Error, "The demo could not be drawn to its end: {Reason}")]
    partial void Missed(string reason);

    [LoggerMessage(LogLevel.Error, "The demo could not be drawn to its end")]
    partial void Failed(Exception unforeseen);
}
