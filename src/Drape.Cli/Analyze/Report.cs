namespace Drape.Cli.Analyze;

/// <summary>Shows readings on standard output as they come; what it holds open is closed with it.</summary>
abstract class Report : IDisposable
{
    public abstract void Add(PhotoReading reading);

    /// <summary>Shows a failure, where failures belong to the answer; people read them on standard error.</summary>
    public virtual void Add(FailedPhoto failed)
    {
    }

    public void Dispose() => End();

    /// <summary>Called once, after the last reading.</summary>
    protected virtual void End()
    {
    }
}
