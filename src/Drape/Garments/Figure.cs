using Drape.Imaging;

namespace Drape.Garments;

/// <summary>The part of a photo that shows one of several people.</summary>
public static class Figure
{
    /// <summary>The main figure from head to feet, as far as its garments tell; null where nobody else is in the photo.</summary>
    /// <param name="places">The garments that were found.</param>
    /// <param name="photo">The photo.</param>
    public static PixelBox? OfMain(IReadOnlyList<FoundGarment> places, PixelImage photo)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(photo);
        if (!places.Any(p => p.Person > 0) || !places.Any(p => p.Person == 0))
        {
            return null;
        }

        PixelBox[] worn = [.. places.Where(p => p.Person == 0).Select(p => p.Box(photo.Width, photo.Height))];
        int left = worn.Min(b => b.X), right = worn.Max(b => b.X + b.Width);
        int top = worn.Min(b => b.Y), bottom = worn.Max(b => b.Y + b.Height);
        // Above the uppermost garment there is a head, a seventh of a body; hands and feet reach a little beyond.
        int head = (bottom - top) / 5, reach = Math.Max(right - left, bottom - top) / 12;
        left = Math.Max(left - reach, 0);
        top = Math.Max(top - head, 0);
        return new PixelBox(left, top, Math.Min(right + reach, photo.Width) - left, Math.Min(bottom + reach, photo.Height) - top);
    }
}
