using System.Text;
using System.Text.RegularExpressions;

namespace Drape.Server.Tests.People;

/// <summary>The folder into which letters are put where there is no mail server.</summary>
sealed class Mailbox(string folder)
{
    /// <summary>The path of the link of the last letter to an address.</summary>
    public async Task<string> LinkAsync(string email, int letters = 1) =>
        Regex.Match((await MailAsync(email, letters))[^1], @"https?://[^/\s]+(/account/\S+)").Groups[1].Value;

    /// <summary>What was mailed to an address, the oldest first; waits until there are so many.</summary>
    public async Task<IReadOnlyList<string>> MailAsync(string email, int letters)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            string[] mine = Directory.Exists(folder)
                ? [.. new DirectoryInfo(folder).GetFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc).Select(f => TextOf(f.FullName))
                    .Where(text => text.Contains($"To: {email}", StringComparison.OrdinalIgnoreCase))] : [];
            if (mine.Length >= letters)
            {
                return mine;
            }

            await Task.Delay(30, patience.Token);
        }
    }

    /// <summary>A letter with its parts decoded.</summary>
    static string TextOf(string file)
    {
        string raw;
        try
        {
            raw = File.ReadAllText(file);
        }
        catch (IOException)
        {
            return ""; // it is being written
        }

        var text = new StringBuilder(raw);
        foreach (Match part in Regex.Matches(raw, @"base64\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)"))
        {
            text.AppendLine().Append(Encoding.UTF8.GetString(
                Convert.FromBase64String(Regex.Replace(part.Groups[1].Value, @"\s", ""))));
        }

        foreach (Match part in Regex.Matches(raw, @"quoted-printable\r?\n\r?\n([\s\S]+?)(?=\r?\n----|\z)"))
        {
            string joined = Regex.Replace(part.Groups[1].Value, @"=\r?\n", "");
            text.AppendLine().Append(Regex.Replace(
                joined, "=([0-9A-F]{2})", m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString()));
        }

        return text.ToString();
    }
}
