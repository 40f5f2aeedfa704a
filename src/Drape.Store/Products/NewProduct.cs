using Drape.Similarity;

namespace Drape.Store.Products;

/// <summary>A product as an import brings it.</summary>
public sealed record NewProduct : ProductFacts
{
    /// <summary>The embedding of its picture; empty where it has none, so that only words and filters find it.</summary>
    /// <exception cref="ArgumentException">A value is no number, or all are zero.</exception>
    public Half[] Embedding
    {
        get;
        init
        {
            if (!Array.TrueForAll(value, Half.IsFinite) || (value.Length > 0 && Array.TrueForAll(value, v => v == Half.Zero)))
            {
                throw new ArgumentException("The embedding holds a value that is no number, or nothing but zeros.");
            }

            field = value;
        }
    } = [];

    /// <summary>
    /// The kinds that it may be of, as the network read them; null where it was not asked, as for what an earlier Drape read.
    /// </summary>
    public Kinds? Kinds { get; init; }

    /// <summary>The network that made the embedding, as <c>name@hash</c>: only those of one network can be compared.</summary>
    public string Network
    {
        get;
        init => field = StoredText.Checked(value, "network", 200) ?? "";
    } = "";
}
