using System.Text.Json.Serialization;

namespace Drape.Cli.Evaluate.Sets;

/// <summary>How the labels of masks are read.</summary>
[JsonSerializable(typeof(string[]))]
sealed partial class LabelsJson : JsonSerializerContext;
