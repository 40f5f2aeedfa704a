using Drape.Server.Problems;

namespace Drape.Server.Closets;

/// <summary>Why something in a closet cannot be had or done.</summary>
static class ClosetProblems
{
    public static Problem NotFound(string id) => New(404, "not-found", "There is no such piece",
        $"Your closet has no piece {id}, or no longer.");

    public static Problem NoPicture { get; } = New(404, "no-picture", "The picture is gone",
        "The picture of this piece is no longer kept. Add the piece again.");

    public static Problem Nothing { get; } = New(422, "nothing", "There is no garment in the photo",
        "No piece of clothing was found. Send a photo of one piece, laid flat or on a hanger, or of a whole outfit.");

    public static Problem NotTwo { get; } = New(409, "not-two", "There is no other piece",
        "This piece does not look like another of your closet, or no longer: there is nothing to put together.");

    public static Problem Full(int most) => New(422, "full", "The closet is full",
        $"A closet has at most {most} pieces. Delete some, and empty the bin, or ask whoever looks after the server.");

    public static Problem NoGarment(int asked, int found) => New(422, "no-garment", "There is no such garment in the photo",
        $"The photo has {found} garments, so 'garment' is from 0 to {found - 1}, not {asked}.");

    public static Problem Wrong(string detail) => New(422, "wrong-details", "The piece cannot be described so", detail);

    static Problem New(int status, string kind, string title, string detail) =>
        new() { Type = $"urn:drape:closet:{kind}", Title = title, Status = status, Detail = detail };
}
