namespace Drape.Server.Demo;

/// <summary>Where a demo keeps everything: a folder of its own, whatever the settings and the environment name.</summary>
static class DemoHome
{
    const string Folder = "demo";

    /// <summary>The demo's folder within a home.</summary>
    public static string Of(string home) => Path.Combine(home, Folder);

    /// <summary>Keeps a demo away from the database, the pictures and the mail server of anybody else.</summary>
    /// <param name="configuration">The settings, to which this is added last.</param>
    /// <param name="home">The demo's folder.</param>
    public static void Guard(IConfigurationBuilder configuration, string home) => configuration.AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["Store:Connection"] = null,
            ["Index:Kind"] = "memory",
            ["Blobs:Kind"] = "folder",
            ["Blobs:Folder"] = Path.Combine(home, "blobs"),
            ["Mail:Host"] = null,
            ["Mail:Folder"] = Path.Combine(home, "mail"),
        });
}
