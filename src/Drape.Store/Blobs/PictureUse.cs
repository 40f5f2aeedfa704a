using Dapper;

namespace Drape.Store.Blobs;

/// <summary>
/// Whether anything still shows a picture. Pictures are kept by their content, so what one feature lets go of another may
/// need: each that keeps pictures has a line here.
/// </summary>
public sealed class PictureUse(Database database)
{
    static readonly (string Table, string Column)[] Shows =
    [
        ("product", "picture"),
        ("person", "picture"),
        ("closet_item", "picture"),
        ("closet_item", "photo"),
        ("look", "picture"),
        ("look", "preview"),
    ];

    // What was sent for a job, and what it left.
    static readonly (string Table, string Column)[] Needs = [.. Shows, ("job", "content"), ("job", "result_file")];

    /// <summary>A condition that holds while something shows the picture <c>@key</c>.</summary>
    internal static readonly string Shown =
        $"({string.Join(" or ", Shows.Select(use => $"exists (select 1 from {use.Table} where {use.Column} = @key)"))})";

    /// <summary>Whether something shows it.</summary>
    public Task<bool> IsUsedAsync(BlobKey picture, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, _) => connection.ExecuteScalarAsync<bool>(
            $"select {Shown}", new { key = picture.ToString() }), cancellation);

    /// <summary>Deletes the files of those of some pictures that nothing shows any more.</summary>
    /// <param name="pictures">What was let go of.</param>
    /// <param name="blobs">Where the files are.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="BlobException">A file cannot be deleted.</exception>
    public async Task ForgetAsync(IEnumerable<BlobKey> pictures, IBlobStore blobs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(blobs);
        foreach (var picture in pictures)
        {
            if (!await IsUsedAsync(picture, cancellation))
            {
                await blobs.DeleteAsync(picture, cancellation);
            }
        }
    }

    /// <summary>Those of some contents that something shows, or that a job has.</summary>
    internal Task<HashSet<BlobKey>> NeededAsync(IReadOnlyCollection<BlobKey> keys, CancellationToken cancellation) =>
        database.ReadAsync<HashSet<BlobKey>>(async (connection, _) =>
        {
            object list = database.Dialect.List([.. keys.Select(key => key.ToString())]);
            string query = string.Join(" union all ", Needs.Select(use =>
                $"select {use.Column} from {use.Table} where {database.Dialect.In(use.Column, "@list")}"));
            return [.. (await connection.QueryAsync<string>(query, new { list })).Select(BlobKey.Parse)];
        }, cancellation);
}
