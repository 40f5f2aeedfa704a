using System.Runtime.CompilerServices;
using Drape.Imaging;

namespace Drape.Cli.Evaluate;

/// <summary>Reads the pictures of labelled rows, several at once, and keeps in mind which of them failed.</summary>
/// <param name="parallel">Pictures read at once.</param>
/// <param name="advanced">Called for each row that is done, by one thread at a time.</param>
/// <param name="cancellation">Stops it; there are no figures then.</param>
/// <param name="clock">What readings are timed by; the machine's clock where none is named.</param>
sealed class PictureRun(int parallel, Action advanced, CancellationToken cancellation, TimeProvider? clock = null)
{
    readonly TimeProvider _clock = clock ?? TimeProvider.System;
    readonly Dictionary<string, FailedPicture> _failed = [];
    readonly List<double> _times = [];

    /// <summary>What does not count, by name.</summary>
    public IReadOnlyList<FailedPicture> Failed => [.. _failed.Values.OrderBy(f => f.Id, StringComparer.Ordinal)];

    /// <summary>Median time of a picture in milliseconds; null where none was read.</summary>
    public double? Milliseconds => _times.Count == 0 ? null : Math.Round(_times.Order().ElementAt(_times.Count / 2), 1);

    /// <summary>Pictures read at once.</summary>
    public ParallelOptions Options => new() { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };

    /// <summary>Reads rows.</summary>
    /// <param name="rows">The rows; each a picture of its own.</param>
    /// <param name="pictures">Where the pictures lie. They pass through, so memory does not grow with them.</param>
    /// <param name="read">Reads one row's files, in the order the row names them; may throw a PhotoException.</param>
    /// <returns>What was read, in the order of the rows.</returns>
    public Task<IReadOnlyList<(TRow Row, TAnswer Answer)>> ReadAsync<TRow, TAnswer>(IReadOnlyList<TRow> rows,
        LabelledPictures pictures, Func<TRow, IReadOnlyList<byte[]>, TAnswer> read)
        where TRow : ILabelled => ReadAsync(rows, pictures, read, (_, answer) => answer);

    /// <summary>Reads rows and does more with what was read, which is no part of the time that a picture takes.</summary>
    /// <param name="rows">The rows; each a picture of its own.</param>
    /// <param name="pictures">Where the pictures lie.</param>
    /// <param name="read">Reads one row's files, as above.</param>
    /// <param name="then">Makes the answer of what was read, such as by trials of it; may throw likewise.</param>
    /// <returns>The answers, in the order of the rows.</returns>
    public async Task<IReadOnlyList<(TRow Row, TAnswer Answer)>> ReadAsync<TRow, TRead, TAnswer>(IReadOnlyList<TRow> rows,
        LabelledPictures pictures, Func<TRow, IReadOnlyList<byte[]>, TRead> read, Func<TRow, TRead, TAnswer> then)
        where TRow : ILabelled
    {
        var answers = new Dictionary<string, TAnswer>();
        var parts = rows.ToDictionary(r => r.Id, r => new Parts<TRow>(r));
        var gate = new Lock();
        await Parallel.ForEachAsync(WholeAsync(parts.Values, pictures), Options, (part, _) =>
        {
            TAnswer? answer = default;
            FailedPicture? failure = null;
            double milliseconds = 0;
            long start = _clock.GetTimestamp();
            try
            {
                var seen = read(part.Row, part.Take());
                milliseconds = _clock.GetElapsedTime(start).TotalMilliseconds;
                answer = then(part.Row, seen);
            }
            catch (PhotoException e)
            {
                failure = new FailedPicture(part.Row.Id, e.Message);
            }

            lock (gate)
            {
                if (failure is null)
                {
                    _times.Add(milliseconds);
                    answers[part.Row.Id] = answer!;
                }
                else
                {
                    _failed[part.Row.Id] = failure;
                }

                advanced();
            }

            return ValueTask.CompletedTask;
        });

        foreach (var part in parts.Values)
        {
            if (part.Missing is { } missing)
            {
                string what = part.Row.Files.Count == 1 ? "the picture" : missing;
                _failed.TryAdd(part.Row.Id,
                    new FailedPicture(part.Row.Id, $"The table names it, but {what} is not there."));
            }
        }

        return [.. rows.Where(r => answers.ContainsKey(r.Id)).Select(r => (r, answers[r.Id]))];
    }

    /// <summary>The rows whose files have all come by, in the order in which that happened.</summary>
    async IAsyncEnumerable<Parts<TRow>> WholeAsync<TRow>(IReadOnlyCollection<Parts<TRow>> parts,
        LabelledPictures pictures, [EnumeratorCancellation] CancellationToken stop = default)
        where TRow : ILabelled
    {
        var places = parts.SelectMany(p => p.Row.Files.Select((file, place) => (file, p, place)))
            .ToDictionary(f => f.file, f => (Part: f.p, Place: f.place));
        await foreach (var (file, bytes) in pictures.ReadAsync(places.Keys, cancellation).WithCancellation(stop))
        {
            var (part, place) = places[file];
            if (part.Put(place, bytes))
            {
                yield return part;
            }
        }
    }

    /// <summary>The files of one row, as they come.</summary>
    sealed class Parts<TRow>(TRow row)
        where TRow : ILabelled
    {
        byte[]?[] _files = new byte[]?[row.Files.Count];
        bool _taken;

        public TRow Row => row;

        /// <summary>A file that has not come.</summary>
        public string? Missing => _taken ? null : row.Files[Array.IndexOf(_files, null)];

        /// <summary>Takes a file; true where it is the last one. A file that comes twice counts once.</summary>
        public bool Put(int place, byte[] bytes)
        {
            if (_taken || _files[place] is not null)
            {
                return false;
            }

            _files[place] = bytes;
            return _taken = Array.TrueForAll(_files, f => f is not null);
        }

        /// <summary>Hands the files out and lets go of them.</summary>
        public byte[][] Take() => [.. Interlocked.Exchange(ref _files, [])!];
    }
}
