using Drape.Similarity;

namespace Drape.Store.Near;

/// <summary>A search's filter as a condition on the table near.</summary>
static class NearFilter
{
    /// <summary>The condition; its values go to the parameters.</summary>
    public static string Condition(IndexQuery query, Dictionary<string, object> parameters)
    {
        var conditions = new List<string> { "not retired" };
        void Add<T>(string condition, string name, T? value)
            where T : class
        {
            if (value is not null)
            {
                conditions.Add(condition);
                parameters.Add(name, value);
            }
        }

        var filter = query.Filter;
        Add("catalog_id = any(@catalogs)", "catalogs", filter.Catalogs?.ToArray());
        Add("lower(type) = any(@types)", "types", Small(filter.Types));
        Add("lower(colour) = any(@colours)", "colours", Small(filter.Colours));
        Add("lower(pattern) = any(@patterns)", "patterns", Small(filter.Patterns));
        Add("lower(gender) = any(@genders)", "genders", Small(filter.Genders));
        Add("(gender is null or lower(gender) <> all(@otherGenders))", "otherGenders", Small(filter.OtherGenders));
        Add("price >= @from", "from", (object?)filter.PriceFrom);
        Add("price <= @to", "to", (object?)filter.PriceTo);
        Add("product_id <> @except", "except", (object?)query.Except);
        Add("product_id = any(@among)", "among", query.Among?.Keys.ToArray());
        return string.Join(" and ", conditions);
    }

    static string[]? Small(IReadOnlyCollection<string>? words) => words?.Select(word => word.ToLowerInvariant()).ToArray();
}
