using System.Globalization;
using Drape.Server.Problems;

namespace Drape.Server.Hosting;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Limit">How many at most, from 1.</param>
/// <param name="After">The last one of the page before; null for the first page.</param>
sealed record PageQuery(int Limit, long? After)
{
    const int Usual = 50;
    const int Most = 500;

    /// <summary>Reads the parameters <c>limit</c> and <c>after</c>, and refuses those that the list does not have.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">What stands there for the limit.</param>
    /// <param name="after">What stands there for the page before.</param>
    /// <param name="others">The list's other parameters.</param>
    /// <exception cref="ProblemException">One of them cannot be used.</exception>
    public static PageQuery Parse(HttpRequest request, string? limit, string? after, params string[] others)
    {
        // A filter with a slip of the pen would answer with everything.
        string[] known = [.. others, "limit", "after"];
        string? stranger = request.Query.Keys.FirstOrDefault(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase));
        return stranger is null
            ? new PageQuery((int)(Number("limit", limit, Most) ?? Usual), Number("after", after, long.MaxValue))
            : throw new ProblemException(RequestProblems.WrongParameter(
                $"There is no parameter '{stranger}' here: there are {string.Join(", ", known)}."));
    }

    /// <summary>The page that was asked for, from what was found.</summary>
    /// <param name="found">What was found, one more than <see cref="Limit"/> where there is a further page.</param>
    /// <returns>What is shown, and its last one if there is a further page.</returns>
    public (IEnumerable<T> Shown, T? Last) Cut<T>(IReadOnlyList<T> found)
        where T : class => (found.Take(Limit), found.Count > Limit ? found[Limit - 1] : null);

    static long? Number(string name, string? text, long most) => string.IsNullOrEmpty(text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number >= 1 && number <= most ? number : throw new ProblemException(RequestProblems.WrongParameter(most == long.MaxValue
                ? $"'{name}' is '{text}': it is the number that the page before gave as 'next'."
                : $"'{name}' is '{text}': it is a number from 1 to {most}."));
}
