using System.Runtime.CompilerServices;
using Drape.Server.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Drape.Server.Photos;

/// <summary>A multipart form, read part by part as it arrives; parts that nobody asked for are passed over.</summary>
sealed class PhotoForm(HttpRequest request, MediaTypeHeaderValue type, PhotoWishes wishes)
{
    const int LongestWish = 16;
    const int Parts = 50;
    const int LongestName = 200;

    bool _ended;

    /// <summary>The problem of a form that is larger than what is read of one.</summary>
    public static Problem TooLarge { get; } = RequestProblems.TooLarge(
        $"The form is larger than the {PhotoIntake.FormBytes / 1e6:0} MB that are read, and was not read from here on. "
        + "Send the photos in several requests.");

    /// <summary>Why what follows the last photo was not read; null if the form was read to its end.</summary>
    public Problem? Excess { get; private set; }

    /// <summary>Each photo's name and bytes; one is read to its end before the next is asked for.</summary>
    /// <exception cref="ProblemException">The form is damaged or has no photo.</exception>
    public async IAsyncEnumerable<(string Name, Stream File)> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is not { Length: > 0 and <= 70 }) // RFC 2046 allows no longer one
        {
            throw new ProblemException(RequestProblems.MalformedForm);
        }

        var form = new MultipartReader(boundary, request.Body);
        int parts = 0, photos = 0;
        while (!_ended && await NextAsync(form, cancellation) is { } part)
        {
            if (++parts > Parts)
            {
                Excess = RequestProblems.TooLarge(
                    $"The form has more than {Parts} parts; no more were read. Send the photos in several requests.");
                yield break;
            }

            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about))
            {
                continue;
            }

            var field = HeaderUtilities.RemoveQuotes(about.Name);
            if (field == PhotoIntake.Field)
            {
                photos++;
                yield return (NameOf(about), part.Body);
            }
            else if (field == PhotoIntake.SaveField)
            {
                wishes.Save = await ReadWishAsync(part.Body, cancellation);
            }
        }

        if (photos == 0 && Excess is null)
        {
            throw new ProblemException(RequestProblems.MissingPhoto(
                $"The form has no part named \"{PhotoIntake.Field}\". Send the picture's file under that name."));
        }
    }

    /// <summary>A box of a form that is ticked sends "on".</summary>
    async Task<bool> ReadWishAsync(Stream value, CancellationToken cancellation)
    {
        byte[] text = new byte[LongestWish];
        int length;
        try
        {
            length = await value.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancellation);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new ProblemException(RequestProblems.MalformedForm, e);
        }

        return System.Text.Encoding.ASCII.GetString(text, 0, length).Trim().ToUpperInvariant() switch
        {
            "TRUE" or "1" or "ON" => true,
            "FALSE" or "0" or "OFF" or "" => false,
            _ => throw new ProblemException(RequestProblems.WrongParameter(
                $"The form's field \"{PhotoIntake.SaveField}\" is neither true nor false.")),
        };
    }

    async Task<MultipartSection?> NextAsync(MultipartReader form, CancellationToken cancellation)
    {
        try
        {
            return await form.ReadNextSectionAsync(cancellation);
        }
        catch (Exception e) when (IsExcess(e))
        {
            Excess = TooLarge;
            return null;
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new ProblemException(RequestProblems.MalformedForm, e);
        }
    }

    /// <summary>Whether reading failed on what the form says, not because the connection or a limit ended it.</summary>
    public bool IsDamage(Exception e) => e is InvalidDataException
        || e is IOException and not BadHttpRequestException
            && !request.HttpContext.RequestAborted.IsCancellationRequested;

    /// <summary>Whether reading failed because the form is too large; nothing more can be read of it then.</summary>
    public static bool IsExcess(Exception e) =>
        e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };

    /// <summary>Looks for no more parts.</summary>
    public void End() => _ended = true;

    /// <summary>The file's own name without the folders that some programs send with it.</summary>
    static string NameOf(ContentDispositionHeaderValue about)
    {
        string name = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName)
            .Value ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length is 0 ? PhotoIntake.Field : name.Length <= LongestName ? name : name[..LongestName];
    }
}
