namespace Drape.Server.Catalogs.Search;

/// <summary>A search that cannot be answered; the message says what would be right.</summary>
public sealed class SearchException : Exception
{
    /// <summary>Creates one.</summary>
    public SearchException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
