using System.IO.Compression;
using System.Text.Json;
using Drape.Server.People.Data;
using Drape.Store;
using Drape.Store.People;

namespace Drape.Server.Calendar;

/// <summary>A person's calendar, to be given out or deleted.</summary>
sealed class CalendarData(DrapeStore store) : IPersonalData
{
    static readonly JsonSerializerOptions Format = new(ServerJson.Options) { WriteIndented = true };

    public async Task ExportAsync(Person person, ZipArchive archive, CancellationToken cancellation)
    {
        var outfits = await store.Calendar.ListAsync(person.Id, CalendarDesk.First, CalendarDesk.Last, cancellation);
        await using var entry = await archive.CreateEntry("calendar/calendar.json").OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(
            entry, new CalendarAnswer([.. outfits.Select(OutfitAnswer.Of)]), Format, cancellation);
    }

    public Task DeleteAsync(Person person, CancellationToken cancellation) =>
        store.Calendar.ForgetAllAsync(person.Id, cancellation);
}
