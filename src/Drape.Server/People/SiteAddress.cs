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

    /// <summary>The whole address of a path.</summary>
    public string To(string path)
    {
        string? first = configuration[Setting] is { Length: > 0 } told ? told
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return (first ?? "http://localhost").TrimEnd('/') + path;
    }
}
