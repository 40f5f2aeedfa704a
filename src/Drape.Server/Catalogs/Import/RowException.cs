namespace Drape.Server.Catalogs.Import;

/// <summary>A row that cannot be imported; the message is the sentence its shop reads.</summary>
public sealed class RowException : Exception
{
    /// <summary>Creates one.</summary>
    public RowException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
