using System.Text;

namespace Drape.Store.Jobs;

/// <summary>What a job says of itself, as it can be kept whatever it holds.</summary>
static class JobSentence
{
    const int Longest = 1000;

    /// <summary>One line of at most 1000 characters, without what is no character; null if nothing is left.</summary>
    public static string? Of(string? message)
    {
        if (string.IsNullOrWhiteSpace(message))
        {
            return null;
        }

        var line = new StringBuilder();
        foreach (var rune in message.Trim().EnumerateRunes()) // half a character is enumerated as U+FFFD
        {
            if (line.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return line.ToString();
    }
}
