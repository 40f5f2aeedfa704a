using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drape.Cli.Doctor;

/// <summary>How one thing fares.</summary>
enum Health
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Drape works, but less well than it could.</summary>
    Warning,

    /// <summary>Something of Drape does not work.</summary>
    Failed,
}

/// <summary>One line of the doctor's.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Health">How it fares.</param>
/// <param name="Text">What was found.</param>
/// <param name="Advice">What to do; null where nothing is to be done.</param>
sealed record Finding(string Subject, Health Health, string Text, string? Advice = null);

/// <summary>How findings look as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
sealed partial class DoctorJson : JsonSerializerContext
{
    public static DoctorJson Indented { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<Health>(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
