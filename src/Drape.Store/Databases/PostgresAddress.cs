using Npgsql;

namespace Drape.Store.Databases;

/// <summary>Where a PostgreSQL is, in one of the two ways people write it.</summary>
static class PostgresAddress
{
    /// <summary>Reads a connection string, or a URL such as <c>postgresql://user:password@host:5432/database</c>.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        var settings = text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
            ? FromUrl(new Uri(text)) : new NpgsqlConnectionStringBuilder(text);
        settings.ApplicationName ??= "drape";
        return settings;
    }

    static NpgsqlConnectionStringBuilder FromUrl(Uri url)
    {
        string[] user = url.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder { Host = url.IdnHost };
        if (url.Port > 0)
        {
            settings.Port = url.Port;
        }

        if (user[0].Length > 0)
        {
            settings.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            settings.Password = Uri.UnescapeDataString(user[1]);
        }

        if (url.AbsolutePath.Length > 1)
        {
            settings.Database = Uri.UnescapeDataString(url.AbsolutePath[1..]);
        }

        foreach (string pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            // libpq's names with more than one word; Npgsql writes them otherwise.
            string name = parts[0] switch
            {
                "sslmode" => "SSL Mode",
                "application_name" => "Application Name",
                "connect_timeout" => "Timeout",
                "options" => "Options",
                var other => other,
            };
            string value = Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : "");
            settings[name] = name == "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }

        return settings;
    }
}
