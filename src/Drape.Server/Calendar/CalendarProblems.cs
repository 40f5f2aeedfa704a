using System.Globalization;
using Drape.Server.Problems;
using Drape.Store.Calendar;

namespace Drape.Server.Calendar;

/// <summary>Why something in a calendar cannot be had or done.</summary>
static class CalendarProblems
{
    public static Problem NotFound(string id) => New(404, "not-found", "There is no such outfit",
        $"Your calendar has no outfit {id}, or no longer.");

    public static Problem NoSuchPiece { get; } = New(422, "no-piece", "A piece is not in the closet",
        "'pieces' are the numbers of pieces in your closet: at least one of these is not there, or lies in the bin.");

    public static Problem DayFull { get; } = New(422, "day-full", "The day is full",
        $"A day has at most {CalendarStore.MostADay} outfits. Take one off, or choose another day.");

    public static Problem NotYet(DateOnly day) => New(422, "not-yet", "The day is still to come",
        string.Create(CultureInfo.InvariantCulture, $"What is planned for {day:yyyy-MM-dd} was not worn yet."));

    public static Problem Wrong(string detail) => New(422, "wrong-outfit", "The outfit cannot be described so", detail);

    static Problem New(int status, string kind, string title, string detail) =>
        new() { Type = $"urn:drape:calendar:{kind}", Title = title, Status = status, Detail = detail };
}
