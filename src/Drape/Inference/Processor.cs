using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Drape.Inference;

/// <summary>What this machine's processor can do with 8-bit integers.</summary>
static class Processor
{
    /// <summary>Whether it has a feature.</summary>
    /// <param name="feature"><c>avx512vnni</c>, <c>avxvnni</c> or <c>dotprod</c>; others are not known and not had.</param>
    public static bool Has(string feature) => feature switch
    {
        "avx512vnni" => Avx512F.IsSupported && Bit(X86Base.CpuId(7, 0).Ecx, 11),
        "avxvnni" => Avx2.IsSupported && Bit(X86Base.CpuId(7, 1).Eax, 4),
        "dotprod" => Dp.IsSupported,
        _ => false,
    };

    static bool Bit(int register, int bit) => (register >> bit & 1) == 1;
}
