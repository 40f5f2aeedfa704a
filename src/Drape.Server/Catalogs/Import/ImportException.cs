namespace Drape.Server.Catalogs.Import;

/// <summary>A source or a mapping that cannot be used as a whole; the message says what would be right.</summary>
public sealed class ImportException : Exception
{
    /// <summary>Creates one.</summary>
    public ImportException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
