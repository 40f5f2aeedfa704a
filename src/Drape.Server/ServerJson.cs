using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Drape.Server;

/// <summary>How answers look as JSON: as <see cref="DrapeJson"/> does it, the server's own records too.</summary>
static class ServerJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static void Apply(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // answers are JSON, never part of a page
    }

    static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(DrapeJson.Line, new DefaultJsonTypeInfoResolver()),
        };
        Apply(options);
        options.MakeReadOnly();
        return options;
    }
}
