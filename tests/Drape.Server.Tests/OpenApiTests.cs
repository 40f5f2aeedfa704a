using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Drape.Server.Tests;

public sealed class OpenApiTests(DrapeApp app) : IClassFixture<DrapeApp>
{
    [Fact]
    public async Task The_document_has_every_route_with_name_summary_description_and_problems()
    {
        var document = await DocumentAsync();
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Where(e => e.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true })
            .Select(e => e.RoutePattern.RawText!)
            .Where(p => !p.StartsWith("/openapi", StringComparison.Ordinal)).Select(p => Regex.Replace(p, @":\w+}|(?<=.)/$", m => m.Value[^1] == '}' ? "}" : "")).Distinct().ToArray();
        var paths = document.GetProperty("paths");

        Assert.NotEmpty(routes);
        Assert.Equal(routes.Order(), paths.EnumerateObject().Select(p => p.Name).Order());
        Assert.All(paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject()), operation =>
        {
            foreach (string words in (string[])["operationId", "summary", "description"])
            {
                Assert.NotEmpty(operation.Value.GetProperty(words).GetString()!);
            }

            var responses = operation.Value.GetProperty("responses").EnumerateObject().ToArray();
            Assert.Contains(responses, r => r.Name is "200" or "202" or "204");
            Assert.Contains(responses, r => r.Name == "500");
            Assert.All(responses, r => Assert.NotEmpty(r.Value.GetProperty("description").GetString()!));
            Assert.All(responses.Where(r => r.Name[0] != '2'), r => Assert.Equal("#/components/schemas/Problem", r.Value
                .GetProperty("content").GetProperty("application/problem+json").GetProperty("schema")
                .GetProperty("$ref").GetString()));
        });
    }

    [Theory]
    [InlineData("/api/v1/closet", "get", "key session")]
    [InlineData("/api/v1/calendar/{id}", "patch", "key session")]
    [InlineData("/api/v1/me/data", "get", "session")]
    [InlineData("/api/v1/photos/analyze", "post", "")]
    public async Task Each_route_says_who_may_ask(string path, string method, string schemes)
    {
        var document = await DocumentAsync();
        var operation = document.GetProperty("paths").GetProperty(path).GetProperty(method);

        var asked = operation.TryGetProperty("security", out var security)
            ? security.EnumerateArray().SelectMany(Names).Order() : (IEnumerable<string>)[];

        Assert.Equal(schemes.Split(' ', StringSplitOptions.RemoveEmptyEntries), asked);
        var bearer = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key");
        Assert.Equal(("http", "bearer"), (bearer.GetProperty("type").GetString(), bearer.GetProperty("scheme").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/calendar", "get", true)]
    [InlineData("/api/v1/catalogs", "get", true)]
    [InlineData("/api/v1/closet/{id}/picture", "get", false)]
    [InlineData("/health/live", "get", false)]
    public async Task Each_route_that_is_counted_says_that_it_may_be_too_much(string path, string method, bool counted)
    {
        var responses = (await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses");

        Assert.Equal(counted, responses.TryGetProperty("429", out var tooMany));
        if (counted)
        {
            Assert.True(tooMany.GetProperty("headers").TryGetProperty("Retry-After", out _));
        }
    }

    [Theory]
    [InlineData("/api/v1/me", "patch", "name gender language units")]
    [InlineData("/api/v1/closet/{id}", "patch",
        "name type colour pattern season warmth formality brand price currency size notes boughtOn")]
    [InlineData("/api/v1/looks/{id}", "patch", "text visibility section")]
    [InlineData("/api/v1/looks", "post", "photo text visibility section")]
    [InlineData("/api/v1/calendar", "post", "day pieces note worn")]
    [InlineData("/api/v1/calendar/{id}", "patch", "day pieces note worn")]
    [InlineData("/api/v1/calendar/{id}:copy", "post", "day")]
    public async Task A_body_that_a_route_reads_itself_is_told_field_by_field(string path, string method, string fields)
    {
        var body = (await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("requestBody");
        var schema = body.GetProperty("content").EnumerateObject().Single().Value.GetProperty("schema");

        Assert.True(body.GetProperty("required").GetBoolean());
        Assert.Equal(fields.Split(' '), Names(schema.GetProperty("properties")));
        Assert.All(schema.GetProperty("properties").EnumerateObject(), field => Assert.True(IsExplained(field.Value), $"{field.Name} is not explained"));
    }

    [Theory]
    [InlineData("season", "spring summer fall winter null")]
    [InlineData("name", null)]
    public async Task What_may_be_taken_away_may_be_null(string field, string? words)
    {
        var schema = (await DocumentAsync()).GetProperty("paths").GetProperty("/api/v1/closet/{id}").GetProperty("patch").GetProperty("requestBody")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties").GetProperty(field);

        Assert.Equal(["null", "string"], schema.GetProperty("type").EnumerateArray().Select(kind => kind.GetString()).Order());
        Assert.Equal(words?.Split(' '), schema.TryGetProperty("enum", out var list)
            ? list.EnumerateArray().Select(word => word.ValueKind == JsonValueKind.Null ? "null" : word.GetString()!) : null);
    }

    [Fact]
    public async Task Analyze_documents_all_ways_in()
    {
        var body = (await DocumentAsync()).GetProperty("paths").GetProperty(Calls.Analyze).GetProperty("post")
            .GetProperty("requestBody").GetProperty("content");

        Assert.Equal(["multipart/form-data", "application/json", "image/*"], Names(body));
    }

    [Fact]
    public async Task Analyze_has_every_status_of_the_written_documentation()
    {
        var responses = (await DocumentAsync()).GetProperty("paths").GetProperty(Calls.Analyze).GetProperty("post")
            .GetProperty("responses");
        string page = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "docs", "api.md"));
        var statuses = Regex.Matches(page, @"^\| ([\d, ]+) \|", RegexOptions.Multiline)
            .SelectMany(row => row.Groups[1].Value.Split(", "))
            .Where(status => status is not ("404" or "405")); // those are for what is no route

        Assert.Equal(statuses.Append("200").Order(), Names(responses).Order());
    }

    [Fact]
    public async Task The_example_has_the_shape_of_a_reading()
    {
        var example = (await DocumentAsync()).GetProperty("paths").GetProperty(Calls.Analyze).GetProperty("post")
            .GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json")
            .GetProperty("example");
        var reading = await (await app.CreateClient().PostPhotosAsync(("a.jpg", Pictures.File()))).ReadingAsync();

        // The example has what only photos of people have, too.
        Assert.Equal(Names(reading), Names(example).Except(["style"]));
        Assert.Equal(Names(reading.GetProperty("garments")[0]),
            Names(example.GetProperty("garments")[0]).Except(["person"]));
        Assert.Equal(Names(example.GetProperty("models")).Except(["style"]), Names(reading.GetProperty("models")));
        Assert.Equal(Names(example.GetProperty("timings")).Except(["style"]), Names(reading.GetProperty("timings")));
        foreach (var models in (JsonElement[])[example.GetProperty("models"), reading.GetProperty("models")])
        {
            Assert.All(models.EnumerateObject(),
                m => Assert.Matches($"^{m.Name}-[^@]+@[0-9a-f]{{12}}$", m.Value.GetString()!));
        }
    }

    [Fact]
    public async Task The_style_of_the_example_has_the_shape_that_the_schema_tells()
    {
        var document = await DocumentAsync();
        var example = document.GetProperty("paths").GetProperty(Calls.Analyze).GetProperty("post")
            .GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json")
            .GetProperty("example").GetProperty("style");
        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty("StyleReading");

        Assert.Equal(Names(schema.GetProperty("properties")), Names(example));
    }

    [Fact]
    public async Task A_box_is_four_numbers_and_every_part_of_a_reading_is_explained()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");
        var garment = schemas.GetProperty("Garment").GetProperty("properties");

        Assert.Contains("\"array\"", garment.GetProperty("box").ToString() + schemas, StringComparison.Ordinal);
        foreach (string schema in (string[])["PhotoReading", "Garment", "StyleReading", "Problem", "PhotoOutcome", "PhotoAnswer", "PhotoPage",
            "JobAnswer", "JobPage", "CatalogAnswer", "ProductAnswer", "SearchAnswer", "SearchResult", "BatchAnswer", "TagAnswer",
            "IndexStatus", "SimilarPicture", "LookAnswer", "CommentAnswer", "ProfileAnswer", "ReportedAnswer"])
        {
            Assert.All(schemas.GetProperty(schema).GetProperty("properties").EnumerateObject(),
                p => Assert.True(IsExplained(p.Value), $"{schema}.{p.Name} is not explained"));
        }
    }

    [Fact]
    public async Task Descriptions_are_for_people_who_do_not_read_the_code()
    {
        string[] texts = [.. Everything(await DocumentAsync()).Where(p => p.Name is "description" or "summary" && p.Value.ValueKind == JsonValueKind.String)
            .Select(p => p.Value.GetString()!)];

        Assert.NotEmpty(texts);
        Assert.DoesNotContain(texts, text => Regex.IsMatch(text, @"[<>]|&[lg]t;|\b(string|int|double|IReadOnlyList)\b.*\b[A-Z]\w+\.[A-Z]|\b[A-Z]\w+\.[A-Z]\w+\b(?!\()"));
    }

    [Fact]
    public async Task What_is_left_out_where_it_is_null_is_not_required()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");

        foreach (var (schema, member) in (IEnumerable<(string, string)>)[("PhotoPage", "next"), ("JobPage", "next"), ("ClosetPhotoAnswer", "problem")])
        {
            Assert.DoesNotContain(member, schemas.GetProperty(schema).TryGetProperty("required", out var required)
                ? required.EnumerateArray().Select(name => name.GetString()) : []);
        }

        Assert.Contains("photos", schemas.GetProperty("PhotoPage").GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Numbers_are_answered_as_numbers()
    {
        var wrong = Everything((await DocumentAsync()).GetProperty("components")).Where(p => p.Name == "type" && p.Value.ValueKind == JsonValueKind.Array
            && p.Value.EnumerateArray().Select(kind => kind.GetString()).ToArray() is var kinds && kinds.Contains("string") && (kinds.Contains("number") || kinds.Contains("integer")));

        Assert.Empty(wrong);
    }

    static IEnumerable<JsonProperty> Everything(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Everything(p.Value).Prepend(p)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Everything),
        _ => [],
    };

    /// <summary>What may be null is explained beside the shape that it has otherwise.</summary>
    static bool IsExplained(JsonElement property) => property.TryGetProperty("description", out _)
        || (property.TryGetProperty("oneOf", out var shapes)
            && shapes.EnumerateArray().Any(shape => shape.TryGetProperty("description", out _)));

    static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);

    async Task<JsonElement> DocumentAsync() =>
        await (await app.CreateClient().GetAsync("/openapi/v1.json")).JsonAsync();
}
