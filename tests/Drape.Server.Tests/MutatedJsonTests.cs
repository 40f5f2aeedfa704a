using System.Text;
using Drape.Server.Photos;
using Drape.Server.Problems;

namespace Drape.Server.Tests;

/// <summary>Whatever bytes come as JSON, the caller is told what is wrong with them.</summary>
public sealed class MutatedJsonTests
{
    static readonly string[] Bodies =
    [
        """{"base64":"QUJDREVGR0g="}""",
        """{"base64":"data:image/png;base64,QU\u002bJD","more":[1,{"a":null}]}""",
        """{"note":"\ud83d\udc57","url":"https://example.com/a.jpg"}""",
    ];

    // What a JSON reader stumbles over, so that the changes do not only break brackets.
    static readonly string[] Pieces =
        ["\"", "\\", "\\u", "\\ud800", "\\u0000", "{", "}", "[", ",", ":", "null", "-", "1e999", "base64", "url", "\0"];

    [Fact]
    public void Changed_bytes_hold_a_photo_or_a_bad_request()
    {
        var random = new Random(7);
        var fields = new PhotoFields("base64", "url", "save") { Reread = "reread" };
        int refused = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] body = Change(Encoding.UTF8.GetBytes(Bodies[i % Bodies.Length]), random);
            string before = Encoding.Latin1.GetString(body);
            try
            {
                PhotoJson.Find(body, fields);
            }
            catch (ProblemException refusal)
            {
                refused++;
                Assert.Equal(400, refusal.Problem.Status);
            }
            catch (Exception e)
            {
                Assert.Fail($"{e.GetType().Name} for {before}");
            }
        }

        Assert.InRange(refused, 10_000, 19_999);
    }

    static byte[] Change(byte[] body, Random random)
    {
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int at = random.Next(body.Length);
            byte[] piece = Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]);
            body = random.Next(4) switch
            {
                0 => [.. body[..at], (byte)random.Next(256), .. body[(at + 1)..]],
                1 => [.. body[..at], .. piece, .. body[at..]],
                2 => [.. body[..at], .. piece, .. body[Math.Min(at + piece.Length, body.Length)..]],
                _ => [.. body[..at], .. body[(at + 1)..], 0x20],
            };
        }

        return body;
    }
}
