namespace Drape.Store.Products;

/// <summary>A product as an import brings it.</summary>
public sealed record NewProduct : ProductFacts
{
    /// <summary>The embedding of its picture; empty where it has none, so that only words and filters find it.</summary>
    public Half[] Embedding
    {
        get;
        init => field = Array.TrueForAll(value, Half.IsFinite)
            ? value : throw new ArgumentException("The embedding holds a value that is no number.");
    } = [];

    /// <summary>The network that made the embedding, as <c>name@hash</c>: only those of one network can be compared.</summary>
    public string Network
    {
        get;
        init => field = StoredText.Checked(value, "network", 200) ?? "";
    } = "";
}
