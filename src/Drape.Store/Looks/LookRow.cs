using System.Text.Json;
using Drape.Store.Blobs;

namespace Drape.Store.Looks;

/// <summary>A row of the table look, as one viewer sees it.</summary>
sealed class LookRow
{
    /// <summary>Reads rows for <c>@viewer</c>; a condition follows, with <see cref="Sight.Look"/> in it.</summary>
    public static string Select { get; } = $"""
        select l.id as Id, l.person_id as Author, p.handle as Handle, p.name as Name, p.picture as Face,
            l.picture as Picture, l.preview as Preview, l.reading as Reading, l.palette as Palette, l.score as Score,
            l.harmony as Harmony, l.text as Text, l.section as Section, l.visibility as Visibility, l.created_at as CreatedAt,
            l.changed_at as ChangedAt, l.hidden_at as HiddenAt, l.deleted_at as DeletedAt,
            (select count(*) from look_like k where k.look_id = l.id) as Likes,
            (select count(*) from look_comment c where c.look_id = l.id and {Sight.Comment}) as Comments,
            (select count(*) from look_like k where k.look_id = l.id and k.person_id = @viewer) as Liked,
            (select count(*) from look_scrap s where s.look_id = l.id and s.person_id = @viewer) as Scrapped,
            (select count(*) from person_follow f where f.person_id = @viewer and f.followed_id = l.person_id) as Follows
        from look l join person p on p.id = l.person_id
        """;

    static readonly DrapeJson Json = DrapeJson.Line;

    public long Id { get; init; }

    public long Author { get; init; }

    public string Handle { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Face { get; init; }

    public string Picture { get; init; } = "";

    public string Preview { get; init; } = "";

    public string Reading { get; init; } = "";

    public string Palette { get; init; } = "[]";

    public int Score { get; init; }

    public double Harmony { get; init; }

    public string? Text { get; init; }

    public string Section { get; init; } = "";

    public string Visibility { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? HiddenAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public long Likes { get; init; }

    public long Comments { get; init; }

    public long Liked { get; init; }

    public long Scrapped { get; init; }

    public long Follows { get; init; }

    public Look ToLook() => new()
    {
        Id = Id,
        Author = new Member(Author, Handle, Name, Face is null ? null : BlobKey.Parse(Face)),
        Picture = BlobKey.Parse(Picture),
        Preview = BlobKey.Parse(Preview),
        Reading = JsonSerializer.Deserialize(Reading, Json.PhotoReading)!,
        Palette = JsonSerializer.Deserialize(Palette, Json.IReadOnlyListNamedColour)!,
        Score = Score,
        Harmony = Harmony,
        Details = new LookDetails
        {
            Text = Text,
            Section = LookWords.Section(Section) ?? LookSection.Open,
            // A word that this Drape does not know lets nobody in.
            Visibility = LookWords.Visibility(Visibility) ?? LookVisibility.Private,
        },
        CreatedAt = CreatedAt,
        ChangedAt = ChangedAt,
        HiddenAt = HiddenAt,
        DeletedAt = DeletedAt,
        Likes = (int)Likes,
        Comments = (int)Comments,
        Liked = Liked > 0,
        Scrapped = Scrapped > 0,
        Follows = Follows > 0,
    };
}
