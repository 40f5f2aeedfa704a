using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Drape.Inference;

/// <summary>How a session's threads are used.</summary>
public enum ThreadPolicy
{
    /// <summary>One photo at a time, as quickly as it goes: a run spreads over the cores.</summary>
    OnePhoto,

    /// <summary>Many photos at once: a run keeps to its own thread and the photos spread over the cores.</summary>
    ManyPhotos,
}

/// <summary>Which file of a network is run.</summary>
public enum Precision
{
    /// <summary>The int8 twin where there is one and the processor profits, else the usual file.</summary>
    Quickest,

    /// <summary>Always the usual file.</summary>
    Float32,
}

/// <summary>
/// The networks of a folder with a models.json. Sessions are created on first use, checked against their SHA-256 and
/// shared by all callers. Thread-safe.
/// </summary>
public sealed partial class ModelCatalog : IDisposable
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    readonly ConcurrentDictionary<(string, ThreadPolicy), Lazy<Model>> _loaded = new();

    ModelCatalog(string folder, IReadOnlyList<ModelManifest> models) => (Folder, Models) = (folder, models);

    /// <summary>The shipped networks' folder, unless the environment variable DRAPE_MODELS names another.</summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable("DRAPE_MODELS") is { Length: > 0 } own
            ? own : Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>The folder the networks lie in.</summary>
    public string Folder { get; }

    /// <summary>The manifest's entries, in its order, each with the file that suits this machine.</summary>
    public IReadOnlyList<ModelManifest> Models { get; }

    /// <summary>
    /// What the environment variable DRAPE_PRECISION prefers: <c>float32</c>, or <c>quickest</c> as without it.
    /// </summary>
    /// <exception cref="ModelException">It says something else.</exception>
    public static Precision DefaultPrecision => Environment.GetEnvironmentVariable("DRAPE_PRECISION")?.ToUpperInvariant() switch
    {
        null or "" or "QUICKEST" => Precision.Quickest,
        "FLOAT32" => Precision.Float32,
        var other => throw new ModelException(
            $"DRAPE_PRECISION is '{other.ToLowerInvariant()}'; it may be float32 or quickest, or not be set."),
    };

    /// <summary>Reads a folder's models.json; no network is loaded yet.</summary>
    /// <param name="folder">The folder; <see cref="DefaultFolder"/> if null.</param>
    /// <param name="precision">Which of a network's files; <see cref="DefaultPrecision"/> if null.</param>
    /// <exception cref="ModelException">The manifest is missing or wrong; the message says what to mend.</exception>
    public static ModelCatalog Open(string? folder = null, Precision? precision = null)
    {
        folder ??= DefaultFolder;
        string path = Path.Combine(folder, "models.json");
        ManifestFile manifest;
        try
        {
            using var stream = File.OpenRead(path);
            manifest = JsonSerializer.Deserialize<ManifestFile>(stream, Json)
                ?? throw new ModelException($"{path} is empty.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelException(
                $"There is no {path}. Build Drape again, or let DRAPE_MODELS name a folder with a models.json.", e);
        }
        catch (JsonException e)
        {
            throw new ModelException($"{path} cannot be read: {InWords(e)}", e);
        }

        foreach (var model in manifest.Models)
        {
            (model ?? throw new ModelException($"{path} has an entry that is null.")).Validate();
        }

        if (manifest.Models.GroupBy(m => m.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ModelException($"{path} names the network {twice.Key} twice.");
        }

        return new ModelCatalog(folder, (precision ?? DefaultPrecision) == Precision.Quickest
            ? [.. manifest.Models.Select(m => m.Quickest())] : manifest.Models);
    }

    /// <summary>The entry of a network.</summary>
    /// <exception cref="ModelException">There is none of that name.</exception>
    public ModelManifest Find(string name) => Models.FirstOrDefault(m => m.Name == name)
        ?? throw new ModelException($"{Path.Combine(Folder, "models.json")} has no network called {name}.");

    /// <summary>The network ready to run, loaded on first use and shared afterwards.</summary>
    /// <exception cref="ModelException">The file is missing, altered or no network that fits its entry.</exception>
    public Model Get(string name, ThreadPolicy policy)
    {
        var manifest = Find(name);
        var lazy = _loaded.GetOrAdd((name, policy), _ => new Lazy<Model>(() => Load(manifest, policy)));
        try
        {
            return lazy.Value;
        }
        catch
        {
            // A Lazy keeps its exception; the next call shall try again (the file may have been mended).
            _loaded.TryRemove(new((name, policy), lazy));
            throw;
        }
    }

    /// <summary>Whether a network is loaded, which it is only after its file was found to be the right one.</summary>
    public bool IsLoaded(string name) => _loaded.Any(entry => entry.Key.Item1 == name && entry.Value.IsValueCreated);

    /// <summary>Reads a network's file and compares its SHA-256 with the manifest.</summary>
    /// <exception cref="ModelException">The file is missing or altered.</exception>
    public byte[] ReadVerified(ModelManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        string path = Path.Combine(Folder, manifest.File);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelException($"The network {manifest.Name} is missing: there is no {path}.", e);
        }

        string found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return found.Equals(manifest.Sha256, StringComparison.OrdinalIgnoreCase) ? bytes : throw new ModelException(
            $"The network {manifest.Name} is not the one its manifest describes: {path} has SHA-256 {found[..12]}..., "
            + $"expected {manifest.Sha256[..12]}.... Restore the file or correct models.json.");
    }

    /// <summary>What the JSON reader found, in words of the file and not of this code.</summary>
    static string InWords(JsonException e)
    {
        string place = e is { Path: { Length: > 1 } path } ? $" at {path[2..]}" : "";
        string line = e.LineNumber is { } number ? $" (line {number + 1})" : "";
        return e.Message switch
        {
            var said when said.Contains("null values", StringComparison.Ordinal) => $"what stands{place} may not be null{line}.",
            var said when said.Contains("not be mapped", StringComparison.Ordinal) =>
                $"there is no field '{FieldName().Match(said).Groups[1].Value}' in an entry{line}; is it misspelt?",
            var said when said.Contains("missing required", StringComparison.Ordinal) =>
                $"an entry{place} has no {string.Join(", ", MissingNames().Matches(said).Select(m => m.Groups[1].Value).Where(n => !n.Contains('.')))}{line}.",
            var said when said.Contains("could not be converted", StringComparison.Ordinal) => $"what stands{place} is of the wrong kind{line}.",
            _ => $"it is no JSON{line}.",
        };
    }

    [GeneratedRegex(@"JSON property '([^']*)'")]
    private static partial Regex FieldName();

    [GeneratedRegex(@"'([^']*)'")]
    private static partial Regex MissingNames();

    Model Load(ModelManifest manifest, ThreadPolicy policy)
    {
        int threads = policy == ThreadPolicy.OnePhoto ? Math.Clamp(Environment.ProcessorCount, 1, 4) : 1;
        InferenceSession session;
        try
        {
            session = new InferenceSession(ReadVerified(manifest), new SessionOptions { IntraOpNumThreads = threads });
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelException($"The network {manifest.Name} cannot be loaded. {e.Message}", e);
        }

        try
        {
            return new Model(manifest, session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Releases every loaded network.</summary>
    public void Dispose()
    {
        foreach (var lazy in _loaded.Values.Where(l => l.IsValueCreated))
        {
            lazy.Value.Dispose();
        }

        _loaded.Clear();
    }

    sealed record ManifestFile
    {
        public required IReadOnlyList<ModelManifest> Models { get; init; }
    }
}
