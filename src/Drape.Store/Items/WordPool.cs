using System.Text;

namespace Drape.Store.Items;

/// <summary>Holds each word once: there are a few hundred, and a million items have them.</summary>
sealed class WordPool
{
    const int Slots = 1024; // a power of two

    readonly (byte[] Utf8, string Word)[] _slots = new (byte[], string)[Slots];

    /// <summary>The word that is written so; null for nothing.</summary>
    public string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return null;
        }

        var hash = new HashCode();
        hash.AddBytes(utf8);
        ref var slot = ref _slots[hash.ToHashCode() & (Slots - 1)];
        // Two words that meet in a slot take turns: slower, and still right.
        if (slot.Utf8 is null || !utf8.SequenceEqual(slot.Utf8))
        {
            slot = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        }

        return slot.Word;
    }
}
