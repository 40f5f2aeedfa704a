namespace Drape.Drawing.Figures;

/// <summary>What somebody wears between neck and ankles: a top with something below, or a dress.</summary>
public abstract record Attire
{
    private protected Attire()
    {
    }
}

/// <summary>A top with something below.</summary>
/// <param name="Top">The top.</param>
/// <param name="Below">Trousers, shorts or a skirt.</param>
/// <param name="Tucked">Whether the top is tucked in.</param>
public sealed record Separates(Worn<TopKind> Top, Worn<BelowKind> Below, bool Tucked = false) : Attire;

/// <summary>A dress.</summary>
/// <param name="Dress">The dress.</param>
public sealed record InOnePiece(Worn<DressKind> Dress) : Attire;
