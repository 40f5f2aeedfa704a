using Drape.Cli.Evaluate;
using Drape.Imaging;

namespace Drape.Cli.Tests.Evaluate;

public sealed class PictureRunTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    int _done;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_of_a_row_come_in_the_order_that_the_row_names_them()
    {
        _folder.Write("set/masks/1.png", "mask");
        _folder.Write("set/photos/1.jpg", "photo");

        var (read, _) = await ReadAsync(new Pair("1"));

        Assert.Equal(["photo mask"], read);
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_rows()
    {
        foreach (string id in (string[])["1", "2", "3"])
        {
            _folder.Write($"set/masks/{id}.png", id);
            _folder.Write($"set/photos/{id}.jpg", id);
        }

        var (read, _) = await ReadAsync(new Pair("3"), new Pair("1"), new Pair("2"));

        Assert.Equal(["3 3", "1 1", "2 2"], read);
    }

    [Fact]
    public async Task A_row_of_which_a_file_is_missing_does_not_count_and_is_named_with_it()
    {
        _folder.Write("set/photos/1.jpg", "photo");

        var (read, failed) = await ReadAsync(new Pair("1"));

        Assert.Empty(read);
        Assert.Equal([new FailedPicture("1", "The table names it, but masks/1 is not there.")], failed);
    }

    [Fact]
    public async Task A_file_that_comes_twice_counts_once()
    {
        _folder.Write("set/photos/1.jpg", "a");
        _folder.Write("set/photos/1.png", "b");
        _folder.Write("set/masks/1.png", "c");

        await ReadAsync(new Pair("1"));

        Assert.Equal(1, _done);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_with_its_reason()
    {
        _folder.Write("set/photos/1.jpg", "bad");
        _folder.Write("set/masks/1.png", "");

        var (_, failed) = await ReadAsync(new Pair("1"));

        Assert.Equal([new FailedPicture("1", "It is bad.")], failed);
    }

    [Fact]
    public async Task What_is_tried_with_a_picture_after_it_was_read_is_no_part_of_its_time()
    {
        _folder.Write("set/photos/1.jpg", "photo");
        _folder.Write("set/masks/1.png", "mask");
        var clock = new CountingClock();
        var run = new PictureRun(1, () => { }, CancellationToken.None, clock);

        var read = await run.ReadAsync([new Pair("1")], LabelledPictures.Find(_folder.Path, "set"),
            (_, files) => clock.Passes(7, files.Count), (_, count) => clock.Passes(400, count + 1));

        Assert.Equal(3, Assert.Single(read).Answer);
        Assert.Equal(7, run.Milliseconds);
    }

    async Task<(IEnumerable<string> Read, IReadOnlyList<FailedPicture> Failed)> ReadAsync(params Pair[] rows)
    {
        var run = new PictureRun(2, () => _done++, CancellationToken.None);
        var read = await run.ReadAsync(rows, LabelledPictures.Find(_folder.Path, "set"), (_, files) =>
            files[0] is [(byte)'b', (byte)'a', ..] ? throw new PhotoException(PhotoError.Damaged, "It is bad.")
                : string.Join(' ', files.Select(System.Text.Encoding.UTF8.GetString)));
        return (read.Select(r => r.Answer), run.Failed);
    }

    /// <summary>A clock that goes on only when it is told to; its timestamps are milliseconds.</summary>
    sealed class CountingClock : TimeProvider
    {
        long _milliseconds;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _milliseconds;

        public T Passes<T>(long milliseconds, T answer)
        {
            _milliseconds += milliseconds;
            return answer;
        }
    }

    sealed record Pair(string Id) : ILabelled
    {
        public IReadOnlyList<string> Files => [$"photos/{Id}", $"masks/{Id}"];
    }
}
