using System.Text.RegularExpressions;

namespace Drape.Store.Catalogs;

/// <summary>The rule for a catalog's name, which stands in addresses and commands.</summary>
public static partial class CatalogName
{
    /// <summary>Letters and digits of the Latin alphabet, - and _, 1 to 64 of them.</summary>
    public static bool IsRight(string? name) => name is not null && Rule().IsMatch(name);

    /// <summary>Refuses a name that is not right.</summary>
    /// <exception cref="StoreException">It is not.</exception>
    internal static void Check(string? name)
    {
        if (!IsRight(name))
        {
            throw new StoreException(
                $"'{name}' is no name for a catalog: use letters, digits, - and _, at most 64 of them.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Rule();
}
