using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Drape.Similarity;

/// <summary>With whatever 128-bit vectors the processor has, or none.</summary>
sealed unsafe class PortableDots : DotKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // the first search is no slower than the hundredth
    public override void Dots(PackedQuery query, byte* rows, ReadOnlySpan<int> slots, Span<int> dots)
    {
        int stride = query.Wide.Length;
        fixed (short* q = query.Wide)
        {
            for (int i = 0; i < slots.Length; i++)
            {
                byte* row = rows + ((nint)slots[i] * stride);
                var sum = Vector128<int>.Zero;
                for (int j = 0; j < stride; j += 16)
                {
                    var (low, high) = Vector128.Widen(Vector128.Load(row + j));
                    // A byte times an int8 needs all of 16 bits, so each product fits, but not the sum of two.
                    var (first, second) = Vector128.Widen(low.AsInt16() * Vector128.Load(q + j));
                    var (third, fourth) = Vector128.Widen(high.AsInt16() * Vector128.Load(q + j + 8));
                    sum += first + second + (third + fourth);
                }

                dots[i] = Vector128.Sum(sum);
            }
        }
    }
}
