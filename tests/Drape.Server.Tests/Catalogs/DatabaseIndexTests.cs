using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Drape.Store.Tests.Servers;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace Drape.Server.Tests.Catalogs;

/// <summary>The server whose searches PostgreSQL answers: a catalog's life, through the API alone.</summary>
public sealed class DatabaseIndexTests
{
    [PgliteFact]
    public async Task What_is_imported_is_found_by_photo_changes_and_goes_as_with_the_index_in_memory()
    {
        await using var app = await PgvectorApp.StartAsync();
        string shop = await app.NewCatalogAsync();
        await app.PutAsync(shop,
            CatalogApp.Product("red", Wardrobe.RedShirt, "Red shirt", 19), CatalogApp.Product("navy", Wardrobe.NavyShirt, "Navy shirt", 29),
            CatalogApp.Product("jeans", Wardrobe.Jeans, "Slim jeans", 59), CatalogApp.Product("dress", Wardrobe.GreenDress, "Green dress", 79));

        Assert.Equal("pgvector", (await (await app.Client.GetAsync("/api/v1/index")).ReadingAsync()).GetProperty("kind").GetString());
        Assert.Equal("red", (await FindAsync(app, shop, Wardrobe.RedShirt))[0]);
        Assert.Equal(["dress", "jeans"], (await FindAsync(app, shop, Wardrobe.RedShirt, "priceFrom=50")).Order());
        Assert.Equal("navy", (await FindAsync(app, shop, Wardrobe.RedShirt, "priceFrom=20"))[0]);

        await app.PutAsync(shop, CatalogApp.Product("red", Wardrobe.RedShirt, "Red shirt", 99));
        Assert.Equal("red", (await FindAsync(app, shop, Wardrobe.RedShirt, "priceFrom=50"))[0]);

        (await app.Client.PostAsync($"{shop}/products/red:retire", null)).EnsureSuccessStatusCode();
        Assert.DoesNotContain("red", await FindAsync(app, shop, Wardrobe.RedShirt));
        Assert.Equal("navy", (await FindAsync(app, shop, Wardrobe.RedShirt))[0]);

        (await app.Client.PostAsync($"{shop}/products/red:restore", null)).EnsureSuccessStatusCode();
        Assert.Equal("red", (await FindAsync(app, shop, Wardrobe.RedShirt))[0]);
    }

    [PgliteFact]
    public async Task Scores_are_those_of_the_index_in_memory()
    {
        await using var own = new CatalogApp();
        await own.InitializeAsync();
        await using var app = await PgvectorApp.StartAsync();
        var answers = new List<(string, double)[]>();
        foreach (var server in new[] { own, app })
        {
            string shop = await server.NewCatalogAsync();
            await server.PutAsync(shop, CatalogApp.Product("red", Wardrobe.RedShirt), CatalogApp.Product("navy", Wardrobe.NavyShirt),
                CatalogApp.Product("jeans", Wardrobe.Jeans), CatalogApp.Product("dress", Wardrobe.GreenDress));
            answers.Add([.. (await AnswerAsync(server, shop, Wardrobe.NavyShirt, "")).GetProperty("results").EnumerateArray()
                .Select(r => (r.GetProperty("product").GetString()!, Math.Round(r.GetProperty("score").GetDouble(), 3)))]);
        }

        Assert.Equal(4, answers[0].Length);
        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task An_index_that_cannot_be_had_is_told_with_its_reason()
    {
        if (PostgresServer.Missing is not null)
        {
            return;
        }

        await using var app = await WrongApp.MadeAsync();
        var problem = await app.TroubleAsync();

        Assert.StartsWith("pgvector is not to be had in ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var search = await app.Client.GetAsync("/api/v1/search?words=shirt&colour=%231f2a4d");
        await search.ProblemAsync(System.Net.HttpStatusCode.ServiceUnavailable, "urn:drape:index:unusable");
    }

    [Fact]
    public async Task Words_alone_are_answered_without_the_index()
    {
        if (PostgresServer.Missing is not null)
        {
            return;
        }

        await using var app = await WrongApp.MadeAsync();
        await app.TroubleAsync();
        string shop = await app.NewCatalogAsync();
        await app.PutAsync(shop, CatalogApp.Product("red", Wardrobe.RedShirt, "Summer shirt", 19),
            CatalogApp.Product("navy", Wardrobe.NavyShirt, "Winter shirt", 29), CatalogApp.Product("jeans", Wardrobe.Jeans, "Slim jeans", 59));

        Assert.Equal(["navy", "red"], (await app.FindAsync($"{shop}/search?words=shirt")).Order());
        Assert.Equal(["navy"], await app.FindAsync($"{shop}/search?words=shirt&priceFrom=20"));
        Assert.Equal(["navy"], CatalogApp.Ids(await (await app.Client.PostJsonAsync("/api/v1/search", """{"words":"winter"}""")).ReadingAsync()));
        var photo = await app.Client.GetAsync($"{shop}/search?like=red");
        await photo.ProblemAsync(System.Net.HttpStatusCode.ServiceUnavailable, "urn:drape:index:unusable");
    }

    /// <summary>The server on PostgreSQL without the extension.</summary>
    sealed class WrongApp(string connection) : CatalogApp
    {
        public static async Task<WrongApp> MadeAsync()
        {
            string name = $"unindexed_{Guid.NewGuid():N}";
            await using var server = new NpgsqlConnection(PostgresServer.Started.ConnectionTo("postgres") + ";Pooling=false");
            await server.ExecuteAsync($"create database {name}");
            return new WrongApp(PostgresServer.Started.ConnectionTo(name));
        }

        /// <summary>Waits until the server knows that there is no index, and gives what it says.</summary>
        public async Task<JsonElement> TroubleAsync()
        {
            JsonElement problem;
            do
            {
                await Task.Delay(50);
                problem = await (await Client.GetAsync("/health/ready")).Content.ReadFromJsonAsync<JsonElement>();
            }
            while (problem.GetProperty("type").GetString() is { } type
                && (type.EndsWith(":starting", StringComparison.Ordinal) || type.EndsWith(":filling", StringComparison.Ordinal)));
            return problem;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Store:Connection", connection).UseSetting("Index:Kind", "pgvector");
        }
    }

    static async Task<string[]> FindAsync(CatalogApp app, string shop, byte[] photo, string query = "") =>
        CatalogApp.Ids(await AnswerAsync(app, shop, photo, query));

    static async Task<JsonElement> AnswerAsync(CatalogApp app, string shop, byte[] photo, string query)
    {
        using var body = new ByteArrayContent(photo);
        body.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return await (await app.Client.PostAsync($"{shop}/search?{query}", body)).ReadingAsync();
    }

    /// <summary>The server on PGlite, which is emptied for it.</summary>
    sealed class PgvectorApp(string connection) : CatalogApp
    {
        public static async Task<PgvectorApp> StartAsync()
        {
            string connection = (await PgliteServer.StartedAsync()).Connection;
            await using (var database = new NpgsqlConnection(connection + ";Pooling=false"))
            {
                await database.ExecuteAsync("drop schema public cascade; create schema public");
            }

            var app = new PgvectorApp(connection);
            await app.InitializeAsync();
            return app;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Store:Connection", connection).UseSetting("Index:Kind", "pgvector");
        }
    }
}
