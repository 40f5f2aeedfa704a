using Drape.Cli.CommandLine;
using Drape.Imaging;
using Drape.Native;
using Drape.Server.Catalogs.Import;

namespace Drape.Cli.Import;

/// <summary>Opens what a command line names as the source of products.</summary>
static class GivenSource
{
    /// <exception cref="WrongUseException">What is named is not there, or options do not go with it.</exception>
    /// <exception cref="ImportException">The source or the mapping cannot be used.</exception>
    public static IProductSource Open(ImportRequest request)
    {
        if (Directory.Exists(request.Source))
        {
            return TableOption(request) is { } stray
                ? throw new WrongUseException($"{stray} is for a table; {request.Source} is a folder.")
                : new ProductFolder(request.Source);
        }

        if (SpecialFile.Is(request.Source))
        {
            throw new WrongUseException($"{request.Source} is a pipe, a device or a socket. Save the table to a file first.");
        }

        if (!File.Exists(request.Source))
        {
            throw new WrongUseException($"There is no folder or table {request.Source}.");
        }

        return PictureEndings.Has(request.Source)
            ? throw new WrongUseException($"{request.Source} is a picture. Give the folder it lies in, or a table of products.")
            : ProductTable.Open(request.Source, MappingOf(request));
    }

    static string? TableOption(ImportRequest request) => request switch
    {
        { Mapping: not null } => "--columns",
        { Columns.Count: > 0 } => "--column",
        { Pictures: not null } => "--pictures",
        { Currency: not null } => "--currency",
        { Delimiter: not null } => "--delimiter",
        { Encoding: not null } => "--encoding",
        _ => null,
    };

    static ColumnMapping MappingOf(ImportRequest request)
    {
        var mapping = request.Mapping is { } file ? ColumnMapping.FromYaml(TextOf(file), file) : ColumnMapping.Plain;
        mapping = request.Columns.Aggregate(mapping, (known, pair) => known.With(pair));
        return mapping with
        {
            Delimiter = request.Delimiter is { } delimiter ? DelimiterOf(delimiter) : mapping.Delimiter,
            Encoding = request.Encoding ?? mapping.Encoding,
            Currency = request.Currency is { } currency ? CurrencyOf(currency) : mapping.Currency,
            Pictures = request.Pictures is { } pictures ? FolderOf(pictures) : mapping.Pictures,
        };
    }

    static string TextOf(string mapping)
    {
        try
        {
            return File.ReadAllText(mapping);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"The mapping cannot be opened: {e.Message}", e);
        }
    }

    static string DelimiterOf(string given) => given switch
    {
        "\\t" or "tab" => "\t",
        { Length: 1 } => given,
        _ => throw new WrongUseException($"--delimiter takes one character such as ';', or tab, not '{given}'."),
    };

    static string CurrencyOf(string given) => given.Length == 3 && given.All(char.IsAsciiLetter) ? given
        : throw new WrongUseException($"--currency takes a code of three letters such as EUR, not '{given}'.");

    static string FolderOf(string given) => Directory.Exists(given) ? Path.GetFullPath(given)
        : throw new WrongUseException($"There is no folder {given} for --pictures.");
}
