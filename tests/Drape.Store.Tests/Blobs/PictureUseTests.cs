using Drape.Store.Blobs;
using Drape.Store.Closets;
using Drape.Store.People;
using Drape.Store.Tests.Closets;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Blobs;

public abstract class PictureUseTests(TestDatabase place) : StoreTests(place)
{
    [StoreFact]
    public async Task Of_what_was_let_go_only_what_nothing_shows_is_deleted()
    {
        using var blobs = FolderBlobs.Open(Path.Combine(Place.Settings.Home, "blobs"));
        BlobKey face = await blobs.PutAsync("face"u8.ToArray(), "image/jpeg"), shirt = await blobs.PutAsync("shirt"u8.ToArray(), "image/webp"),
            photo = await blobs.PutAsync("photo"u8.ToArray(), "image/jpeg"), lost = await blobs.PutAsync("lost"u8.ToArray(), "image/jpeg");
        var people = new PersonStore(Database);
        var person = (await people.CreateAsync(new NewPerson { Name = "Ann" }))!;
        await people.UpdateAsync(person with { Picture = face });
        await new ClosetStore(Database).AddAsync(person.Id, [Wardrobe.Piece() with { Picture = shirt, Photo = photo }], 10);

        await new PictureUse(Database).ForgetAsync([face, shirt, photo, lost], blobs);

        Assert.Equal((true, true, true, false), (await blobs.ExistsAsync(face), await blobs.ExistsAsync(shirt),
            await blobs.ExistsAsync(photo), await blobs.ExistsAsync(lost)));
    }

    public sealed class OnSqlite() : PictureUseTests(new SqliteTestDatabase());

    [OnPostgres]
    public sealed class OnPostgres() : PictureUseTests(new PostgresTestDatabase());
}
