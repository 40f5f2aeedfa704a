using System.Globalization;
using Drape.Cards;
using Drape.Imaging;
using Drape.Server.Eva;
using Drape.Server.Pages.Looks;
using Drape.Store;
using Drape.Store.Blobs;
using Drape.Store.Words;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Localization;
using Look = Drape.Store.Looks.Look;

namespace Drape.Server.Looks;

/// <summary>Draws the cards of looks, one at a time, and keeps the last ones.</summary>
sealed class CardDesk(DrapeStore store, IStringLocalizer<LooksTexts> texts) : IDisposable
{
    const long KeptBytes = 24_000_000;
    static readonly TimeSpan Kept = TimeSpan.FromHours(6);

    readonly MemoryCache _cards = new(new MemoryCacheOptions { SizeLimit = KeptBytes });
    readonly SemaphoreSlim _turn = new(1);

    /// <summary>The card of a look as a PNG; null where its photo is no longer kept.</summary>
    public async Task<byte[]?> DrawAsync(Look look, string language, CancellationToken cancellation)
    {
        string key = Stamp(look, language);
        if (_cards.TryGetValue(key, out byte[]? drawn))
        {
            return drawn;
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            if (_cards.TryGetValue(key, out drawn))
            {
                return drawn;
            }

            if (await store.Blobs.ReadAsync(look.Picture, cancellation) is not { } photo)
            {
                return null;
            }

            var words = Words(look, language);
            drawn = await Task.Run(() => PhotoEncoder.Encode(
                (words with { Photo = PhotoDecoder.Decode(photo, LookCard.Width).Pixels }).Draw(), PhotoFormat.Png), cancellation);
            _cards.Set(key, drawn, new MemoryCacheEntryOptions { Size = drawn.Length, SlidingExpiration = Kept });
            return drawn;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Names what a card shows: it is drawn anew when that changes.</summary>
    public static string Stamp(Look look, string language) => string.Create(CultureInfo.InvariantCulture,
        $"{look.Id}-{language}-{look.Picture.ToString()[..12]}-{Voice.Seed(look.Author.Name)}");

    public void Dispose()
    {
        _cards.Dispose();
        _turn.Dispose();
    }

    LookCard Words(Look look, string language)
    {
        // A card is asked for in a language of its own, whatever that of the request is.
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return new LookCard
            {
                Photo = new PixelImage(1, 1, new byte[3]),
                Style = LookNames.FirstStyle(look.Style.Style),
                Author = texts["Look.By", look.Author.Name],
                Score = look.Score,
                ScoreName = texts["Score"],
                Palette = look.Palette,
                PaletteNames = string.Join(" · ", look.Palette.Take(4).Select(colour => Vocabulary.NameOf(colour.Name, language)).Distinct()),
            };
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
