using Drape.Colours;

namespace Drape.Similarity;

/// <summary>One colour of an item, and how much of the item has it.</summary>
public readonly record struct ColourShare
{
    /// <summary>Creates a colour with its share.</summary>
    /// <param name="colour">The colour; its values are numbers.</param>
    /// <param name="share">The part of the item that has it, 0 to 1.</param>
    /// <exception cref="ArgumentException">The colour holds something that is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public ColourShare(OkLab colour, float share)
    {
        if (!float.IsFinite(colour.L + colour.A + colour.B))
        {
            throw new ArgumentException($"{colour} is no colour: each of its values has to be a number.", nameof(colour));
        }

        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        }

        (Colour, Share) = (colour, share);
    }

    /// <summary>The colour.</summary>
    public OkLab Colour { get; }

    /// <summary>The part of the item that has it, 0 to 1.</summary>
    public float Share { get; }
}
