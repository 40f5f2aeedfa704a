namespace Drape.Garments;

/// <summary>
/// Somebody seen from the waist down: hardly any skin, nor many things, but what is worn goes on above the photo's upper edge and stands
/// in shoes. What lies on a floor is mostly shown whole.
/// </summary>
static class Legs
{
    /// <summary>Whether a photo shows no more of somebody than that.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="foreground">How many of its pixels are not background.</param>
    public static bool Shown(ParsedPhoto photo, int foreground)
    {
        var groups = photo.Meaning;
        var labels = photo.Labels;
        int cut = 0;
        foreach (byte label in labels[..photo.Width])
        {
            cut += groups.IsGarment(label) && !groups.Footwear[label] ? 1 : 0;
        }

        if (cut < FinderLimits.Cut * photo.Width)
        {
            return false;
        }

        long shoes = 0, rows = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (groups.Footwear[labels[i]])
            {
                shoes++;
                rows += i / photo.Width;
            }
        }

        return shoes >= FinderLimits.Thing * foreground && rows >= FinderLimits.Feet * photo.Height * shoes;
    }
}
