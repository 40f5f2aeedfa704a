using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Store;
using Drape.Store.Catalogs;

namespace Drape.Cli.Catalogs;

/// <summary><c>drape catalogs</c>: which there are, and what is no more wanted in them.</summary>
static class CatalogsCommand
{
    const string Lessons = """
        Examples:
          drape catalogs                          every catalog with the number of its products
          drape catalogs retire shop 15970 3805   products that are found no more, and kept
          drape catalogs restore shop 15970       found again
          drape catalogs delete shop --yes        the catalog and all its products; pictures go with 'drape sweep'
        """;

    public static Command Create(Output output)
    {
        var command = new TaughtCommand("catalogs", "List catalogs; delete one, retire and restore products.", Lessons);
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction((parsed, cancellation) =>
            ListAsync(parsed.GetValue(home), parsed.GetValue(json), output, cancellation));
        var list = new TaughtCommand("list", "List the catalogs.", Lessons);
        var (listHome, listJson) = KeptOptions.AddTo(list);
        list.SetAction((parsed, cancellation) =>
            ListAsync(parsed.GetValue(listHome), parsed.GetValue(listJson), output, cancellation));
        command.Subcommands.Add(list);
        command.Subcommands.Add(Delete(output));
        command.Subcommands.Add(Products("retire", "Retire products: they are kept, and no search finds them.", "retired",
            (store, catalog, keys, cancellation) => store.Products.RetireAsync(catalog, keys, cancellation), output));
        command.Subcommands.Add(Products("restore", "Let searches find retired products again.", "restored",
            (store, catalog, keys, cancellation) => store.Products.RestoreAsync(catalog, keys, cancellation), output));
        return command;
    }

    static TaughtCommand Delete(Output output)
    {
        var name = Name();
        var yes = new Option<bool>("--yes") { Description = "It is really meant." };
        var command = new TaughtCommand("delete", "Delete a catalog with all its products; their pictures go with 'drape sweep'.", Lessons) { name, yes };
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await DrapeHome.OpenAsync(parsed.GetValue(home), cancellation);
            var catalog = await FindAsync(store, parsed.GetRequiredValue(name), cancellation);
            var counts = await store.Catalogs.CountAsync(catalog.Id, cancellation);
            long products = counts.Products + counts.Retired;
            if (!parsed.GetValue(yes))
            {
                throw new WrongUseException($"{catalog.Name} has {Count(products)}, which are deleted with it. "
                    + "Say --yes if that is meant.");
            }

            await store.Catalogs.DeleteAsync(catalog.Name, cancellation);
            Tell(new CatalogChange(catalog.Name, products), $"{catalog.Name} is deleted with {Count(products)}. 'drape sweep' deletes their pictures.",
                parsed.GetValue(json), output);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A part that does something with products of a catalog.</summary>
    static TaughtCommand Products(string name, string description, string done,
        Func<DrapeStore, int, IReadOnlyList<string>, CancellationToken, Task<int>> change, Output output)
    {
        var catalogName = Name();
        var ids = new Argument<string[]>("ids")
        {
            Description = "The products' ids.",
            HelpName = "ID",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new TaughtCommand(name, description, Lessons) { catalogName, ids };
        var (home, json) = KeptOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await DrapeHome.OpenAsync(parsed.GetValue(home), cancellation);
            var catalog = await FindAsync(store, parsed.GetRequiredValue(catalogName), cancellation);
            string[] keys = [.. parsed.GetRequiredValue(ids).Distinct(StringComparer.Ordinal)];
            var known = await store.Products.KnownAsync(catalog.Id, keys, cancellation);
            string[] strange = [.. keys.Where(k => !known.ContainsKey(k))];
            int changed = await change(store, catalog.Id, [.. known.Keys], cancellation);
            foreach (string key in strange)
            {
                output.Error.WriteLine(Printable.Text($"drape: {catalog.Name} has no product '{key}'."));
            }

            int before = known.Count - changed;
            Tell(new CatalogChange(catalog.Name, changed), $"{Count(changed)} {done} in {catalog.Name}"
                + (before > 0 ? $", {before} {(before == 1 ? "was" : "were")} so before." : "."), parsed.GetValue(json), output);
            return strange.Length > 0 ? ExitCode.SomeFailed : ExitCode.Done;
        });
        return command;
    }

    static async Task<int> ListAsync(string? home, bool json, Output output, CancellationToken cancellation)
    {
        await using var store = await DrapeHome.OpenAsync(home, cancellation);
        var catalogs = new List<CatalogSummary>();
        foreach (var catalog in await store.Catalogs.ListAsync(cancellation))
        {
            var counts = await store.Catalogs.CountAsync(catalog.Id, cancellation);
            catalogs.Add(new CatalogSummary(catalog.Name, counts.Products, counts.Retired, catalog.CreatedAt));
        }

        if (json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize<IReadOnlyList<CatalogSummary>>(
                catalogs, CatalogsJson.Indented.IReadOnlyListCatalogSummary));
        }
        else if (catalogs.Count == 0)
        {
            output.Out.WriteLine("There is no catalog yet. 'drape import FOLDER --catalog NAME' makes one.");
        }
        else
        {
            Write(catalogs, output);
        }

        return ExitCode.Done;
    }

    static void Write(List<CatalogSummary> catalogs, Output output)
    {
        var table = new TextTable("catalog", "products", "retired", "since");
        foreach (var catalog in catalogs)
        {
            table.Add(catalog.Name, catalog.Products.ToString("N0", CultureInfo.InvariantCulture),
                catalog.Retired == 0 ? "" : catalog.Retired.ToString("N0", CultureInfo.InvariantCulture),
                catalog.CreatedAt.ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        table.Write(output.Out, new Ink(output.Colours));
    }

    static void Tell(CatalogChange change, string sentence, bool json, Output output)
    {
        if (json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize(change, CatalogsJson.Indented.CatalogChange));
        }
        else
        {
            output.Out.WriteLine(sentence);
        }
    }

    static async Task<Catalog> FindAsync(DrapeStore store, string name, CancellationToken cancellation)
    {
        if (await store.Catalogs.FindAsync(name, cancellation) is { } catalog)
        {
            return catalog;
        }

        var others = (await store.Catalogs.ListAsync(cancellation)).Select(c => c.Name).ToList();
        throw new WrongUseException($"There is no catalog '{name}'. "
            + (others.Count == 0 ? "There is none yet." : $"There {(others.Count == 1 ? "is" : "are")} {string.Join(", ", others)}."));
    }

    static string Count(long products) =>
        string.Create(CultureInfo.InvariantCulture, $"{products:N0} {(products == 1 ? "product" : "products")}");

    static Argument<string> Name() => new("name") { Description = "The catalog.", HelpName = "NAME" };
}
