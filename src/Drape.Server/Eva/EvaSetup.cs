namespace Drape.Server.Eva;

/// <summary>How the engine looks at a photo for Eva: a service, so that a test can let it see what it wants.</summary>
delegate (PhotoReading Reading, PhotoFindings Findings) Inspection(
    PhotoAnalyzer analyzer, ReadOnlySpan<byte> file, string name, Imaging.PhotoLimits limits);

/// <summary>Eva's services.</summary>
static class EvaSetup
{
    public static void AddEva(this IServiceCollection services) => services.AddSingleton<Inspection>(
        static (analyzer, file, name, limits) => analyzer.Inspect(file, name, limits));
}
