namespace Drape.Server.People.SignIn;

/// <summary>
/// What is guessed first: words that many take, neighbours on the keyboard and in the alphabet, and digits around them. A
/// password has to have something of its own besides.
/// </summary>
static class GuessablePassword
{
    const int OwnLetters = 4;
    const int RunLength = 4;

    // Words that many take, English ones and Korean ones as they come out of an English keyboard.
    static readonly string[] Words =
    [
        "password", "passwort", "passcode", "iloveyou", "welcome", "letmein", "whatever", "trustno", "changeme", "secret",
        "monkey", "dragon", "football", "baseball", "basketball", "soccer", "princess", "sunshine", "superman", "batman",
        "starwars", "pokemon", "shadow", "master", "killer", "michael", "jordan", "charlie", "ashley", "summer", "winter",
        "spring", "autumn", "flower", "cookie", "chocolate", "computer", "internet", "samsung", "google", "facebook", "kakao",
        "admin", "administrator", "login", "user", "guest", "test", "hello", "love", "lovely", "baby", "angel", "korea", "seoul",
        "drape", "closet", "fashion", "style", "qlalfqjsgh", "dkssudgktpdy", "dkssud", "tkfkdgo", "tkfkd", "gksrnr", "ekqls",
        "비밀번호", "사랑해", "안녕하세요",
    ];

    static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb",
        "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0",
    ];

    /// <summary>Whether nothing of a password is its owner's own.</summary>
    public static bool Is(string password) =>
        Own(password.ToLowerInvariant()) < OwnLetters || Own(Plain(password)) < OwnLetters;

    /// <summary>How many letters are left when all that is guessed first is taken away.</summary>
    static int Own(string rest)
    {
        foreach (string word in Words.OrderByDescending(word => word.Length))
        {
            rest = rest.Replace(word, " ", StringComparison.Ordinal);
        }

        return WithoutRuns(rest).Count(char.IsLetter);
    }

    /// <summary>In small letters, and with letters where digits and signs are often put for them.</summary>
    static string Plain(string password)
    {
        var letters = password.ToLowerInvariant().ToCharArray();
        for (int i = 1; i < letters.Length - 1; i++)
        {
            // Within a word only: the digits of 1234 stand for themselves.
            if (char.IsLetter(letters[i - 1]) && char.IsLetter(letters[i + 1]))
            {
                letters[i] = letters[i] switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', var other => other };
            }
        }

        return new string(letters);
    }

    /// <summary>Without rows of neighbours, forwards and backwards, and without letters that repeat the one before.</summary>
    static string WithoutRuns(string text)
    {
        var own = new List<char>();
        for (int at = 0; at < text.Length;)
        {
            int length = Rows.Max(row => Math.Max(Common(text.AsSpan(at), row), Common(text.AsSpan(at), Reversed(row))));
            if (length >= RunLength)
            {
                at += length;
            }
            else
            {
                if (at == 0 || text[at] != text[at - 1])
                {
                    own.Add(text[at]);
                }

                at++;
            }
        }

        return new string([.. own]);
    }

    /// <summary>How many letters at the beginning of a text stand beside each other in a row.</summary>
    static int Common(ReadOnlySpan<char> text, string row)
    {
        int place = row.IndexOf(text[0], StringComparison.Ordinal), length = 0;
        while (place >= 0 && length < text.Length && place + length < row.Length && text[length] == row[place + length])
        {
            length++;
        }

        return length;
    }

    static string Reversed(string row) => new([.. row.Reverse()]);
}
