namespace Drape.Server.Eva;

/// <summary>Which of two forms a Korean ending takes: it depends on how the word before it ends.</summary>
static class KoreanEnding
{
    const char First = '가', Last = '힣';
    const int Finals = 28, Rieul = 8;

    /// <summary>The form that follows a word.</summary>
    /// <param name="word">The word; one that does not end in a Korean syllable is taken to end in a vowel.</param>
    /// <param name="closed">What follows a final consonant: 이, 을, 으로.</param>
    /// <param name="open">What follows a vowel: 가, 를, 로.</param>
    public static string Of(string word, string closed, string open)
    {
        int final = word.Length > 0 && word[^1] is >= First and <= Last ? (word[^1] - First) % Finals : 0;
        // ㄹ counts as a vowel before 로 alone: 연필로.
        return final == 0 || (final == Rieul && closed.StartsWith("으로", StringComparison.Ordinal)) ? open : closed;
    }
}
