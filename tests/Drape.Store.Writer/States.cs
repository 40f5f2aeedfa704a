namespace Drape.Store.Writer;

/// <summary>The names of things that are written, and of the states they are in.</summary>
public static class States
{
    /// <summary>A job that waits.</summary>
    public const string Queued = "queued";

    /// <summary>A job that was taken.</summary>
    public const string Running = "running";

    /// <summary>A job that noted how far it came.</summary>
    public const string Noted = "noted";

    /// <summary>A job that is done.</summary>
    public const string Done = "done";

    /// <summary>A product's name.</summary>
    public static string Product(string catalog, string key) => $"product {catalog}/{key}";

    /// <summary>A job's name.</summary>
    public static string Job(string title) => $"job {title}";

    /// <summary>A photo's name.</summary>
    public static string Photo(string name) => $"photo {name}";

    /// <summary>The state of what comes in editions.</summary>
    public static string Edition(int edition, bool retired = false) => $"edition {edition}{(retired ? ", retired" : "")}";
}
