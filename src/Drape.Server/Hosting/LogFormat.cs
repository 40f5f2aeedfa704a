namespace Drape.Server.Hosting;

/// <summary>How the log looks: lines for a person at a terminal, JSON for everything that collects logs.</summary>
static class LogFormat
{
    /// <summary>
    /// Writes to standard error, so that standard output keeps to what the server says itself. The setting
    /// <c>Log:Format</c>, "simple" or "json", overrules the guess.
    /// </summary>
    /// <param name="logging">What to set up.</param>
    /// <param name="configuration">Where settings are looked up.</param>
    /// <param name="isStarted">Whether the server listens already.</param>
    public static void ForPeopleOrPrograms(
        this ILoggingBuilder logging, IConfiguration configuration, Func<bool> isStarted)
    {
        string format = configuration["Log:Format"] ?? (Console.IsErrorRedirected ? "json" : "simple");
        logging.ClearProviders();
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (format.Equals("json", StringComparison.OrdinalIgnoreCase))
        {
            logging.AddJsonConsole(json =>
            {
                json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
                json.UseUtcTimestamp = true;
            });
        }
        else
        {
            logging.AddSimpleConsole(simple =>
            {
                simple.SingleLine = true;
                simple.TimestampFormat = "HH:mm:ss ";
            });
        }

        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        // What keeps the server from starting is said in a sentence; the host and its web server would add their stack.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // That the sealing keys lie unsealed in the database is said in docs/accounts.md, not at every first start.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level >= LogLevel.Warning && isStarted());
        logging.AddConfiguration(configuration.GetSection("Logging")); // last, so that a setting overrules these
    }
}
