using Drape.Fetching;
using Drape.Imaging;
using Drape.Inference;
using Drape.Native;
using Drape.Server.Catalogs.Import;
using Drape.Store;
using Drape.Store.Blobs;

namespace Drape.Server.Jobs;

/// <summary>Why a run failed, for people.</summary>
/// <param name="Sentence">One sentence.</param>
/// <param name="Again">Whether another attempt may have more luck.</param>
/// <param name="Foreseen">Whether the sentence says all there is to say; otherwise the log has more.</param>
sealed record JobFailure(string Sentence, bool Again, bool Foreseen)
{
    /// <summary>What an exception means.</summary>
    public static JobFailure Of(Exception e) => e switch
    {
        JobException or ImportException or PhotoException or ModelException or NativeRuntimeException =>
            new(e.Message, Again: false, Foreseen: true),
        StoreException or BlobException or FetchException => new(e.Message, Again: true, Foreseen: true),
        _ => new("Drape failed while doing this; the server's log says why.", Again: true, Foreseen: false),
    };
}
