using System.Runtime.CompilerServices;
using Drape.Fetching;
using Drape.Imaging;
using Drape.Inference;
using Drape.Native;

namespace Drape.Cli.Analyze;

/// <summary>Reads many photos at once and hands out what became of each in the order they were given.</summary>
sealed class PhotoReadings(PhotoAnalyzer analyzer, int parallel, IReadOnlyList<DrawnFolder> drawn)
{
    /// <summary>How far the quick ones may run ahead of a slow one, in photos per thread.</summary>
    const int Ahead = 4;

    /// <summary>Pixels of the longer side of a drawn picture, at most.</summary>
    const int DrawnSide = 1280;

    /// <summary>
    /// Reads photos. Once cancelled no further photo is begun; those that were begun are finished and handed out. They
    /// are begun in order, too, so that what is done at that moment has no gaps.
    /// </summary>
    public async IAsyncEnumerable<Outcome> ReadAsync(IEnumerable<PhotoSource> photos,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var places = new SemaphoreSlim(parallel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var begun = new Queue<Task<Outcome?>>();
        try
        {
            foreach (var photo in photos)
            {
                if (!await TakePlaceAsync(places, end.Token))
                {
                    break;
                }

                begun.Enqueue(Task.Run(() => ReadAsync(photo, places, end.Token), CancellationToken.None));
                while (begun.TryPeek(out var first) && (first.IsCompleted || begun.Count >= parallel * Ahead))
                {
                    if (await begun.Dequeue() is { } outcome)
                    {
                        yield return outcome;
                    }
                }
            }

            while (begun.TryDequeue(out var task))
            {
                if (await task is { } outcome)
                {
                    yield return outcome;
                }
            }
        }
        finally
        {
            // Where one photo brings the run down, or what was read cannot be written, the others use the networks that
            // the caller is about to release.
            await end.CancelAsync();
            await ((Task)Task.WhenAll(begun)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits until another photo may begin; false where the run is cancelled.</summary>
    static async Task<bool> TakePlaceAsync(SemaphoreSlim places, CancellationToken cancellation)
    {
        try
        {
            await places.WaitAsync(cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Null where the photo's bytes had not arrived when the run was cancelled.</summary>
    async Task<Outcome?> ReadAsync(PhotoSource photo, SemaphoreSlim places, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(photo, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>
    /// Reads one photo. What is wrong with it, and what Drape did not foresee of it, becomes its outcome; what would be
    /// wrong with every other photo, too, is thrown.
    /// </summary>
    async Task<Outcome> ReadAsync(PhotoSource photo, CancellationToken cancellation)
    {
        try
        {
            return await ReadForeseenAsync(photo, cancellation);
        }
        catch (Exception e) when (!ConcernsAll(e)
            && !(e is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            return FailedPhoto.Unforeseen(photo.Name, e);
        }
    }

    /// <summary>Whether there is no use in going on: networks, libraries, memory, the disk of drawn pictures.</summary>
    static bool ConcernsAll(Exception e) => e is ModelException or NativeRuntimeException or OutOfMemoryException
        or TypeInitializationException or IOException or UnauthorizedAccessException;

    async Task<Outcome> ReadForeseenAsync(PhotoSource photo, CancellationToken cancellation)
    {
        byte[] bytes;
        PhotoFindings findings;
        PhotoReading reading;
        try
        {
            bytes = await photo.ReadAsync(cancellation);
            (reading, findings) = analyzer.Inspect(bytes, photo.Name);
        }
        catch (Exception e) when (e is PhotoException or FetchException)
        {
            return new FailedPhoto(photo.Name, e.Message);
        }
        catch (UnauthorizedAccessException)
        {
            return new FailedPhoto(photo.Name, "The file may not be opened. Check its permissions.");
        }
        catch (IOException e)
        {
            return new FailedPhoto(photo.Name, e is FileNotFoundException or DirectoryNotFoundException
                ? FileName.Explain(photo.Name, "The file is gone since it was listed, or a link that leads nowhere.")
                : $"The file cannot be opened: {e.Message}");
        }

        if (drawn.Count > 0)
        {
            var pixels = PhotoDecoder.Decode(bytes, DrawnSide).Pixels;
            foreach (var (folder, drawing) in drawn)
            {
                if (drawing.Draw(pixels, reading, findings) is { } picture)
                {
                    folder.Save(photo, picture);
                }
            }
        }

        return new ReadPhoto(reading);
    }
}
