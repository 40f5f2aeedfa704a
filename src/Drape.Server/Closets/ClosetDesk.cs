using Drape.Imaging;
using Drape.Inference;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Closets;
using Microsoft.Extensions.Options;

namespace Drape.Server.Closets;

/// <summary>
/// Brings photos into closets: each is encoded anew before it is kept, so that nothing of the file that was sent stays (the
/// place where it was taken above all), its garments are cut out and read, and what one has already is noticed.
/// </summary>
sealed class ClosetDesk(DrapeStore store, PhotoDesk desk, IOptions<ClosetOptions> options)
{
    // Enough for a garment of an outfit to be looked at, a tenth of what a phone takes.
    const int PhotoSide = 1600;
    const int PhotoQuality = 86;
    const int PictureSide = 720;

    /// <summary>Keeps a photo without anything but its pixels.</summary>
    /// <exception cref="PhotoException">It is none that can be read; the message says why.</exception>
    /// <exception cref="ProblemException">Too many wait already.</exception>
    public async Task<BlobKey> KeepAsync(IncomingPhoto photo, CancellationToken cancellation)
    {
        byte[] clean = await desk.InTurnAsync(desk.IsLarge(photo.File), (_, limits) => PhotoEncoder.Encode(
            PhotoDecoder.Decode(photo.File, PhotoSide, limits).Pixels, PhotoFormat.Jpeg, PhotoQuality), cancellation);
        return await store.Blobs.PutAsync(clean, MediaType.Of(PhotoFormat.Jpeg), cancellation);
    }

    /// <summary>Puts the garments of a photo that was kept into a closet; a photo that gives none is forgotten.</summary>
    /// <param name="person">Whose closet.</param>
    /// <param name="photo">The photo, from <see cref="KeepAsync"/>.</param>
    /// <param name="name">What the photo was called.</param>
    /// <param name="garment">Which garment of the photo's reading, from 0; null for all that the main figure wears.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ProblemException">There is nothing to put in, or no room for it.</exception>
    public async Task<IReadOnlyList<ClosetItem>> AddAsync(
        long person, BlobKey photo, string name, int? garment, CancellationToken cancellation)
    {
        try
        {
            byte[] file = await store.Blobs.ReadAsync(photo, cancellation)
                ?? throw new ProblemException(ClosetProblems.NoPicture);
            var (network, cut) = await desk.InTurnAsync(
                large: false, (analyzer, limits) => (analyzer.EmbeddingNetwork, Cut(analyzer, file, name, garment, limits)),
                cancellation);
            return await PutAsync(person, photo, network, cut, cancellation);
        }
        catch (Exception e) when (e is PhotoException or ProblemException { Problem.Status: not StatusCodes.Status429TooManyRequests })
        {
            // It will give no more when it is tried again; after anything else it may.
            await store.Pictures.ForgetAsync([photo], store.Blobs, CancellationToken.None);
            throw;
        }
    }

    async Task<IReadOnlyList<ClosetItem>> PutAsync(
        long person, BlobKey photo, string network, IReadOnlyList<CutGarment> cut, CancellationToken cancellation)
    {
        var looks = await store.Closets.LooksAsync(person, network, cancellation);
        var items = new List<NewClosetItem>();
        foreach (var one in cut)
        {
            items.Add(new NewClosetItem
            {
                Picture = await store.Blobs.PutAsync(one.Picture, MediaType.Of(PhotoFormat.Webp), cancellation),
                Photo = photo,
                Details = DetailsOf(one.Reading),
                Colours = one.Reading.Colours,
                Reading = one.Reading,
                Network = network,
                Embedding = one.Embedding,
                LooksLike = Look.Nearest(one.Embedding, looks, Look.Same).Select(near => (long?)near.Id).FirstOrDefault(),
            });
        }

        if (await store.Closets.AddAsync(person, items, options.Value.MostItems, cancellation) is { } added)
        {
            return added;
        }

        await store.Pictures.ForgetAsync(items.Select(item => item.Picture), store.Blobs, CancellationToken.None);
        throw new ProblemException(ClosetProblems.Full(options.Value.MostItems));
    }

    static List<CutGarment> Cut(
        PhotoAnalyzer analyzer, byte[] file, string name, int? garment, PhotoLimits limits)
    {
        var (reading, findings) = analyzer.Inspect(file, name, limits, style: false);
        if (reading.Garments.Count == 0)
        {
            throw new ProblemException(ClosetProblems.Nothing);
        }

        if (garment is { } asked && (asked < 0 || asked >= reading.Garments.Count))
        {
            throw new ProblemException(ClosetProblems.NoGarment(asked, reading.Garments.Count));
        }

        // What lies on its side in the photo hangs upright in the closet.
        var pixels = PhotoDecoder.Decode(file, PhotoSide, limits).Pixels.Turned(findings.Quarters);
        var cut = new List<CutGarment>();
        for (int i = 0; i < reading.Garments.Count; i++)
        {
            // Who stands beside the main figure wears what is not the owner's.
            if ((garment is null ? reading.Garments[i].Person is null or 0 : garment == i)
                && CutOut.Encode(pixels, findings.Garments[i].Place.Mask.Turned(findings.Quarters), PictureSide) is { } picture)
            {
                float[] embedding = findings.Garments[i].Embedding
                    ?? throw new ModelException($"The network {analyzer.EmbeddingNetwork} makes no embeddings.");
                cut.Add(new CutGarment(picture, reading.Garments[i], Array.ConvertAll(embedding, value => (Half)value)));
            }
        }

        return cut.Count > 0 ? cut : throw new ProblemException(ClosetProblems.Nothing);
    }

    static ClosetDetails DetailsOf(Garment reading)
    {
        var (warmth, formality) = TypicalWear.Of(reading.Type);
        string? season = reading.Attributes.GetValueOrDefault("season")?.ToLowerInvariant();
        return new ClosetDetails
        {
            Type = reading.Type,
            Colour = reading.Colour,
            Pattern = reading.Pattern,
            Season = season is not null && ClosetDetails.Seasons.Contains(season) ? season : null,
            Warmth = warmth,
            Formality = formality,
        };
    }
}
