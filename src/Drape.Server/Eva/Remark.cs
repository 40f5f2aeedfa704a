namespace Drape.Server.Eva;

/// <summary>One thing that Eva says: a speech bubble.</summary>
/// <param name="About">What it is about: garments, question, style, colours or suggestion.</param>
/// <param name="Text">One to three short sentences.</param>
public sealed record Remark(string About, string Text)
{
    /// <summary>The garment that it is about, counted as in the reading; left out where it is about none alone.</summary>
    public int? Garment { get; init; }

    /// <summary>The two answers to a question; left out of what is none.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }
}

/// <summary>An answer to one of Eva's questions.</summary>
/// <param name="Value">The type or the style that is meant.</param>
/// <param name="Text">What the answer says.</param>
/// <param name="Reply">What Eva says to it.</param>
public sealed record Choice(string Value, string Text, string Reply);
