using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Drape.Server.Catalogs.Import;

/// <summary>
/// Which column of a shop's table means what. A column that is not mapped is looked for under Drape's own name:
/// id, picture, name, price, currency, link, category, gender, and name.ko or name.ru for names in other languages.
/// </summary>
public sealed record ColumnMapping
{
    /// <summary>Drape's names of columns, without names in further languages.</summary>
    public static IReadOnlyList<string> Known { get; } =
        ["id", "picture", "name", "price", "currency", "link", "category", "gender"];

    /// <summary>What begins the name of a column with names in a further language.</summary>
    internal const string OtherNames = "name.";

    /// <summary>No column is called otherwise than Drape calls it.</summary>
    public static ColumnMapping Plain { get; } = new();

    /// <summary>The shop's column by Drape's name.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>What parts the columns; found out where it is null.</summary>
    public string? Delimiter { get; init; }

    /// <summary>How a table without a byte order mark is written, such as cp949; UTF-8 where it is null.</summary>
    public string? Encoding { get; init; }

    /// <summary>The currency of prices that name none.</summary>
    public string? Currency { get; init; }

    /// <summary>The folder that pictures' paths start from; the table's own folder where it is null.</summary>
    public string? Pictures { get; init; }

    /// <summary>Reads a mapping in YAML.</summary>
    /// <exception cref="ImportException">It is no YAML, or has a key that means nothing here.</exception>
    public static ColumnMapping FromYaml(string yaml, string name)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        try
        {
            var read = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
                .Deserialize<Written?>(yaml) ?? new Written();
            return new ColumnMapping
            {
                Columns = read.Columns ?? [], // "columns:" with nothing behind it
                Delimiter = read.Delimiter,
                Encoding = read.Encoding,
                Currency = read.Currency,
                Pictures = read.Pictures,
            }.Checked(name);
        }
        catch (YamlException e)
        {
            throw new ImportException($"The mapping {name} cannot be read at line {e.Start.Line}: it is YAML with no other words "
                + "than columns (each as id: sku), delimiter, encoding, currency and pictures.", e);
        }
    }

    /// <summary>The same with a further column, given as <c>name=column</c>.</summary>
    /// <exception cref="ImportException">It has no sign of equality, or a name that means nothing here.</exception>
    public ColumnMapping With(string pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return pair.Split('=', 2) is [{ Length: > 0 } known, { Length: > 0 } column]
            ? (this with { Columns = new Dictionary<string, string>(Columns) { [known] = column } }).Checked("given")
            : throw new ImportException($"'{pair}' is no mapping of a column. Write it as price=cost, Drape's name first.");
    }

    ColumnMapping Checked(string name)
    {
        string? strange = Columns.Keys.FirstOrDefault(k => !Known.Contains(k)
            && !(k.StartsWith(OtherNames, StringComparison.Ordinal) && k.Length > OtherNames.Length));
        return strange is null && (Delimiter?.Length ?? 1) == 1 ? this : throw new ImportException(strange is null
            ? $"The mapping {name} has the delimiter '{Delimiter}'; it is one character."
            : $"The mapping {name} has a column '{strange}', which means nothing here. "
                + $"There are {string.Join(", ", Known)}, and {OtherNames}ko for a name in another language.");
    }

    /// <summary>What a YAML file may hold.</summary>
    sealed class Written
    {
        public Dictionary<string, string>? Columns { get; set; } = [];

        public string? Delimiter { get; set; }

        public string? Encoding { get; set; }

        public string? Currency { get; set; }

        public string? Pictures { get; set; }
    }
}
