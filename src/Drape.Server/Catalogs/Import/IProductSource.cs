namespace Drape.Server.Catalogs.Import;

/// <summary>Where products come from: a shop's table, a folder of pictures, a request.</summary>
public interface IProductSource
{
    /// <summary>How many rows it has, for progress; products and bad rows together.</summary>
    int Count { get; }

    /// <summary>Every row, in its order. It may be asked for again.</summary>
    IEnumerable<GivenRow> Rows();
}
