using Drape.Server.Catalogs.Pictures;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Microsoft.Net.Http.Headers;

namespace Drape.Server.Catalogs.Search;

/// <summary>Takes searches out of requests and answers them.</summary>
sealed class SearchDesk(PhotoIntake intake, PhotoDesk desk, IndexKeeper index)
{
    static readonly PhotoFields Photo = new("base64", "url", Save: null);

    /// <summary>Answers a search whose fields are in the query.</summary>
    /// <exception cref="ProblemException">It cannot be used, or the index is being filled.</exception>
    /// <exception cref="SearchException">It cannot be answered.</exception>
    public Task<SearchAnswer> QueryAsync(
        HttpRequest request, IReadOnlyList<string> catalogs, CancellationToken cancellation)
    {
        var fields = SearchFields.OfQuery(request.Query);
        return fields.Remove("garment")
            ? throw new ProblemException(RequestProblems.WrongParameter("'garment' goes with a photo, which is sent by POST."))
            : AnswerAsync(fields, null, catalogs, cancellation);
    }

    /// <summary>Answers a search that was sent: as a form, as JSON, or as the photo itself with the fields in the query.</summary>
    /// <inheritdoc cref="QueryAsync"/>
    public async Task<SearchAnswer> SentAsync(
        HttpRequest request, IReadOnlyList<string> catalogs, CancellationToken cancellation)
    {
        var type = PhotoIntake.TypeOf(request);
        var fields = SearchFields.OfQuery(request.Query);
        if (PhotoIntake.Is(type, "multipart/form-data"))
        {
            using var form = await intake.ReadFormAsync(request, PhotoIntake.Field, cancellation);
            return await AnswerAsync(Joined(fields, form.Texts), form.File, catalogs, cancellation);
        }

        if (PhotoIntake.Is(type, "application/json"))
        {
            var body = await intake.ReceiveJsonAsync(request, Photo.Wanted, cancellation);
            (Dictionary<string, string> Fields, bool Photo) sent;
            try
            {
                sent = SearchFields.OfJson(body.Bytes, Photo);
            }
            catch
            {
                body.Dispose();
                throw;
            }

            if (!sent.Photo)
            {
                body.Dispose();
                return await AnswerAsync(Joined(fields, sent.Fields), null, catalogs, cancellation);
            }

            using var photo = await intake.PhotoInAsync(body, Photo, new PhotoWishes(), cancellation);
            return await AnswerAsync(Joined(fields, sent.Fields), photo, catalogs, cancellation);
        }

        if (type?.Type == "image" || PhotoIntake.Is(type, "application/octet-stream"))
        {
            index.RequireReady();
            using var photo = await intake.ReceiveBodyAsync(request, cancellation);
            return await AnswerAsync(fields, photo, catalogs, cancellation);
        }

        throw new ProblemException(Unsupported(type));
    }

    /// <summary>Answers a search for a photo's main garment, or the one that is wanted.</summary>
    /// <inheritdoc cref="QueryAsync"/>
    public async Task<SearchAnswer> AnswerAsync(
        SearchRequest request, IncomingPhoto? photo, string? garment, CancellationToken cancellation)
    {
        if (photo is not null)
        {
            index.RequireReady();
            desk.RequireRoom();
            request = request with { Photo = await ReadAsync(photo, garment, cancellation) };
        }

        if (request.Fault() is { } fault)
        {
            throw new ProblemException(RequestProblems.WrongParameter(fault));
        }

        var answer = await (await index.SearchForAsync(request, cancellation)).SearchAsync(request, cancellation);
        return answer with { Results = [.. answer.Results.Select(WithAddress)] };
    }

    /// <summary>Finds products for each garment of a look, none of them twice.</summary>
    /// <param name="photo">The look.</param>
    /// <param name="limit">Products a garment at most.</param>
    /// <param name="wearer">Who will wear it; null where that does not matter.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="ProblemException">The index is being filled, or too many photos wait.</exception>
    public async Task<LookFinds> FindAllAsync(
        IncomingPhoto photo, int limit, Wearer? wearer, CancellationToken cancellation)
    {
        index.RequireReady();
        desk.RequireRoom();
        var garments = await desk.InTurnAsync(desk.IsLarge(photo.File),
            (analyzer, limits) => SearchedPhoto.EachOf(analyzer, photo.File, photo.Name, limits), cancellation);
        var search = await index.SearchAsync(cancellation);
        var shown = new HashSet<(string, string)>();
        List<GarmentFinds> finds = [];
        foreach (var garment in garments)
        {
            // As many again as the garments before it may have taken.
            var answer = await search.SearchAsync(new SearchRequest
            {
                Photo = garment,
                Limit = Math.Min(limit * (finds.Count + 1), SearchRequest.MostResults),
                SameKindIfClear = true,
                Filter = new ProductFilter { Wearer = wearer },
            }, cancellation);
            finds.Add(new GarmentFinds(garment.Garment!.Value, garment.Meant!.Type,
                [.. answer.Results.Where(r => shown.Add((r.Catalog, r.Product))).Take(limit).Select(WithAddress)]));
        }

        return new LookFinds(finds);
    }

    static SearchResult WithAddress(SearchResult result) => result with
    {
        Picture = result.PictureKey is { } key ? PictureRoutes.AddressOf(key) : null,
    };

    Task<SearchAnswer> AnswerAsync(Dictionary<string, string> fields, IncomingPhoto? photo, IReadOnlyList<string> catalogs,
        CancellationToken cancellation)
    {
        string? garment = fields.GetValueOrDefault("garment") is { Length: > 0 } wanted ? wanted : null;
        var request = SearchFields.Parse(fields, catalogs);
        return garment is not null && photo is null
            ? throw new ProblemException(RequestProblems.WrongParameter("'garment' goes with a photo, and there is none."))
            : AnswerAsync(request, photo, garment, cancellation);
    }

    Task<SearchedPhoto> ReadAsync(IncomingPhoto photo, string? garment, CancellationToken cancellation) =>
        desk.InTurnAsync(desk.IsLarge(photo.File),
            (analyzer, limits) => SearchedPhoto.Of(analyzer, photo.File, photo.Name, garment, limits), cancellation);

    static Dictionary<string, string> Joined(Dictionary<string, string> fields, Dictionary<string, string> more)
    {
        foreach (var (name, text) in more)
        {
            fields[name] = text;
        }

        return fields;
    }

    static Problem Unsupported(MediaTypeHeaderValue? type) => RequestProblems.UnsupportedType(
        (type is null ? "The request names no content type." : $"{type.MediaType} is not read here.")
        + " Send a form (multipart/form-data), JSON (application/json) or the picture itself (image/jpeg).");
}
