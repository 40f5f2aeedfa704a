using Drape.Store.People;

namespace Drape.Server.People;

/// <summary>What the API calls systems of units.</summary>
static class UnitWords
{
    const string Metric = "metric";
    const string Imperial = "imperial";

    public static readonly string[] All = [Metric, Imperial];

    public static string Of(Units units) => units == Units.Imperial ? Imperial : Metric;

    /// <summary>The units of a word; null of any other word.</summary>
    public static Units? Of(string? word) => word switch
    {
        Metric => Units.Metric,
        Imperial => Units.Imperial,
        _ => null,
    };
}
