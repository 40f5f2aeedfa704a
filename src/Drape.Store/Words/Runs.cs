using System.Globalization;
using System.Text;

namespace Drape.Store.Words;

/// <summary>Cuts a text into runs of letters and digits of one kind of script.</summary>
static class Runs
{
    /// <summary>The runs in order.</summary>
    /// <returns>Each run, and whether only a hyphen or an apostrophe parts it from the one before.</returns>
    public static IEnumerable<(string Letters, bool Joined)> Of(string text)
    {
        var run = new StringBuilder();
        bool joined = false;
        bool dense = false;
        foreach (char letter in Normalized(text))
        {
            if (!IsPart(letter))
            {
                if (run.Length > 0)
                {
                    yield return (run.ToString(), joined);
                    run.Clear();
                    joined = IsJoint(letter);
                }
                else
                {
                    joined = false;
                }

                continue;
            }

            if (run.Length > 0 && IsDense(letter) != dense)
            {
                yield return (run.ToString(), joined);
                run.Clear();
                joined = false;
            }

            dense = IsDense(letter);
            run.Append(letter);
        }

        if (run.Length > 0)
        {
            yield return (run.ToString(), joined);
        }
    }

    /// <summary>Whether a letter is of a script that is written without spaces, or with spaces at one's pleasure.</summary>
    public static bool IsDense(char letter) => letter is
        (>= '\uAC00' and <= '\uD7A3') // Hangul
        or (>= '\u3041' and <= '\u30FF') // Kana
        or (>= '\u3400' and <= '\u9FFF'); // Han

    // Accents are marks of their own once a text is decomposed; what is left is composed again.
    static string Normalized(string text)
    {
        var bare = new StringBuilder(text.Length);
        // Half a character, which nothing can normalise, becomes a sign that is no letter.
        string whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        foreach (char c in whole.Normalize(NormalizationForm.FormKD))
        {
            if (c is not (>= '\u0300' and <= '\u036F'))
            {
                bare.Append(char.ToLowerInvariant(c));
            }
        }

        return bare.ToString().Normalize(NormalizationForm.FormC);
    }

    static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    static bool IsJoint(char letter) => letter is '-' or '\'' or '\u2019' or '\u2010' or '\u2011';
}
