using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Drape.Similarity;

/// <summary>With AVX-VNNI: an instruction multiplies 32 bytes and adds four products each.</summary>
sealed unsafe class AvxVnniDots : DotKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // the first search is no slower than the hundredth
    public override void Dots(PackedQuery query, byte* rows, ReadOnlySpan<int> slots, Span<int> dots)
    {
        int stride = query.Narrow.Length;
        fixed (sbyte* q = query.Narrow)
        {
            for (int i = 0; i < slots.Length; i++)
            {
                byte* row = rows + ((nint)slots[i] * stride);
                var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero);
                for (int j = 0; j < stride; j += 64)
                {
                    even = AvxVnni.MultiplyWideningAndAdd(even, Vector256.Load(row + j), Vector256.Load(q + j));
                    odd = AvxVnni.MultiplyWideningAndAdd(odd, Vector256.Load(row + j + 32), Vector256.Load(q + j + 32));
                }

                dots[i] = Vector256.Sum(even + odd);
            }
        }
    }
}
