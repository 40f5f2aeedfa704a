using System.Numerics;
using System.Runtime.Intrinsics;

namespace Drape.Similarity;

/// <summary>A filter with its words turned into numbers, which picks the slots of a chunk that pass.</summary>
sealed class FilterPlan
{
    readonly List<(Facet Facet, int[] Allowed)> _facets = [];
    readonly int[]? _otherGenders;
    readonly double _from;
    readonly double _to;
    readonly bool _price;

    /// <summary>Prepares a filter.</summary>
    public FilterPlan(IndexFilter filter, FacetCodes codes)
    {
        Add(Facet.Catalog, filter.Catalogs?.Distinct().ToArray());
        Add(Facet.Type, filter.Types is null ? null : codes.Find(filter.Types));
        Add(Facet.Colour, filter.Colours is null ? null : codes.Find(filter.Colours));
        Add(Facet.Pattern, filter.Patterns is null ? null : codes.Find(filter.Patterns));
        Add(Facet.Gender, filter.Genders is null ? null : codes.Find(filter.Genders));
        _otherGenders = filter.OtherGenders is null ? null : codes.Find(filter.OtherGenders);
        _price = filter.PriceFrom is not null || filter.PriceTo is not null;
        _from = filter.PriceFrom is { } from ? (double)from : double.NegativeInfinity;
        _to = filter.PriceTo is { } to ? (double)to : double.PositiveInfinity;

        void Add(Facet facet, int[]? allowed)
        {
            if (allowed is not null)
            {
                _facets.Add((facet, allowed));
            }
        }
    }

    /// <summary>Lists the slots of a stretch that hold an item which passes, in ascending order.</summary>
    /// <param name="view">The chunk.</param>
    /// <param name="start">The first slot, a multiple of 64.</param>
    /// <param name="end">The slot after the last.</param>
    /// <param name="slots">Gets the slots; has room for all.</param>
    /// <returns>How many they are.</returns>
    public int Select(ChunkView view, int start, int end, Span<int> slots)
    {
        int count = 0;
        for (int word = start / 64; word * 64 < end; word++)
        {
            ulong passing = view.Living(word);
            foreach (var (facet, allowed) in _facets)
            {
                if (passing == 0)
                {
                    break;
                }

                passing &= AnyOf(ref view.Chunk.Codes(facet)[word * 64], allowed);
            }

            if (_otherGenders is not null && passing != 0)
            {
                passing &= ~AnyOf(ref view.Chunk.Codes(Facet.Gender)[word * 64], _otherGenders);
            }

            if (_price && passing != 0)
            {
                passing &= Within(ref view.Chunk.Prices[word * 64]);
            }

            for (; passing != 0; passing &= passing - 1)
            {
                slots[count++] = (word * 64) + BitOperations.TrailingZeroCount(passing);
            }
        }

        return count;
    }

    static ulong AnyOf(ref int codes, int[] allowed)
    {
        ulong bits = 0;
        for (int i = 0; i < 64; i += Vector256<int>.Count)
        {
            var eight = Vector256.LoadUnsafe(ref codes, (nuint)i);
            var equal = Vector256<int>.Zero;
            foreach (int code in allowed)
            {
                equal |= Vector256.Equals(eight, Vector256.Create(code));
            }

            bits |= (ulong)equal.ExtractMostSignificantBits() << i;
        }

        return bits;
    }

    ulong Within(ref double prices)
    {
        ulong bits = 0;
        var (from, to) = (Vector256.Create(_from), Vector256.Create(_to));
        for (int i = 0; i < 64; i += Vector256<double>.Count)
        {
            var four = Vector256.LoadUnsafe(ref prices, (nuint)i);
            var within = Vector256.GreaterThanOrEqual(four, from) & Vector256.LessThanOrEqual(four, to);
            bits |= (ulong)within.ExtractMostSignificantBits() << i;
        }

        return bits;
    }
}
