using System.Reflection;
using Drape.Server.Closets;
using Drape.Server.Jobs;
using Drape.Server.Looks;
using Drape.Server.People;
using Drape.Server.People.Mail;
using Drape.Server.People.SignIn;
using Drape.Server.Photos;
using Drape.Store.Blobs;

namespace Drape.Server.Hosting;

/// <summary>The settings that there are: one that is misspelt would otherwise be passed over in silence.</summary>
static class KnownSettings
{
    /// <summary>Every setting of Drape's own, as <c>Blobs:S3:Bucket</c>.</summary>
    static readonly HashSet<string> Names = new(
    [
        "Store:Connection", "Index:Kind", "Log:Format", "Share:KakaoKey", "Site:Url", "Site:Proxies",
        .. ((string[])["Facebook", "Kakao"]).SelectMany(service => ((string[])["Id", "Secret", "Authorize", "Token", "Information"])
            .Select(name => $"SignIn:{service}:{name}")),
        .. Of<BlobSettings>(BlobSettings.Section),
        .. Of<JobOptions>(JobOptions.Section),
        .. Of<ApiOptions>(ApiOptions.Section),
        .. Of<LimitOptions>(LimitOptions.Section),
        .. Of<ReadingOptions>(ReadingOptions.Section),
        .. Of<FetchOptions>(FetchOptions.Section),
        .. Of<ClosetOptions>(ClosetOptions.Section),
        .. Of<LookOptions>(LookOptions.Section),
        .. Of<MailOptions>(MailOptions.Section),
        .. Of<TryOptions>(TryOptions.Section),
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>What .NET reads itself, whose own rules hold there.</summary>
    static readonly HashSet<string> OfDotNet = new(
    [
        "Logging", "Kestrel", "AllowedHosts", "Urls", "http_ports", "https_ports", "https_port", "DetailedErrors", "ConnectionStrings",
        "Authentication", "Environment", "ApplicationName", "ContentRoot", "WebRoot", "ShutdownTimeoutSeconds", "HostOptions",
        "ForwardedHeaders_Enabled", "$schema",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>The first setting that there is not, as a sentence; null where all are known.</summary>
    /// <param name="file">What is read, for people.</param>
    /// <param name="content">What stands in it.</param>
    public static string? Fault(string file, IConfiguration content) =>
        Fault(file, content.GetChildren().Where(section => !OfDotNet.Contains(section.Key)), "");

    /// <summary>Whether there is a section of this name.</summary>
    public static bool HasSection(string name) => OfDotNet.Contains(name) || Within("").Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What was probably meant by a section that there is not; null where nothing is near.</summary>
    public static string? NearestSection(string name) => Nearest(name, Within(""));

    static string? Fault(string file, IEnumerable<IConfigurationSection> settings, string parent)
    {
        var known = Within(parent);
        foreach (var setting in settings)
        {
            string name = parent + setting.Key;
            bool isOne = Names.Contains(name), hasParts = setting.GetChildren().Any();
            string? fault = !known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)
                    ? $"{file} has the setting '{name}', which there is not: "
                        + (Nearest(setting.Key, known) is { } near ? $"'{parent}{near}' is probably meant."
                            : $"{(parent.Length > 0 ? $"under '{parent[..^1]}'" : "there")} can be {string.Join(", ", known)}.")
                : isOne && hasParts ? $"{file} has several values for '{name}', which is one: write it as a text or a number."
                : !isOne && !hasParts && !string.IsNullOrEmpty(setting.Value)
                    ? $"{file} has a value for '{name}', which is a section: there can be {string.Join(", ", Within(name + ":"))} in it."
                : isOne ? null : Fault(file, setting.GetChildren(), name + ":");
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    static string? Nearest(string name, IEnumerable<string> known)
    {
        // Small and capital letters do not matter, and so are no edits.
        string? small = NearestName.Of(name.ToLowerInvariant(), known.Select(k => k.ToLowerInvariant()));
        return known.FirstOrDefault(k => k.Equals(small, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The names of what stands in a section, which ends with a colon; of the sections where it is empty.</summary>
    static string[] Within(string parent) =>
    [
        .. Names.Where(name => name.StartsWith(parent, StringComparison.OrdinalIgnoreCase))
            .Select(name => name[parent.Length..].Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal),
    ];

    /// <summary>The settings that a record takes, and those of records in it.</summary>
    static IEnumerable<string> Of<T>(string section) => Of(typeof(T), section);

    static IEnumerable<string> Of(Type options, string section) => options
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
        .SelectMany(property => property.PropertyType.Namespace?.StartsWith("Drape.", StringComparison.Ordinal) == true
            ? Of(property.PropertyType, $"{section}:{property.Name}") : [$"{section}:{property.Name}"]);
}
