namespace Drape.Drawing.Chance;

/// <summary>Seeded chance (SplitMix64), so that a scene gives the same picture on every machine and runtime.</summary>
internal sealed class Dice(ulong seed)
{
    private const ulong Stride = 0x9E3779B97F4A7C15UL;

    // Scrambled once: the streams of neighbouring seeds would otherwise be one stream, shifted.
    private ulong state = Scramble(seed ^ 0xD1B54A32D192ED03UL);

    public ulong Next()
    {
        state += Stride;
        return Scramble(state);
    }

    /// <summary>Uniform from 0 to below 1.</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    public float Between(float low, float high) => low + (high - low) * Unit();

    /// <summary>Uniform around zero, up to <paramref name="reach"/> either way.</summary>
    public float Around(float reach) => Between(-reach, reach);

    public bool Chance(float probability) => Unit() < probability;

    /// <summary>An independent stream, so that one part's draws do not move another part's.</summary>
    public Dice Fork() => new(Next());

    private static ulong Scramble(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
