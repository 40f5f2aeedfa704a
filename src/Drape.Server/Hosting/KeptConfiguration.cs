using System.Collections;
using Drape.Store;
using Drape.Store.Blobs;

namespace Drape.Server.Hosting;

/// <summary>
/// What the command and the server are told of where to keep things: <c>drape.json</c> in the home folder, then
/// environment variables that begin with <c>DRAPE_</c>, such as <c>DRAPE_Store__Connection</c>.
/// </summary>
public static class KeptConfiguration
{
    const string FileName = "drape.json";
    const string Prefix = "DRAPE_";

    /// <summary>Adds the two sources; what was added before counts less.</summary>
    public static IConfigurationBuilder AddKept(this IConfigurationBuilder configuration, string home) => configuration
        .AddJsonFile(Path.Combine(home, FileName), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables(Prefix);

    /// <summary>Reads what the home folder and the environment say.</summary>
    /// <exception cref="StoreException">The file is no JSON, or has a setting that there is not.</exception>
    public static IConfiguration Read(string home) => Fault(home) is { } fault
        ? throw new StoreException(fault) : new ConfigurationBuilder().AddKept(home).Build();

    /// <summary>What is wrong with the file in the home folder, as a sentence; null if nothing is, or there is none.</summary>
    public static string? Fault(string home)
    {
        string file = Path.Combine(home, FileName);
        try
        {
            return KnownSettings.Fault(file, new ConfigurationBuilder().AddJsonFile(file, optional: true, reloadOnChange: false).Build());
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            return $"{file} is no JSON: {(e.InnerException ?? e).Message}";
        }
    }

    /// <summary>The variables of the environment that name a section that there is not, each as a sentence.</summary>
    public static IEnumerable<string> Strangers() => Strangers(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key));

    /// <summary>The same among given names.</summary>
    internal static IEnumerable<string> Strangers(IEnumerable<string> variables) =>
        from variable in variables
        where variable.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && variable.Contains("__", StringComparison.Ordinal)
        let section = variable[Prefix.Length..].Split("__")[0]
        where !KnownSettings.HasSection(section)
        select $"The variable {variable} sets nothing: there is no section '{section}'."
            + (KnownSettings.NearestSection(section) is { } near ? $" '{near}' is probably meant." : "");

    /// <summary>Opens the store that the home folder and the environment name.</summary>
    /// <exception cref="StoreException">The database cannot be used; the message says why.</exception>
    /// <exception cref="BlobException">The pictures' storage cannot be used; the message says why.</exception>
    public static async Task<DrapeStore> OpenAsync(string home, CancellationToken cancellation) =>
        await OpenAsync(Read(home), home, cancellation);

    /// <summary>Opens the store that a configuration names.</summary>
    /// <inheritdoc cref="OpenAsync(string, CancellationToken)"/>
    public static Task<DrapeStore> OpenAsync(IConfiguration configuration, string home, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return DrapeStore.OpenAsync(
            SettingsOf(configuration, home),
            configuration.GetSection(BlobSettings.Section).Get<BlobSettings>() ?? new BlobSettings(),
            cancellation: cancellation);
    }

    /// <summary>Where a configuration has the database.</summary>
    /// <exception cref="StoreException">It names an index that there is not.</exception>
    public static StoreSettings SettingsOf(IConfiguration configuration, string home)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new StoreSettings
        {
            Home = home,
            Connection = configuration["Store:Connection"],
            Index = StoreSettings.IndexOf(configuration["Index:Kind"]),
        };
    }
}
