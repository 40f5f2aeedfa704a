using System.Runtime.Intrinsics.X86;
using ArmDp = System.Runtime.Intrinsics.Arm.Dp;

namespace Drape.Similarity;

/// <summary>
/// Dot products of one query with the high bytes of packed vectors. All ways give the same whole numbers; which is the quickest
/// depends on what the processor has.
/// </summary>
abstract unsafe class DotKernel
{
    /// <summary>The ways that this processor has, the quickest first.</summary>
    public static IReadOnlyList<DotKernel> Ways { get; } = [.. Possible()];

    /// <summary>The quickest way on this processor.</summary>
    public static DotKernel Best { get; } = Ways[0];

    /// <summary>Computes dot products; <see cref="PackedQuery.Correction"/> is not yet taken from them.</summary>
    /// <param name="query">The query.</param>
    /// <param name="rows">The first byte of row 0; each row begins at a multiple of 64 bytes.</param>
    /// <param name="slots">The numbers of the rows.</param>
    /// <param name="dots">Gets a dot product for each.</param>
    public abstract void Dots(PackedQuery query, byte* rows, ReadOnlySpan<int> slots, Span<int> dots);

    static IEnumerable<DotKernel> Possible()
    {
        if (AvxVnni.IsSupported)
        {
            yield return new AvxVnniDots();
        }

        if (Avx512BW.IsSupported)
        {
            yield return new Avx512Dots();
        }

        if (Avx2.IsSupported)
        {
            yield return new Avx2Dots();
        }

        if (ArmDp.IsSupported)
        {
            yield return new ArmDots();
        }

        yield return new PortableDots();
    }
}
