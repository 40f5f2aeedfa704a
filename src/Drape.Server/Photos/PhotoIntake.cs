using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Drape.Imaging;
using Drape.Server.Hosting;
using Drape.Server.Problems;
using Drape.Store.Photos;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Drape.Server.Photos;

/// <summary>
/// Takes the photos out of a request, whichever way they were sent, one after the other: of a form with many only one
/// is held at a time.
/// </summary>
sealed class PhotoIntake(ByteAllowance allowance, SenderGate senders, FetchGate fetcher)
{
    /// <summary>Bytes of a whole request at most: the largest photo as base64 text, and what surrounds it.</summary>
    public const long BodyBytes = 68_000_000;

    /// <summary>Bytes of a whole form at most: it may have many photos, of which one is held at a time.</summary>
    public const long FormBytes = 250_000_000;

    /// <summary>The name of the form's field, and of a photo that came without a name.</summary>
    public const string Field = "photo";

    /// <summary>The name of the field that says whether the readings are to be kept.</summary>
    public const string SaveField = "save";

    /// <summary>The name of the field that says whether a URL that is kept is to be read again.</summary>
    public const string RereadField = "reread";

    static readonly PhotoFields JsonFields = new("base64", "url", SaveField) { Reread = RereadField };

    const int PieceBytes = 16 * 1024; // each upload holds one, also while nothing arrives

