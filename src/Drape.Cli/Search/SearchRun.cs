using System.Text.Json;
using Drape.Cli.Analyze;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Fetching;
using Drape.Garments;
using Drape.Imaging;
using Drape.Inference;
using Drape.Server.Catalogs.Search;

namespace Drape.Cli.Search;

/// <summary>One run of <c>drape search</c>.</summary>
sealed class SearchRun(SearchWish wish, Output output)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var networks = ModelCatalog.Open();
        await using var store = await DrapeHome.OpenAsync(wish.Home, cancellation);
        SearchedPhoto? photo;
        try
        {
            photo = wish.Photo is { } name ? await ReadAsync(networks, name, cancellation) : null;
        }
        catch (Exception e) when (e is PhotoException or FetchException)
        {
            output.Error.WriteLine(Printable.Text($"{wish.Photo}: {e.Message}"));
            return ExitCode.SomeFailed;
        }

        var request = wish.Request with { Photo = photo };
        var reader = networks.Find(GarmentReader.ModelName);
        IProductFinder index = request.IsByWordsAlone
            ? new WordFinder(store.Items, reader.Identity) : await ProductIndexes.OpenAsync(store, reader, cancellation);
        var search = new CatalogSearch(store.Catalogs, store.Products, index);
        var answer = await search.SearchAsync(request, cancellation);
        if (wish.Json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize(answer, SearchJson.Indented.SearchAnswer));
        }
        else
        {
            SearchText.Write(answer, wish, output);
        }

        return ExitCode.Done;
    }

    async Task<SearchedPhoto> ReadAsync(ModelCatalog networks, string name, CancellationToken cancellation)
    {
        using var fetcher = new PhotoFetcher(new FetchLimits { AllowPrivateAddresses = wish.AllowPrivate });
        byte[] file = await Source(name, fetcher).ReadAsync(cancellation);
        var analyzer = new PhotoAnalyzer(networks, ThreadPolicy.OnePhoto);
        return SearchedPhoto.Of(analyzer, file, name, wish.Garment);
    }

    static PhotoSource Source(string name, PhotoFetcher fetcher) =>
        name == StandardInputPhoto.GivenAs ? new StandardInputPhoto()
        : name.Contains("://", StringComparison.Ordinal) ? new WebPhoto(name, fetcher)
        : Path.Exists(name) && !Directory.Exists(name) ? new FilePhoto(name)
        : throw new WrongUseException(Directory.Exists(name)
            ? $"{name} is a folder. A search takes one photo." : $"There is no file {name}.");
}
