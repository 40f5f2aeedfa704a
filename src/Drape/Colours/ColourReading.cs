namespace Drape.Colours;

/// <summary>The colours of one garment.</summary>
public sealed record ColourReading
{
    /// <summary>The most colours a reading holds.</summary>
    public const int Most = 5;

    /// <summary>Creates a reading.</summary>
    /// <param name="main">What a person would call the garment's colour; one of <see cref="ColourNames.All"/>.</param>
    /// <param name="colours">One to five colours, the largest share first; the shares sum to at most 1.</param>
    /// <param name="confidence">How probable the main name is, 0 to 1.</param>
    /// <exception cref="ArgumentException">A value is not of the form or range described.</exception>
    public ColourReading(string main, IReadOnlyList<NamedColour> colours, double confidence = 1)
    {
        if (!ColourNames.All.Contains(main))
        {
            throw new ArgumentException($"'{main}' is not one of the colour names.", nameof(main));
        }

        ArgumentNullException.ThrowIfNull(colours);
        if (colours.Count is 0 or > Most)
        {
            throw new ArgumentException($"A reading holds 1 to {Most} colours, not {colours.Count}.", nameof(colours));
        }

        if (colours.Sum(colour => colour.Share) > 1.0001)
        {
            throw new ArgumentException("The shares sum to more than 1.", nameof(colours));
        }

        if (colours.Zip(colours.Skip(1)).Any(pair => pair.First.Share < pair.Second.Share))
        {
            throw new ArgumentException("The largest share comes first.", nameof(colours));
        }

        if (confidence is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
        }

        (Main, Colours, Confidence) = (main, [.. colours], confidence);
    }

    /// <summary>What a person would call the garment's colour, "multicolor" where no colour rules.</summary>
    public string Main { get; }

    /// <summary>How probable the main name is, 0 to 1: near 1 for a plain red, lower between navy and blue.</summary>
    public double Confidence { get; }

    /// <summary>The measured colours, the largest share first.</summary>
    public IReadOnlyList<NamedColour> Colours { get; }
}
