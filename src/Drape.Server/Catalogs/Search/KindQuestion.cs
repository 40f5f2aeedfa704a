using Drape.Garments;
using Drape.Similarity;

namespace Drape.Server.Catalogs.Search;

/// <summary>Which of the network's answers tells a garment's kind.</summary>
static class KindQuestion
{
    /// <summary>A shop's word for it, finer than <see cref="GarmentVerdicts.TypeHead"/>; not every network has it.</summary>
    const string Article = "articleType";

    /// <summary>The kinds that a garment may be of; unknown where the network's shop words do not fit such a thing.</summary>
    public static Kinds Answered(GarmentVerdicts verdicts) =>
        verdicts.Reported.TryGetValue(Article, out var article) ? Kinds.Of(article)
        : verdicts.ByHead.ContainsKey(Article) ? Kinds.Unknown : Kinds.Of(verdicts.Type);
}
