using System.Text.Json;
using Drape.Store.Jobs;

namespace Drape.Store.Tests.Jobs;

public sealed class NewJobTests
{
    static readonly JsonElement Payload = JsonElement.Parse("{}");

    [Theory]
    [InlineData("")]
    [InlineData("Import")]
    [InlineData("a/b")]
    [InlineData("a\n")]
    public void A_kind_that_is_none_is_refused(string kind) =>
        Assert.Throws<ArgumentException>(() => new NewJob { Kind = kind, Payload = Payload });

    [Fact]
    public void A_payload_that_is_no_json_is_refused() =>
        Assert.Throws<ArgumentException>(() => new NewJob { Kind = "import", Payload = default });

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_number_of_attempts_out_of_range_is_refused(int attempts) => Assert.Throws<ArgumentException>(
        () => new NewJob { Kind = "import", Payload = Payload, MaxAttempts = attempts });

    [Fact]
    public void Progress_below_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new JobProgress(-1, null));

    [Fact]
    public void An_estimate_that_was_passed_is_raised() => Assert.Equal(7, new JobProgress(7, 5).Total);

    [Fact]
    public void A_result_file_with_a_folder_in_its_name_is_refused() => Assert.Throws<ArgumentException>(
        () => new JobFile { Content = default, Type = "text/plain", Name = "../tags.jsonl" });
}
