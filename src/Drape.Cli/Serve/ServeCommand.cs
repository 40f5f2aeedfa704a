using System.CommandLine;
using Drape.Cli.CommandLine;
using Drape.Server;
using Drape.Store;

namespace Drape.Cli.Serve;

/// <summary><c>drape serve</c>: hands over to the server.</summary>
static class ServeCommand
{
    const string Lessons = """
        Examples:
          drape serve                                    the web app and the API on this machine
          drape serve --urls http://0.0.0.0:8080         for the whole network
          drape serve --home /srv/drape                  with everything it keeps under one folder
          drape serve --demo                             with people, closets, looks and a catalog that Drape draws
        """;

    public static Command Create()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "Where it listens; several are parted by semicolons.",
            HelpName = "URL",
        };
        var home = DrapeHome.Option();
        var demo = new Option<bool>("--demo")
        {
            Description = "Draw people, closets, looks and a catalog into a folder of their own, and show them.",
        };
        var command = new TaughtCommand("serve", "Serve the web app and the API.", Lessons) { urls, home, demo };
        command.SetAction((parsed, cancellation) => DrapeServer.RunAsync(new ServeOptions
        {
            Urls = parsed.GetValue(urls),
            Home = HomeFolder.Locate(parsed.GetValue(home)),
            Demo = parsed.GetValue(demo),
        }, cancellation));
        return command;
    }
}
