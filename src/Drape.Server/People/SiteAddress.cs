using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Drape.Server.People;

/// <summary>
/// The server's own address, for links in letters: the setting <c>Site:Url</c>, else where it listens. Never what a
/// request says its host is, which whoever sends it may invent.
/// </summary>
sealed class SiteAddress(IConfiguration configuration, IServer server)
{
    const string Setting = "Site:Url";

    /// <summary>Whether people come over https, so that cookies can be kept to it.</summary>
    public static bool IsSecure(IConfiguration configuration) =>
        configuration[Setting]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What is doubtful about the links, as a sentence; null where they lead here.</summary>
    public static string? Doubt(IConfiguration configuration) =>
        configuration[Setting] is { Length: > 0 }
        || FirstOf((configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) is not { } first || !IsEverywhere(first)
            ? null
            : $"Links in letters and of looks that are shared will lead to {OnThisMachine(first)}, which other devices may not know. "
                + $"Let the setting {Setting} say the address that people type, as http://192.168.0.5:{first.Port}.";

    /// <summary>The whole address of a path.</summary>
    public string To(string path) => Start().TrimEnd('/') + path;

    string Start()
    {
        if (configuration[Setting] is { Length: > 0 } told)
        {
            return told;
        }

        var listened = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return FirstOf(listened) is { } first && IsEverywhere(first) ? OnThisMachine(first)
            : listened.FirstOrDefault() ?? "http://localhost";
    }

    static BindingAddress? FirstOf(IEnumerable<string> addresses) =>
        addresses.FirstOrDefault() is { } first ? BindingAddress.Parse(first) : null;

    /// <summary>Whether it stands for all addresses of the machine, none of which it names.</summary>
    static bool IsEverywhere(BindingAddress address) => address.Host is "0.0.0.0" or "[::]" or "*" or "+";

    static string OnThisMachine(BindingAddress address) => $"{address.Scheme}://{Environment.MachineName}:{address.Port}";
}
