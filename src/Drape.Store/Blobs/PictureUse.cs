using Dapper;

namespace Drape.Store.Blobs;

/// <summary>
/// Whether anything still shows a picture. Pictures are kept by their content, so what one feature lets go of another may
/// need: each that keeps pictures has a line here.
/// </summary>
public sealed class PictureUse(Database database)
{
    /// <summary>A condition that holds while something shows the picture <c>@key</c>.</summary>
    internal const string Shown = """
        (exists (select 1 from product where picture = @key)
            or exists (select 1 from person where picture = @key)
            or exists (select 1 from closet_item where picture = @key)
            or exists (select 1 from closet_item where photo = @key)
            or exists (select 1 from look where picture = @key)
            or exists (select 1 from look where preview = @key))
        """;

    /// <summary>Whether something shows it.</summary>
    public Task<bool> IsUsedAsync(BlobKey picture, CancellationToken cancellation = default) =>
        database.ReadAsync((connection, _) => connection.ExecuteScalarAsync<bool>(
            $"select {Shown}", new { key = picture.ToString() }), cancellation);
}
