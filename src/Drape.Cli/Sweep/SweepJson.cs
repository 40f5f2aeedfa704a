using System.Text.Json;
using System.Text.Json.Serialization;
using Drape.Store.Blobs;

namespace Drape.Cli.Sweep;

/// <summary>What <c>drape sweep</c> tells.</summary>
/// <param name="DryRun">Whether it was only counted.</param>
/// <param name="Deleted">Pictures and files that nothing needs.</param>
/// <param name="DeletedBytes">Their bytes.</param>
/// <param name="Recent">Those that nothing needs and that stay, since they were kept within the last hour.</param>
/// <param name="RecentBytes">Their bytes.</param>
/// <param name="Needed">Those that something needs.</param>
/// <param name="NeededBytes">Their bytes.</param>
sealed record SweepSummary(
    bool DryRun, long Deleted, long DeletedBytes, long Recent, long RecentBytes, long Needed, long NeededBytes)
{
    public static SweepSummary Of(Swept swept, bool dryRun) => new(dryRun, swept.Deleted.Count, swept.Deleted.Bytes,
        swept.Recent.Count, swept.Recent.Bytes, swept.Needed.Count, swept.Needed.Bytes);
}

/// <summary>How it looks as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SweepSummary))]
sealed partial class SweepJson : JsonSerializerContext
{
    public static SweepJson Indented { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true });
}
