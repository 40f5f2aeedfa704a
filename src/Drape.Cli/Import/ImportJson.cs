using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Drape.Server.Catalogs.Import;

namespace Drape.Cli.Import;

/// <summary>What became of an import, for programs.</summary>
sealed record ImportDocument
{
    /// <summary>The catalog.</summary>
    public required string Catalog { get; init; }

    /// <summary>Rows of the source.</summary>
    public required int Total { get; init; }

    /// <summary>Products that were new.</summary>
    public required int Added { get; init; }

    /// <summary>Products that had changed.</summary>
    public required int Updated { get; init; }

    /// <summary>Products that were there as they are.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows that were passed over.</summary>
    public required int Failed { get; init; }

    /// <summary>Products that the source has no more, with --retire.</summary>
    public required int Retired { get; init; }

    /// <summary>Whether it was stopped before its end.</summary>
    public required bool Stopped { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Rows a second.</summary>
    public required double Rate { get; init; }

    /// <summary>Columns that mean nothing to Drape.</summary>
    public required IReadOnlyList<string> Unused { get; init; }

    /// <summary>Every row that was passed over, and why.</summary>
    public required IReadOnlyList<FailedRow> Failures { get; init; }
}

/// <summary>How an import looks as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ImportDocument))]
sealed partial class ImportJson : JsonSerializerContext
{
    public static ImportJson Indented { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
