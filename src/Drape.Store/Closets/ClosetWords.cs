using System.Data.Common;
using Dapper;
using Drape.Store.Databases;
using Drape.Store.Words;

namespace Drape.Store.Closets;

/// <summary>
/// Writes and asks the table closet_word: the terms of each piece, split as products' words are. A closet is small and never
/// searched but by its owner, so a plain table does what the full-text index does for catalogs.
/// </summary>
static class ClosetWords
{
    const int MostWords = 16;

    // Nothing that begins so comes after it, in the order of the bytes.
    const string AfterAll = "\U0010FFFF";

    public static async Task PutAsync(Database database, DbConnection connection, long person, long item,
        ClosetDetails details, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(
            "delete from closet_word where person_id = @person and item_id = @item", new { person, item });
        string?[] seen = [details.Type, details.Colour, details.Pattern, details.Season];
        var texts = new[] { details.Name, details.Brand, details.Size, details.Notes }.OfType<string>()
            .Concat(seen.OfType<string>().SelectMany(Vocabulary.NamesOf));
        await database.Dialect.InsertAsync<string, bool>(connection, "closet_word",
            [
                new Column<string, long>("person_id", _ => person),
                new Column<string, string>("term", term => term),
                new Column<string, long>("item_id", _ => item),
            ], SearchTerms.Of(string.Join(" \n ", texts)), "", null, cancellation);
    }

    /// <summary>A condition on closet_item i: every word is there. Its parameters are added.</summary>
    /// <returns>The condition; null where there is no word to look for.</returns>
    public static string? Condition(string words, DynamicParameters values)
    {
        AskedWord[] asked = [.. SearchTerms.Asked(words).Take(MostWords)];
        int number = 0;
        string Has(AskedTerm term)
        {
            string name = $"word{number++}";
            values.Add(name, term.Text);
            string match = $"t.term = @{name}";
            if (term.Prefix)
            {
                values.Add(name + "end", term.Text + AfterAll);
                match = $"t.term >= @{name} and t.term < @{name}end";
            }

            return "exists (select 1 from closet_word t where t.person_id = @person and t.item_id = i.id and "
                + $"{match})";
        }

        return asked.Length == 0 ? null : string.Join(" and ", asked.Select(word =>
        {
            string all = string.Join(" and ", word.All.Select(Has));
            return word.OrJoined is { } joined ? $"(({all}) or {Has(joined)})" : $"({all})";
        }));
    }
}
