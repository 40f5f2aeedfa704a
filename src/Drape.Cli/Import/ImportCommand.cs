using System.CommandLine;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;

namespace Drape.Cli.Import;

/// <summary><c>drape import</c> on the command line: its words, options and help.</summary>
static class ImportCommand
{
    const string Lessons = """
        Examples:
          drape import pictures/ --catalog shop                    each picture is a product, called as its file
          drape import products.csv --catalog shop                 a table: id, picture, name, price, currency, link, ...
          drape import products.csv --catalog shop --column price=cost --column name.ko=title --currency EUR
          drape import products.csv --catalog shop --columns mapping.yaml --pictures photos/
          drape import products.csv --catalog shop --encoding cp949   as Korean Excel saves it
          drape import products.csv --catalog shop --retire        what the table has no more is found no more

        The table's columns are id, picture, name, price, currency, link, category, gender, and name.ko for a name in
        another language. A mapping in YAML says which of a shop's columns they are:
          columns: { id: sku, picture: image_url, price: cost }
          currency: EUR

        Run it again whenever the shop changes: what is known is not read again, what changed is. Ctrl-C finishes and
        writes what is begun; the same command goes on where it stopped.

        Ends with 0 when all was done, 1 when some rows failed (each is named), 2 on wrong use, 3 when Drape itself
        failed, 130 when stopped by Ctrl-C.
        """;

    public static Command Create(Output output)
    {
        var source = new Argument<string>("source")
        {
            Description = "A folder of pictures, or a table of products.",
            HelpName = "FOLDER|TABLE.csv",
        };
        var catalog = new Option<string?>("--catalog")
        {
            Description = "The catalog that takes the products; it is made if it is not there.",
            HelpName = "NAME",
            Required = true,
        };
        var mapping = TextOption.Create("--columns", "Which column of the table means what, in YAML.", "FILE.yaml", "a file");
        var columns = new Option<string[]>("--column")
        {
            Description = "One such column: Drape's name, then the table's.",
            HelpName = "price=cost",
        };
        var pictures = TextOption.Create("--pictures", "The folder that the table's pictures lie in.", "DIR", "a folder");
        var currency = TextOption.Create("--currency", "The currency of prices that name none.", "EUR", "a currency");
        var delimiter = TextOption.Create(
            "--delimiter", "What parts the table's columns; found out if not given.", "CHARACTER", "a character");
        var encoding = TextOption.Create("--encoding",
            "How the table is written, if not in UTF-8: cp949 by Korean Excel.", "NAME", "an encoding");
        var retire = new Option<bool>("--retire")
        {
            Description = "Retire the products that the source has no more.",
        };
        var fetchAgain = new Option<bool>("--fetch-again")
        {
            Description = "Fetch the pictures behind known URLs again: they may have changed.",
        };
        var allowPrivate = WebOption.AllowPrivate();
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var home = DrapeHome.Option();
        Misuse.RefuseOptions(source);
        var command = new TaughtCommand("import", "Bring a shop's products into a catalog.", Lessons)
        {
            source, catalog, mapping, columns, pictures, currency, delimiter, encoding, retire, fetchAgain, allowPrivate, json, home,
        };
        command.SetAction((parsed, cancellation) => new ImportRun(new ImportRequest
        {
            Source = parsed.GetRequiredValue(source),
            Catalog = parsed.GetValue(catalog) ?? "",
            Mapping = parsed.GetValue(mapping),
            Columns = parsed.GetValue(columns) ?? [],
            Pictures = parsed.GetValue(pictures),
            Currency = parsed.GetValue(currency),
            Delimiter = parsed.GetValue(delimiter),
            Encoding = parsed.GetValue(encoding),
            Retire = parsed.GetValue(retire),
            FetchAgain = parsed.GetValue(fetchAgain),
            AllowPrivate = parsed.GetValue(allowPrivate),
            Json = parsed.GetValue(json),
            Home = parsed.GetValue(home),
        }, output).RunAsync(cancellation));
        return command;
    }
}
