using Drape.Inference;
using Drape.Similarity;
using Drape.Store.Catalogs;
using Drape.Store.Products;

namespace Drape.Server.Catalogs.Search;

/// <summary>Answers searches in catalogs. Thread-safe.</summary>
/// <param name="catalogs">The catalogs.</param>
/// <param name="products">Their products.</param>
/// <param name="index">What finds them by their looks, or by words alone.</param>
public sealed class CatalogSearch(CatalogStore catalogs, ProductStore products, IProductFinder index)
{
    /// <summary>Products that words may find before their looks are compared.</summary>
    const int MostByWords = 100_000;

    /// <summary>Searches.</summary>
    /// <exception cref="SearchException">It cannot be answered; the message says why.</exception>
    public async Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Fault() is { } fault)
        {
            throw new SearchException(fault);
        }

        int[] within = await CatalogsAsync(request.Catalogs, cancellation);
        var like = request.Like is { } key ? await ProductAsync(within, request.Catalogs, key, cancellation) : null;
        string?[] types = [like?.Facts.Type, request.Photo?.Meant?.Type];
        string? kind = types.FirstOrDefault(IsClear) ?? types.FirstOrDefault(type => type is not null);
        bool clear = IsClear(kind), only = request.SameKindOnly || (request.SameKindIfClear && clear);
        if (request is { SameKindOnly: true, Filter.Type: null } && !clear)
        {
            throw new SearchException("Only the same kind is wanted, but what is looked for has no clear kind. Name a type instead.");
        }

        var filter = FilterOf(within, request.Filter);
        var query = new IndexQuery
        {
            Like = LookOf(request.Photo, like),
            // Whoever names a type wants that one, whatever the photo shows.
            Kinds = request.Filter.Type is null ? KindsOf(request.Photo, like) : null,
            Colour = request.Colour,
            Except = like?.Id,
            Limit = request.Limit,
            MinScore = (float)request.MinScore,
            Diversity = (float)request.Diversity,
            Filter = only && clear && request.Filter.Type is null ? filter with { Types = [kind!] } : filter,
            Among = request.Words is { } words ? await FindAsync(within, words, cancellation) : null,
        };
        var results = query.Among is { Count: 0 } ? [] : await NearestAsync(query, cancellation);
        return new SearchAnswer(Understood(request, kind), results);
    }

    async Task<int[]> CatalogsAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var all = await catalogs.NumbersAsync(cancellation);
        if (all.Count == 0)
        {
            throw new SearchException("There is no catalog yet. 'drape import FOLDER --catalog NAME' makes one.");
        }

        string? strange = names.FirstOrDefault(n => !all.ContainsKey(n));
        return strange is null ? [.. all.Where(c => names.Count == 0 || names.Contains(c.Key)).Select(c => c.Value)]
            : throw new SearchException($"There is no catalog '{strange}'. There {(all.Count == 1 ? "is" : "are")} "
                + $"{string.Join(", ", all.Keys.Order(StringComparer.Ordinal))}.");
    }

    async Task<KnownProduct> ProductAsync(
        int[] within, IReadOnlyList<string> names, string key, CancellationToken cancellation)
    {
        foreach (int catalog in within)
        {
            if ((await products.KnownAsync(catalog, [key], cancellation)).TryGetValue(key, out var known))
            {
                return known;
            }
        }

        throw new SearchException(names.Count == 0 ? $"No catalog has a product '{key}'."
            : $"The catalog {string.Join(", ", names)} has no product '{key}'.");
    }

    /// <summary>The look of the photo, of the product, or half-way between them.</summary>
    Embedding? LookOf(SearchedPhoto? photo, KnownProduct? like) => (photo, like) switch
    {
        (null, null) => null,
        (_, null) => photo!.Look,
        (null, _) => LookOf(like.Facts),
        _ => Embedding.Between(photo.Look, LookOf(like.Facts)),
    };

    static Kinds? KindsOf(SearchedPhoto? photo, KnownProduct? like) => (photo, like) switch
    {
        (_, null) => photo?.Kinds,
        (null, _) => like.Facts.Kinds,
        _ => Kinds.Between(photo.Kinds, like.Facts.Kinds ?? Kinds.Unknown),
    };

    static bool IsClear(string? type) => type is not (null or Verdict.Unclear);

    Embedding LookOf(NewProduct product) => product.Network == index.Network
        ? Embedding.Of([.. product.Embedding.Select(h => (float)h)])
        : throw new SearchException($"The product '{product.Key}' was read by another network than the one in use. "
            + "'drape index rebuild' reads all such products again.");

    async Task<IReadOnlyDictionary<long, float>> FindAsync(int[] within, string words, CancellationToken cancellation) =>
        (await products.FindAsync(within, words, MostByWords, cancellation)).ToDictionary(f => f.Id, f => f.Score);

    static IndexFilter FilterOf(int[] within, ProductFilter filter) => new()
    {
        Catalogs = within,
        Types = Only(filter.Type),
        Colours = Only(filter.Colour),
        Patterns = Only(filter.Pattern),
        Genders = Only(filter.Gender),
        OtherGenders = filter.Wearer?.Others(),
        PriceFrom = filter.PriceFrom,
        PriceTo = filter.PriceTo,
    };

    static string[]? Only(string? word) => word is null ? null : [word];

    static SearchedFor Understood(SearchRequest request, string? kind) => new()
    {
        Garment = request.Photo?.Garment,
        Type = kind,
        Garments = request.Photo?.Reading.Garments
            .Select((g, number) => new SeenGarment(number, g.Type, g.Colour, g.Box)).ToArray(),
        Like = request.Like,
        Words = request.Words,
        Colour = request.Colour?.ToHex(),
    };

    /// <summary>The nearest; one may have been deleted since the index was asked.</summary>
    async Task<IReadOnlyList<SearchResult>> NearestAsync(IndexQuery query, CancellationToken cancellation)
    {
        var hits = await index.SearchAsync(query, cancellation);
        var found = (await products.GetAsync([.. hits.Select(h => h.Id)], cancellation)).ToDictionary(p => p.Id);
        return [.. hits.Where(h => found.ContainsKey(h.Id)).Select(h => SearchResult.Of(found[h.Id], h.Score))];
    }
}
