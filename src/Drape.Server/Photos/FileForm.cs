using System.Text;
using Drape.Server.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Drape.Server.Photos;

/// <summary>A multipart form with one file at most and some texts.</summary>
sealed class FileForm : IDisposable
{
    const int Parts = 50;
    const int LongestText = 64 * 1024;
    const int LongestName = 60;

    /// <summary>The file; null if there is none.</summary>
    public IncomingPhoto? File { get; private set; }

    /// <summary>The texts, by the names of their parts.</summary>
    public Dictionary<string, string> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a form part by part.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">Its content type.</param>
    /// <param name="file">The name of the file's part.</param>
    /// <param name="receive">Takes the file in, by its name.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ProblemException">The form is damaged, has too many parts or two files.</exception>
    public static async Task<FileForm> ReadAsync(HttpRequest request, MediaTypeHeaderValue type, string file,
        Func<string, Stream, Task<IncomingPhoto>> receive, CancellationToken cancellation)
    {
        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary) // RFC 2046
        {
            throw new ProblemException(RequestProblems.MalformedForm);
        }

        var form = new FileForm();
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            for (int parts = 0; await reader.ReadNextSectionAsync(cancellation) is { } part;)
            {
                if (++parts > Parts)
                {
                    throw new ProblemException(RequestProblems.TooLarge($"The form has more than {Parts} parts."));
                }

                if (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about))
                {
                    await form.TakeAsync(about, part.Body, file, receive, cancellation);
                }
            }

            return form;
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException
            && !request.HttpContext.RequestAborted.IsCancellationRequested))
        {
            form.Dispose();
            throw new ProblemException(RequestProblems.MalformedForm, e);
        }
        catch
        {
            form.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => File?.Dispose();

    async Task TakeAsync(ContentDispositionHeaderValue about, Stream part, string file,
        Func<string, Stream, Task<IncomingPhoto>> receive, CancellationToken cancellation)
    {
        string name = HeaderUtilities.RemoveQuotes(about.Name).Value ?? "";
        if (name == file)
        {
            File = File is null ? await receive(NameOf(about, file), part) : throw new ProblemException(
                RequestProblems.WrongParameter($"The form has more than one part named \"{file}\". Send one."));
            return;
        }

        byte[] text = new byte[LongestText + 1];
        int length = await part.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancellation);
        Texts[name] = length <= LongestText ? Encoding.UTF8.GetString(text, 0, length) : throw new ProblemException(
            RequestProblems.TooLarge($"The form's part \"{name}\" is longer than the {LongestText / 1024} KB of a text."));
    }

    /// <summary>The file's own name, fit to be shown and kept, without the folders that some programs send with it.</summary>
    static string NameOf(ContentDispositionHeaderValue about, string otherwise)
    {
        string name = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName)
            .Value ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.EnumerateRunes().Where(r => !Rune.IsControl(r)).Take(LongestName));
        return name.Length is 0 ? otherwise : name;
    }
}
