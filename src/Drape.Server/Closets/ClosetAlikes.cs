using Drape.Server.Photos;
using Drape.Store;
using Drape.Store.Closets;

namespace Drape.Server.Closets;

/// <summary>Finds the pieces of a closet that look like one of them.</summary>
sealed class ClosetAlikes(DrapeStore store, Reader reader)
{
    /// <summary>The nearest pieces, the best first.</summary>
    public async Task<IReadOnlyList<ClosetItem>> FindAsync(
        long person, ClosetItem item, int most, CancellationToken cancellation)
    {
        string network = (await reader.AnalyzerAsync(cancellation)).EmbeddingNetwork;
        var looks = await store.Closets.LooksAsync(person, network, cancellation);
        if (looks.FirstOrDefault(look => look.Id == item.Id) is not { } own)
        {
            return [];
        }

        var found = new List<ClosetItem>();
        foreach (var (id, _) in Look.Nearest(own.Embedding, looks, Look.Alike).Where(near => near.Id != item.Id).Take(most))
        {
            if (await store.Closets.GetAsync(person, id, cancellation) is { } near)
            {
                found.Add(near);
            }
        }

        return found;
    }
}
