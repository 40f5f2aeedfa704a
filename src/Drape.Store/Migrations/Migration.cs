using System.Globalization;
using System.Reflection;
using Drape.Store.Databases;

namespace Drape.Store.Migrations;

/// <summary>One step of the schema: a numbered file of SQL.</summary>
/// <param name="Number">Its place, from 1 on.</param>
/// <param name="Name">What it brings.</param>
/// <param name="Sql">What it does, in the database's own words.</param>
sealed record Migration(int Number, string Name, string Sql)
{
    const string Folder = "Migrations/";

    /// <summary>
    /// The steps that this Drape knows, in order. A file <c>0001-name.sql</c> is for both databases, with words in braces
    /// for types that they call differently; <c>0001-name.sqlite.sql</c> is for one of them and follows it.
    /// </summary>
    public static IReadOnlyList<Migration> Shipped(Dialect dialect)
    {
        var assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Select(name => (Resource: name, Parts: name[Folder.Length..].Split('.')))
                .Where(file => file.Parts.Length == 2 || file.Parts[1] == dialect.Name)
                .GroupBy(file => file.Parts[0])
                .OrderBy(step => step.Key, StringComparer.Ordinal)
                .Select(step => new Migration(
                    int.Parse(step.Key[..4], CultureInfo.InvariantCulture), step.Key[5..],
                    string.Join('\n', step.OrderBy(file => file.Parts.Length)
                        .Select(file => InWordsOf(dialect, Text(assembly, file.Resource)))))),
        ];
    }

    static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    static string InWordsOf(Dialect dialect, string sql) => dialect.Types.Aggregate(
        sql, (text, type) => text.Replace($"{{{type.Key}}}", type.Value, StringComparison.Ordinal));
}
