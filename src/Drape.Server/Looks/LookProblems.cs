using Drape.Server.Problems;

namespace Drape.Server.Looks;

/// <summary>Why something with looks cannot be had or done.</summary>
static class LookProblems
{
    public static Problem NotFound(string id) => New(404, "not-found", "There is no such look",
        $"There is no look {id} for you: it may be gone, or not be for everybody.");

    public static Problem NotYours(string id) => New(403, "not-yours", "The look is somebody else's",
        $"Look {id} can be changed and deleted by its author alone.");

    public static Problem NoComment(string id) => New(404, "no-comment", "There is no such comment",
        $"There is no comment {id} here that you may see or delete.");

    public static Problem NoPerson(string handle) => New(404, "no-person", "There is no such person",
        $"There is nobody called {handle} for you here.");

    public static Problem Yourself { get; } = New(422, "yourself", "That is you",
        "Nobody follows or blocks themselves.");

    public static Problem Blocked { get; } = New(422, "blocked", "You have blocked this person",
        "Take the block back before you follow this person.");

    public static Problem NoPicture { get; } = New(404, "no-picture", "The picture is gone",
        "The picture of this look is no longer kept.");

    public static Problem NoCard { get; } = New(404, "no-card", "There is no card",
        "A card is drawn of looks that everybody may see, and for their authors.");

    public static Problem TooMany(LookOptions options) => New(422, "too-many", "You have posted enough for now",
        $"One posts at most {options.LooksADay} looks a day and has at most {options.MostLooks}. Come back tomorrow, or delete some.");

    public static Problem TooTalkative(LookOptions options) => New(422, "too-talkative", "You have said enough for now",
        $"One writes at most {options.CommentsAnHour} comments an hour. Come back later.");

    public static Problem TooManyReports(LookOptions options) => New(422, "too-many-reports", "You have reported enough for now",
        $"One reports at most {options.ReportsADay} things a day. Come back tomorrow.");

    public static Problem NotReported(string id) => New(404, "not-reported", "Nobody has reported it",
        $"Nobody has reported {id}: there is nothing to decide.");

    public static Problem Wrong(string detail) => New(422, "wrong-details", "The look cannot be described so", detail);

    static Problem New(int status, string kind, string title, string detail) =>
        new() { Type = $"urn:drape:look:{kind}", Title = title, Status = status, Detail = detail };
}
