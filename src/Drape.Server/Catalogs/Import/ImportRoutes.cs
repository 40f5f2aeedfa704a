using System.Text.Json;
using Drape.Server.Hosting;
using Drape.Server.Jobs;
using Drape.Server.People;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store;

namespace Drape.Server.Catalogs.Import;

/// <summary>The routes by which products come into catalogs.</summary>
static class ImportRoutes
{
    /// <summary>Products that are answered at once; more are a job.</summary>
    const int AtOnce = 16;

    /// <summary>Products that one request takes.</summary>
    public const int MostProducts = 500;

    const string TableField = "table", MappingField = "mapping", EncodingField = "encoding", RetireField = "retireVanished";

    public static void MapImports(this RouteGroupBuilder catalogs)
    {
        catalogs.MapPost("/{name}/products", PutAsync)
            .ForWriters()
            .WithName("PutProducts")
            .WithSummary("Adds and updates products")
            .WithDescription("""
                A JSON array of products, 500 at most; the picture of each is a URL, a data: URL or base64 text. Up to 16 are
                answered at once, each with what became of it, and are found by the next search. More, or any number with
                `job=true`, are kept and become a job, whose address is the answer's `Location`.
                """)
            .Produces<BatchAnswer>()
            .Produces<JobAnswer>(202)
            .ProducesProblems(400, 404, 408, 413, 415, 422, 429, 500, 503)
            .AddOpenApiOperationTransformer(ImportDocument.DescribeProducts);
        catalogs.MapPost("/{name}/imports", ImportAsync)
            .ForWriters()
            .WithName("ImportTable")
            .WithSummary("Imports a table of products")
            .WithDescription("""
                A form with a CSV file as `table` (columns id, picture, name, price, currency, link, category, gender, and
                name.ko for names in other languages; pictures are URLs), if wanted a `mapping` of other columns in YAML, its
                `encoding` where it is not UTF-8 and has no byte order mark (`cp949` from Korean Excel), and
                `retireVanished=true` where products that the table no longer has are to be retired. It becomes a job, whose result
                names the rows that were passed over.
                """)
            .Produces<JobAnswer>(202)
            .ProducesProblems(400, 404, 408, 413, 415, 422, 429, 500, 503)
            .AddOpenApiOperationTransformer(ImportDocument.DescribeTable);
    }

    static async Task<IResult> PutAsync(HttpContext context, string name, string? job, PhotoIntake intake, PhotoDesk desk,
        CatalogImports imports, DrapeStore store, CancellationToken cancellation)
    {
        bool asJob = Flag("job", job);
        var catalog = await store.Catalogs.RequireAsync(name, cancellation);
        desk.RequireRoom();
        using var body = await intake.ReceiveJsonAsync(context.Request,
            "Send an array of products: [{\"id\": \"1\", \"picture\": \"https://...\"}].", cancellation);
        byte[] json = body.Bytes.ToArray();
        body.Clear();
        if (ProductList.IsOne(json))
        {
            throw new ProblemException(RequestProblems.WrongParameter(
                "That is one product: send an array of products, [{\"id\": \"1\", \"picture\": \"https://...\"}]."));
        }

        RefuseStrangers(json);
        var products = new ProductList(json);
        if (products.Count is 0 or > MostProducts)
        {
            throw new ProblemException(RequestProblems.WrongParameter(products.Count == 0 ? "There is no product in the JSON."
                : $"There are {products.Count} products; at most {MostProducts} are taken at once. Send a table instead."));
        }

        if (!asJob && products.Count <= AtOnce)
        {
            return JsonAnswer.Of(await imports.AnswerAsync(catalog, products, cancellation));
        }

        return await new JobOrder<ImportOrder>(ImportJob.Kind, $"{catalog.Name}, {products.Count} products",
            new ImportOrder { Catalog = catalog.Name })
        {
            Content = json,
            ContentType = "application/json",
        }.PlaceAsync(context, store, cancellation);
    }

    static async Task<IResult> ImportAsync(
        HttpContext context, string name, PhotoIntake intake, DrapeStore store, CancellationToken cancellation)
    {
        var catalog = await store.Catalogs.RequireAsync(name, cancellation);
        using var form = await intake.ReadFormAsync(context.Request, TableField, cancellation);
        if (form.File is not { } table)
        {
            throw new ProblemException(RequestProblems.WrongParameter(
                $"The form has no part named \"{TableField}\". Send the CSV file under that name."));
        }

        string[] known = [TableField, MappingField, EncodingField, RetireField];
        if (form.Texts.Keys.FirstOrDefault(k => !known.Contains(k, StringComparer.OrdinalIgnoreCase)) is { } stranger)
        {
            throw new ProblemException(RequestProblems.WrongParameter(
                $"There is no field '{stranger}' here: there are {string.Join(", ", known)}."));
        }

        bool retire = Flag(RetireField, form.Texts.GetValueOrDefault(RetireField));
        string? mapping = form.Texts.GetValueOrDefault(MappingField) is { Length: > 0 } yaml ? yaml : null;
        string? encoding = form.Texts.GetValueOrDefault(EncodingField) is { Length: > 0 } named ? named : null;
        byte[] content = table.File.ToArray();
        await CheckAsync(content, table.Name, mapping, encoding, cancellation);
        var order = new ImportOrder
        {
            Catalog = catalog.Name,
            Table = table.Name,
            Mapping = mapping,
            Encoding = encoding,
            RetireVanished = retire,
        };
        return await new JobOrder<ImportOrder>(ImportJob.Kind, $"{catalog.Name}, from {table.Name}", order)
        {
            Content = content,
            ContentType = "text/csv",
        }.PlaceAsync(context, store, cancellation);
    }

    /// <summary>Refuses a table now that the job would refuse later, when nobody looks.</summary>
    static async Task CheckAsync(
        byte[] content, string name, string? mapping, string? encoding, CancellationToken cancellation)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, content, cancellation);
            KeptSource.TableOf(file, name, mapping, encoding);
        }
        finally
        {
            File.Delete(file);
        }
    }

    static void RefuseStrangers(byte[] json)
    {
        try
        {
            JsonFields.RequireKnown(json, "products");
        }
        catch (JsonException)
        {
            // The list says where it is damaged.
        }
    }

    static bool Flag(string name, string? text) => text?.Trim().ToUpperInvariant() switch
    {
        null or "" or "FALSE" => false,
        "TRUE" => true,
        _ => throw new ProblemException(RequestProblems.WrongParameter($"'{name}' is '{text}': it is true or false.")),
    };
}
