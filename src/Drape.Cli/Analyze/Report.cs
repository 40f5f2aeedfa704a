namespace Drape.Cli.Analyze;

/// <summary>Shows readings on standard output as they come; what it holds open is closed with it.</summary>
abstract class Report : IDisposable
{
    public abstract void Add(PhotoReading reading);

    public void Dispose() => End();

    /// <summary>Called once, after the last reading.</summary>
    protected virtual void End()
    {
    }
}
