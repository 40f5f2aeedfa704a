using System.Runtime.CompilerServices;
using Drape.Fetching;
using Drape.Imaging;

namespace Drape.Cli.Analyze;

/// <summary>Reads many photos at once and hands out what became of each in the order they were given.</summary>
sealed class PhotoReadings(PhotoAnalyzer analyzer, int parallel, OverlayFolder? overlay)
{
    /// <summary>How far the quick ones may run ahead of a slow one, in photos per thread.</summary>
    const int Ahead = 4;

    /// <summary>
    /// Reads photos. Once cancelled no further photo is begun; those that were begun are finished and handed out.
    /// </summary>
    public async IAsyncEnumerable<Outcome> ReadAsync(IEnumerable<PhotoSource> photos,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var places = new SemaphoreSlim(parallel); // not disposed: when one photo brings Drape down, others still run
        var begun = new Queue<Task<Outcome?>>();
        foreach (var photo in photos)
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            begun.Enqueue(Task.Run(() => TakePlaceAsync(photo, places, cancellation), CancellationToken.None));
            if (begun.Count >= parallel * Ahead && await begun.Dequeue() is { } outcome)
            {
                yield return outcome;
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

    /// <summary>Null where the photo was not begun before the run was cancelled.</summary>
    async Task<Outcome?> TakePlaceAsync(PhotoSource photo, SemaphoreSlim places, CancellationToken cancellation)
    {
        try
        {
            await places.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        try
        {
            return await ReadAsync(photo, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null; // its bytes had not arrived yet
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Reads one photo. What is wrong with the photo becomes its outcome, what is wrong with Drape is thrown.</summary>
    async Task<Outcome> ReadAsync(PhotoSource photo, CancellationToken cancellation)
    {
        byte[] bytes;
        PhotoReading reading;
        try
        {
            bytes = await photo.ReadAsync(cancellation);
            reading = analyzer.Analyze(bytes, photo.Name);
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
            return new FailedPhoto(photo.Name, $"The file cannot be opened: {e.Message}");
        }

        overlay?.Save(photo, bytes, reading);
        return new ReadPhoto(reading);
    }
}
