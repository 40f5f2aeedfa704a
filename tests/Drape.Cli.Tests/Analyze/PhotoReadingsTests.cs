using Drape.Cli.Analyze;
using Drape.Inference;

namespace Drape.Cli.Tests.Analyze;

public sealed class PhotoReadingsTests : IDisposable
{
    static readonly byte[] Bytes = TemporaryFolder.Photo();

    readonly ModelCatalog _catalog = ModelCatalog.Open();
    readonly PhotoAnalyzer _analyzer;

    public PhotoReadingsTests() => _analyzer = new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos);

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public async Task Outcomes_keep_the_order_of_the_photos_however_long_each_takes()
    {
        var photos = Enumerable.Range(0, 20).Select(i => new HeldPhoto($"{i:00}", Task.Delay(i % 5 == 0 ? 60 : 0)));

        var outcomes = await CollectAsync(photos, parallel: 4, default);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i:00}"), outcomes.Select(o => o.Name));
        Assert.All(outcomes, o => Assert.IsType<ReadPhoto>(o));
    }

    [Fact]
    public async Task No_more_photos_are_read_at_once_than_allowed()
    {
        int now = 0, most = 0;
        var photos = Enumerable.Range(0, 12).Select(i => new CountedPhoto($"{i}",
            () => InterlockedMost(ref most, Interlocked.Increment(ref now)), () => Interlocked.Decrement(ref now)));

        await CollectAsync(photos, parallel: 3, default);

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task After_a_stop_those_begun_are_finished_and_no_other_is_begun()
    {
        using var stop = new CancellationTokenSource();
        var held = new TaskCompletionSource();
        var begun = new List<string>();
        IEnumerable<PhotoSource> Photos()
        {
            for (int i = 0; ; i++)
            {
                begun.Add($"{i}");
                yield return new HeldPhoto($"{i}", held.Task);
                if (i == 1)
                {
                    stop.Cancel();
                    held.SetResult();
                }
            }
        }

        var outcomes = await CollectAsync(Photos(), parallel: 2, stop.Token);

        Assert.Equal(["0", "1"], outcomes.Select(o => o.Name));
        Assert.True(begun.Count <= 3, "only the next photo was looked at, and not begun");
    }

    [Fact]
    public async Task What_breaks_drape_itself_is_not_blamed_on_the_photo() =>
        await Assert.ThrowsAsync<ModelException>(() =>
            CollectAsync([new HeldPhoto("a", Task.FromException(new ModelException("broken")))], 1, default));

    [Fact]
    public async Task What_was_not_foreseen_of_one_photo_fails_that_photo_and_the_others_are_read()
    {
        var odd = new HeldPhoto("b", Task.FromException(new InvalidOperationException("No such axis.")));

        var outcomes = await CollectAsync(
            [new HeldPhoto("a", Task.CompletedTask), odd, new HeldPhoto("c", Task.CompletedTask)], 2, default);

        Assert.Equal(["a", "b", "c"], outcomes.Select(o => o.Name));
        Assert.IsType<ReadPhoto>(outcomes[2]);
        var failed = Assert.IsType<FailedPhoto>(outcomes[1]);
        Assert.Equal("Drape itself failed on this photo: No such axis", failed.Sentence);
        Assert.Contains(nameof(InvalidOperationException), failed.Trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_an_outcome()
    {
        var closed = new HeldPhoto("a", Task.FromException(new UnauthorizedAccessException()));

        Assert.IsType<FailedPhoto>(Assert.Single(await CollectAsync([closed], 1, default)));
    }

    async Task<List<Outcome>> CollectAsync(IEnumerable<PhotoSource> photos, int parallel,
        CancellationToken cancellation)
    {
        var outcomes = new List<Outcome>();
        var readings = new PhotoReadings(_analyzer, parallel, []);
        await foreach (var outcome in readings.ReadAsync(photos, cancellation))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    static void InterlockedMost(ref int most, int value)
    {
        for (int seen = most; value > seen; seen = most)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    /// <summary>A photo whose bytes come when a task is done.</summary>
    sealed record HeldPhoto(string Name, Task Until) : PhotoSource(Name)
    {
        public override async Task<byte[]> ReadAsync(CancellationToken cancellation)
        {
            await Until;
            return Bytes;
        }
    }

    /// <summary>A photo that tells when it is read.</summary>
    sealed record CountedPhoto(string Name, Action Begin, Action End) : PhotoSource(Name)
    {
        public override async Task<byte[]> ReadAsync(CancellationToken cancellation)
        {
            Begin();
            await Task.Delay(10, cancellation);
            End();
            return Bytes;
        }
    }
}
