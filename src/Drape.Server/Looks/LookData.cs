using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Drape.Server.People.Data;
using Drape.Store;
using Drape.Store.People;

namespace Drape.Server.Looks;

/// <summary>What a person posted, said, liked, kept, follows and blocked, to be given out or deleted.</summary>
sealed class LookData(DrapeStore store) : IPersonalData
{
    static readonly JsonSerializerOptions Format = new(ServerJson.Options) { WriteIndented = true };

    public async Task ExportAsync(Person person, ZipArchive archive, CancellationToken cancellation)
    {
        var looks = await store.Looks.AllOfAsync(person.Id, cancellation);
        var comments = await store.Comments.AllOfAsync(person.Id, cancellation);
        var (likes, scraps) = await store.Looks.MarksAsync(person.Id, cancellation);
        var document = new LookDocument(
            [.. looks.Select(LookAnswer.Of)],
            [.. comments.Select(comment => new SaidDocument(comment.Look, comment.Text, comment.CreatedAt))],
            likes, scraps,
            [.. (await store.Circles.FollowedAsync(person.Id, cancellation)).Select(MemberAnswer.Of)],
            [.. (await store.Circles.BlockedAsync(person.Id, cancellation)).Select(MemberAnswer.Of)],
            await store.Reports.CountOfAsync(person.Id, cancellation));
        await using (var entry = await archive.CreateEntry("looks/looks.json").OpenAsync(cancellation))
        {
            await JsonSerializer.SerializeAsync(entry, document, Format, cancellation);
        }

        foreach (var look in looks)
        {
            if (await store.Blobs.OpenAsync(look.Picture, cancellation) is { } content)
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"looks/{look.Id}.jpg");
                await using var source = content;
                await using var entry = await archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancellation);
                await source.CopyToAsync(entry, cancellation);
            }
        }
    }

    public async Task DeleteAsync(Person person, CancellationToken cancellation) =>
        await store.Pictures.ForgetAsync(await store.Looks.ForgetAllAsync(person.Id, cancellation), store.Blobs, cancellation);

    sealed record LookDocument(IReadOnlyList<LookAnswer> Looks, IReadOnlyList<SaidDocument> Comments, IReadOnlyList<long> Likes,
        IReadOnlyList<long> Scraps, IReadOnlyList<MemberAnswer> Follows, IReadOnlyList<MemberAnswer> Blocks, int Reports);

    sealed record SaidDocument(long Look, string Text, DateTimeOffset CreatedAt);
}
