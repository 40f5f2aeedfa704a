using System.IO.Compression;
using System.Text.Json;
using Drape.Store;
using Drape.Store.People;

namespace Drape.Server.People.Data;

/// <summary>The account itself: profile, picture, sessions, keys, other services.</summary>
sealed class AccountData(DrapeStore store, ProfilePictures pictures) : IPersonalData
{
    static readonly JsonSerializerOptions Format = new(ServerJson.Options) { WriteIndented = true };

    public async Task ExportAsync(Person person, ZipArchive archive, CancellationToken cancellation)
    {
        var document = new AccountDocument(
            PersonAnswer.Of(person), person.CreatedAt, person.Credentials.TwoFactor,
            [.. (await store.Logins.ListAsync(person.Id, cancellation)).Select(login => login.Provider)],
            await store.Sessions.ListAsync(person.Id, cancellation),
            await store.AccessTokens.ListAsync(person.Id, cancellation));
        await using (var entry = await archive.CreateEntry("account/account.json").OpenAsync(cancellation))
        {
            await JsonSerializer.SerializeAsync(entry, document, Format, cancellation);
        }

        if (person.Picture is { } picture && await store.Blobs.OpenAsync(picture, cancellation) is { } content)
        {
            await using var source = content;
            await using var entry = await archive.CreateEntry("account/picture.jpg").OpenAsync(cancellation);
            await source.CopyToAsync(entry, cancellation);
        }
    }

    public Task DeleteAsync(Person person, CancellationToken cancellation) => pictures.RemoveAsync(person, cancellation);

    sealed record AccountDocument(PersonAnswer Person, DateTimeOffset CreatedAt, bool TwoFactor,
        IReadOnlyList<string> Services, IReadOnlyList<Session> Sessions, IReadOnlyList<AccessToken> Keys);
}
