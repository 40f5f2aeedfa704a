namespace Drape.Server.Catalogs.Import;

/// <summary>The rule for a product's link, which pages show to others: a browser runs much that is no web address.</summary>
static class ProductLink
{
    /// <summary>What is wrong with a product's link, as a sentence; null if nothing is, or there is none.</summary>
    public static string? Fault(string? link, string product) => string.IsNullOrEmpty(link)
        || (Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") ? null
            : $"The link '{link}' of {product} is no address that begins with http:// or https://.";
}
