using System.Text.RegularExpressions;

namespace Drape.Store.Jobs;

/// <summary>The rule for the name of a kind of job, which stands in addresses and commands.</summary>
public static partial class JobKind
{
    /// <summary>Small letters of the Latin alphabet, digits, - and ., 1 to 64 of them.</summary>
    public static bool IsRight(string? kind) => kind is not null && Rule().IsMatch(kind);

    /// <summary>Lets a name through that is right.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    internal static string Checked(string? kind) => IsRight(kind) ? kind! : throw new ArgumentException(
        $"'{kind}' is no kind of job: use small letters, digits, - and ., at most 64 of them.");

    [GeneratedRegex(@"\A[a-z0-9.-]{1,64}\z")]
    private static partial Regex Rule();
}
