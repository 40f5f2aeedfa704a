using Drape.Server.Problems;

namespace Drape.Server.Eva;

/// <summary>Why Eva cannot do what was asked.</summary>
static class EvaProblems
{
    public static Problem NoOutfit { get; } = new()
    {
        Type = "urn:drape:style:no-outfit",
        Title = "Nobody wears an outfit",
        Status = 422,
        Detail = "A style is read off an outfit that somebody wears, and nobody does in this photo. Send one of the whole outfit.",
    };
}