    /// <summary>The request's photos; the caller disposes each before it asks for the next.</summary>
    /// <param name="request">The request.</param>
    /// <param name="wishes">Gets what else the request wants; complete once the last photo was given.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ProblemException">The request holds no photo that can be received.</exception>
    public async IAsyncEnumerable<IncomingPhoto> ReadAsync(
        HttpRequest request, PhotoWishes wishes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var type = TypeOf(request);
        if (Is(type, "multipart/form-data"))
        {
            using var place = senders.Enter(request);
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = FormBytes;
            }

            var form = new PhotoForm(request, type!, wishes);
            await foreach (var (name, file) in form.ReadAsync(cancellation))
            {
                yield return await ReceivePartAsync(name, file, form, cancellation);
            }

            if (form.Excess is { } excess)
            {
                yield return new IncomingPhoto(Field, excess);
            }
        }
        else if (Is(type, "application/json"))
        {
            yield return await ReadJsonAsync(request, JsonFields, wishes, cancellation);
        }
        else if (type?.Type == "image" || Is(type, "application/octet-stream"))
        {
            wishes.Save = false;
            yield return await ReceiveBodyAsync(request, cancellation);
        }
        else
        {
            throw new ProblemException(RequestProblems.UnsupportedType(
                (type is null ? "The request names no content type." : $"{type.MediaType} is not read here.")
                + " Send a form (multipart/form-data), JSON (application/json) or the picture itself (image/jpeg)."));
        }
    }

    /// <summary>The one photo of a request, whichever way it was sent; the caller disposes it.</summary>
    /// <exception cref="ProblemException">The request holds no photo that can be received, or several.</exception>
    public async Task<IncomingPhoto> ReadOneAsync(HttpRequest request, CancellationToken cancellation)
    {
        IncomingPhoto? only = null;
        try
        {
            await foreach (var photo in ReadAsync(request, new PhotoWishes(), cancellation))
            {
                if (only is not null)
                {
                    photo.Dispose();
                    throw new ProblemException(RequestProblems.WrongParameter(
                        "There is more than one photo. One is read here at a time."));
                }

                only = photo;
                if (photo.Refusal is { } refusal)
                {
                    throw new ProblemException(refusal);
                }
            }

            return only ?? throw new ProblemException(RequestProblems.MissingPhoto(
                $"The form has no photo. Send it as the part named \"{Field}\"."));
        }
        catch
        {
            only?.Dispose();
            throw;
        }
    }

    /// <summary>The one photo of a JSON body.</summary>
    /// <exception cref="ProblemException">The body is no JSON, or has no photo in these fields.</exception>
    public Task<IncomingPhoto> ReadJsonAsync(
        HttpRequest request, PhotoFields fields, CancellationToken cancellation) =>
        ReadJsonAsync(request, fields, new PhotoWishes(), cancellation);

    /// <summary>The photo behind a URL.</summary>
    /// <exception cref="Drape.Fetching.FetchException">It cannot or must not be fetched.</exception>
    /// <exception cref="ProblemException">Too many are being fetched.</exception>
    public Task<IncomingPhoto> FetchAsync(string url, CancellationToken cancellation) =>
        FetchAsync(url, new PhotoBuffer(allowance), cancellation);

    /// <summary>A JSON body's bytes; the caller disposes them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="wanted">The sentence that says what is to be sent.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ProblemException">The body is no JSON, or too large.</exception>
    public async Task<PhotoBuffer> ReceiveJsonAsync(HttpRequest request, string wanted, CancellationToken cancellation)
    {
        if (!Is(TypeOf(request), "application/json"))
        {
            throw new ProblemException(RequestProblems.UnsupportedType(
                $"JSON is read here, with the header Content-Type: application/json. {wanted}"));
        }

        var body = new PhotoBuffer(allowance);
        try
        {
            var tooLarge = RequestProblems.TooLarge(
                $"The request is larger than the {BodyBytes / 1e6:0} MB that are read. Send less at once.");
            using (senders.Enter(request))
            {
                await FillAsync(body, request.Body, BodyBytes, () => new ProblemException(tooLarge), cancellation);
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>A small JSON body that is read field by field.</summary>
    /// <inheritdoc cref="ReceiveJsonAsync"/>
    public async Task<JsonElement> ReadJsonAsync(HttpRequest request, string wanted, CancellationToken cancellation)
    {
        using var body = await ReceiveJsonAsync(request, wanted, cancellation);
        return JsonBody.Parse(body.Bytes, wanted);
    }

    /// <summary>The photo in the fields of a JSON body, which it takes over.</summary>
    /// <exception cref="ProblemException">The body is damaged or has no photo in these fields.</exception>
    public async Task<IncomingPhoto> PhotoInAsync(
        PhotoBuffer body, PhotoFields fields, PhotoWishes wishes, CancellationToken cancellation)
    {
        try
        {
            var found = PhotoJson.Find(body.Bytes, fields);
            wishes.Save = found.Save;
            if (found.Url is not { } url)
            {
                return new IncomingPhoto(Field, body, found.File);
            }

            bool canKeep = PhotoSource.TryParse(url, out string? source);
            if (found is { Save: true, Reread: false } && canKeep && wishes.FindKept is { } find
                && await find(source!, cancellation) is { } kept)
            {
                body.Dispose();
                return new IncomingPhoto(kept);
            }

            body.Clear();
            var photo = await FetchAsync(url, body, cancellation);
            return found.Save && !canKeep ? throw new ProblemException(PhotoProblems.LongUrl) : photo;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>The one photo that is the body itself.</summary>
    /// <exception cref="PhotoException">It is too large.</exception>
    public async Task<IncomingPhoto> ReceiveBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var place = senders.Enter(request);
        return await ReceiveAsync(Field, request.Body, cancellation);
    }

    /// <summary>
    /// A form with one file at most: that part's bytes, and the texts of all other parts.
    /// </summary>
    /// <param name="request">The request, whose content type is <c>multipart/form-data</c>.</param>
    /// <param name="file">The name of the file's part.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ProblemException">The form is damaged.</exception>
    /// <exception cref="PhotoException">The file is too large.</exception>
    public async Task<FileForm> ReadFormAsync(HttpRequest request, string file, CancellationToken cancellation)
    {
        var type = TypeOf(request);
        if (!Is(type, "multipart/form-data"))
        {
            throw new ProblemException(RequestProblems.UnsupportedType(
                $"A form (multipart/form-data) is read here, with the file as its part \"{file}\"."));
        }

        using var place = senders.Enter(request);
        return await FileForm.ReadAsync(
            request, type!, file, (name, part) => ReceiveAsync(name, part, cancellation), cancellation);
    }

    async Task<IncomingPhoto> ReadJsonAsync(
        HttpRequest request, PhotoFields fields, PhotoWishes wishes, CancellationToken cancellation) =>
        await PhotoInAsync(await ReceiveJsonAsync(request, fields.Wanted, cancellation), fields, wishes, cancellation);

    async Task<IncomingPhoto> FetchAsync(string url, PhotoBuffer buffer, CancellationToken cancellation)
    {
        try
        {
            buffer.Append(await fetcher.FetchAsync(url, cancellation));
            return new IncomingPhoto(url, buffer, ..) { Source = url };
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>A part of a form: one that is too large is that photo's problem, and the others are read.</summary>
    async Task<IncomingPhoto> ReceivePartAsync(
        string name, Stream file, PhotoForm form, CancellationToken cancellation)
    {
        try
        {
            return await ReceiveAsync(name, file, cancellation);
        }
        catch (PhotoException refusal)
        {
            return new IncomingPhoto(name, EngineProblems.Of(refusal)); // the rest of the part is passed over
        }
        catch (Exception e) when (PhotoForm.IsExcess(e))
        {
            form.End();
            return new IncomingPhoto(name, PhotoForm.TooLarge);
        }
        catch (Exception e) when (form.IsDamage(e))
        {
            throw new ProblemException(RequestProblems.MalformedForm, e);
        }
    }

    async Task<IncomingPhoto> ReceiveAsync(string name, Stream file, CancellationToken cancellation)
    {
        var buffer = new PhotoBuffer(allowance);
        try
        {
            long most = PhotoLimits.Default.Bytes;
            await FillAsync(buffer, file, most, () => new PhotoException(PhotoError.TooManyBytes,
                $"The file has more than the {most / 1e6:0} MB that are read. Send a smaller photo."), cancellation);
            return new IncomingPhoto(name, buffer, ..);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    static async Task FillAsync(
        PhotoBuffer buffer, Stream source, long most, Func<Exception> tooLarge, CancellationToken cancellation)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            int count;
            while ((count = await source.ReadAsync(piece, cancellation)) > 0)
            {
                if (buffer.Length + count > most)
                {
                    throw tooLarge();
                }

                buffer.Append(piece.AsSpan(0, count));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>What a request says its body is; null where that is no media type.</summary>
    public static MediaTypeHeaderValue? TypeOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type : null;

    /// <summary>Whether it is this media type.</summary>
    public static bool Is(MediaTypeHeaderValue? type, string wanted) =>
        type is not null && type.MediaType.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
