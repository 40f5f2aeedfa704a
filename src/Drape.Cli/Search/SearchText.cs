using System.Globalization;
using Drape.Cli.Terminal;
using Drape.Server.Catalogs.Search;

namespace Drape.Cli.Search;

/// <summary>Prints a search's answer for people.</summary>
static class SearchText
{
    /// <summary>A name longer than so many cells of the terminal is cut.</summary>
    const int NameWidth = 40;

    const int SwatchWidth = 3;

    public static void Write(SearchAnswer answer, SearchWish wish, Output output)
    {
        var ink = new Ink(output.Colours);
        WriteQuery(answer.Query, wish, output.Out, ink);
        if (answer.Results.Count == 0)
        {
            output.Out.WriteLine("No product was found." + Advice(wish.Request));
            return;
        }

        bool several = answer.Results.Select(r => r.Catalog).Distinct().Count() > 1;
        var table = new TextTable("score", "product", "catalog", "type", "colour", "pattern", "name", "price", "link");
        foreach (var result in answer.Results)
        {
            string score = result.Score.ToString("0.00", CultureInfo.InvariantCulture);
            string swatch = result.ColourHex is { } hex ? ink.Swatch(hex) : "";
            table.Add(
                new TextTable.Cell(score, ink.Accent(score)),
                Printable.Text(result.Product),
                several ? result.Catalog : "",
                result.Type,
                new TextTable.Cell(result.Colour, swatch + result.Colour, swatch.Length > 0 ? SwatchWidth : 0),
                result.Pattern,
                CellWidth.Cut(Printable.Text(result.Name ?? ""), NameWidth),
                Price(result),
                Printable.Text(result.Link ?? ""));
        }

        table.Write(output.Out, ink);
    }

    /// <summary>What the photo shows, so that another garment can be picked.</summary>
    static void WriteQuery(SearchedFor query, SearchWish wish, TextWriter writer, Ink ink)
    {
        if (query.Garments is not { } garments)
        {
            return;
        }

        string photo = Printable.Text(wish.Photo!);
        if (garments.Count == 0)
        {
            writer.WriteLine($"{photo}: no garment was found, so that the whole photo is looked for.");
            writer.WriteLine();
            return;
        }

        writer.WriteLine(query.Garment is null ? $"{photo}: looking for the whole photo." : $"{photo}:");
        foreach (var garment in garments)
        {
            bool meant = garment.Number == query.Garment;
            string line = string.Create(CultureInfo.InvariantCulture,
                $"  {garment.Number}  {garment.Type}, {garment.Colour}{(meant ? "  (looked for)" : "")}");
            writer.WriteLine(meant ? ink.Accent(line) : line);
        }

        writer.WriteLine(ink.Muted(garments.Count > 1 || query.Garment is null
            ? $"  --garment N looks for another{(query.Garment is null ? "" : $", --garment {SearchedPhoto.WholePhoto} for the whole photo")}."
            : $"  --garment {SearchedPhoto.WholePhoto} looks for the whole photo."));
        writer.WriteLine();
    }

    static string Price(SearchResult result) => result.Price is not { } price ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{price:0.00##} {result.Currency}").TrimEnd();

    /// <summary>Which of the wishes may be too narrow.</summary>
    static string Advice(SearchRequest request)
    {
        var filter = request.Filter;
        string[] narrow =
        [
            .. Given("--type", filter.Type), .. Given("--colour-name", filter.Colour), .. Given("--pattern", filter.Pattern),
            .. Given("--gender", filter.Gender), .. Given("--price-from", filter.PriceFrom), .. Given("--price-to", filter.PriceTo),
            .. Given("--min-score", request.MinScore > 0 ? request.MinScore : null), .. Given("--same-kind", request.SameKindOnly ? true : null),
            .. Given("--words", request.Words),
        ];
        return narrow.Length == 0
            ? $" {(request.Catalogs.Count == 1 ? $"The catalog {request.Catalogs[0]} is" : "The catalogs are")} empty, or read "
                + "by another network: 'drape index status' tells."
            : narrow is [var only] ? $" {Hint(only)}"
            : $" Search with fewer of {string.Join(", ", narrow)}.";
    }

    static string Hint(string option) => option switch
    {
        "--words" => "All words must be in a product's name, category, type, colour or pattern: try fewer of them.",
        "--type" or "--colour-name" or "--pattern" => $"Is there any with this {option}? 'drape search --words' finds what there is.",
        "--gender" => "--gender is compared with the shop's own word for it.",
        _ => $"Search without {option}.",
    };

    static string[] Given(string option, object? value) => value is null ? [] : [option];
}
