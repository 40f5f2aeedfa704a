using Drape.Imaging;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.People;

namespace Drape.Server.People;

/// <summary>
/// The pictures of people: decoded, cut square and encoded anew, so that neither the place where they were taken nor
/// anything else of the file that was sent stays.
/// </summary>
sealed class ProfilePictures(DrapeStore store)
{
    /// <summary>The side in pixels, at most.</summary>
    public const int Side = 384;

    /// <summary>How many bytes may be sent.</summary>
    public const int MostBytes = 16_000_000;

    const string Type = "image/jpeg";

    /// <summary>Gives a person another picture.</summary>
    /// <returns>The person with it; null where the profile was changed at the same time, or is gone.</returns>
    /// <exception cref="PhotoException">It is none that can be read; the message says why.</exception>
    public async Task<Person?> ReplaceAsync(Person person, ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        byte[] square = await Task.Run(() => PhotoEncoder.Encode(Fit(Square(file.Span)), PhotoFormat.Jpeg), cancellation);
        return await ShowAsync(person.Id, await store.Blobs.PutAsync(square, Type, cancellation), cancellation);
    }

    /// <summary>Takes a person's picture away.</summary>
    public async Task RemoveAsync(Person person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        await ShowAsync(person.Id, null, cancellation);
    }

    /// <summary>Shows a picture, or none, and forgets the one that is shown no more.</summary>
    async Task<Person?> ShowAsync(long person, BlobKey? picture, CancellationToken cancellation)
    {
        var before = await store.People.GetAsync(person, cancellation);
        var after = before is null ? null : await store.People.UpdateAsync(before with { Picture = picture }, cancellation);
        // What was brought for a profile that could not be changed is as little needed as what it showed before.
        BlobKey?[] given = [before?.Picture, picture];
        await store.Pictures.ForgetAsync(given.OfType<BlobKey>(), store.Blobs, CancellationToken.None);
        return after;
    }

    static PixelImage Fit(PixelImage square) =>
        square.Width <= Side ? square : Resampler.Resize(square, Side, Side);

    static PixelImage Square(ReadOnlySpan<byte> file)
    {
        // Of a picture twice as long as wide the cut is still as large as it is shown.
        var picture = PhotoDecoder.Decode(file, Side * 2).Pixels;
        int side = Math.Min(picture.Width, picture.Height);
        // People stand upright: of a tall picture the upper part is kept.
        int left = (picture.Width - side) / 2, top = (picture.Height - side) / 4;
        byte[] pixels = new byte[side * side * 3];
        for (int y = 0; y < side; y++)
        {
            picture.Pixels.AsSpan(((top + y) * picture.Width + left) * 3, side * 3).CopyTo(pixels.AsSpan(y * side * 3));
        }

        return new PixelImage(side, side, pixels);
    }
}
