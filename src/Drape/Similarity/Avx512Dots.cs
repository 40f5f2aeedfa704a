using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Drape.Similarity;

/// <summary>
/// With AVX-512BW: bytes widened to 16 bits, pairs multiplied and added. (.NET 10 has no name for the dot products of
/// AVX512_VNNI.)
/// </summary>
sealed unsafe class Avx512Dots : DotKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // the first search is no slower than the hundredth
    public override void Dots(PackedQuery query, byte* rows, ReadOnlySpan<int> slots, Span<int> dots)
    {
        int stride = query.Wide.Length;
        int i = 0;
        fixed (short* q = query.Wide)
        {
            for (; i <= slots.Length - 4; i += 4)
            {
                byte* a = rows + ((nint)slots[i] * stride);
                byte* b = rows + ((nint)slots[i + 1] * stride);
                byte* c = rows + ((nint)slots[i + 2] * stride);
                byte* d = rows + ((nint)slots[i + 3] * stride);
                var (sumA, sumB, sumC, sumD) = (Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero);
                for (int j = 0; j < stride; j += 32)
                {
                    var part = Vector512.Load(q + j);
                    sumA += Products(a + j, part);
                    sumB += Products(b + j, part);
                    sumC += Products(c + j, part);
                    sumD += Products(d + j, part);
                }

                dots[i] = Vector512.Sum(sumA);
                dots[i + 1] = Vector512.Sum(sumB);
                dots[i + 2] = Vector512.Sum(sumC);
                dots[i + 3] = Vector512.Sum(sumD);
            }

            for (; i < slots.Length; i++)
            {
                byte* a = rows + ((nint)slots[i] * stride);
                var sum = Vector512<int>.Zero;
                for (int j = 0; j < stride; j += 32)
                {
                    sum += Products(a + j, Vector512.Load(q + j));
                }

                dots[i] = Vector512.Sum(sum);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<int> Products(byte* row, Vector512<short> part) =>
        Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.Load(row)), part);
}
