using Drape.Server.Hosting;
using Drape.Server.Problems;

namespace Drape.Server.Catalogs;

/// <summary>Why something in a catalog cannot be had or done.</summary>
static class CatalogProblems
{
    public static Problem Filling { get; } = New(503, "index:filling", "The index is being filled",
        "The index of products is being filled. Try again in a moment.") with { RetryAfter = 1 };

    public static Problem NoIndex(string reason) =>
        New(503, "index:unusable", "The index cannot be used", reason) with { RetryAfter = 10 };

    public static Problem WrongName(string name) => New(400, "catalog:wrong-name", "The catalog's name cannot be used",
        $"'{RouteText.Decoded(name)}' is no name for a catalog: use letters, digits, - and _, at most 64 of them.");

    public static Problem NotFound(string name) => New(404, "catalog:not-found", "There is no such catalog",
        $"There is no catalog '{RouteText.Decoded(name)}'. PUT /api/v1/catalogs/{{name}} makes one.");

    public static Problem NoProduct(string catalog, string id) => New(404, "product:not-found", "There is no such product",
        $"The catalog {catalog} has no product '{id}', or no longer.");

    public static Problem NoPicture { get; } = New(404, "picture:not-found", "There is no such picture",
        "No product has this picture, or no longer.");

    public static Problem Impossible(string detail) => New(422, "search:impossible", "The search cannot be answered", detail);

    public static Problem Unreadable(string detail) => New(422, "import:unreadable", "The products cannot be read", detail);

    static Problem New(int status, string kind, string title, string detail) =>
        new() { Type = $"urn:drape:{kind}", Title = title, Status = status, Detail = detail };
}
