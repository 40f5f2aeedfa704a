using System.Text;

namespace Drape.Store.Writer;

/// <summary>
/// Says what is about to be written and what was acknowledged, a line each, in one call of the system: what was said
/// outlives the process, and no line is half there.
/// </summary>
/// <param name="output">Who listens.</param>
public sealed class Announcer(Stream output)
{
    /// <summary>Before a write: its lane, and what everything it touches is afterwards.</summary>
    public const string Begin = "begin";

    /// <summary>After a write's acknowledgement: its lane.</summary>
    public const string Done = "done";

    readonly Lock _turn = new();

    /// <summary>Writes, and says so before and after.</summary>
    /// <param name="lane">Who writes; a lane writes one thing after the other.</param>
    /// <param name="after">What is touched, by name, and its state afterwards.</param>
    /// <param name="write">Writes; when it completes the write is acknowledged.</param>
    public async Task WriteAsync(string lane, IEnumerable<(string Thing, string State)> after, Func<Task> write)
    {
        Say($"{Begin}\t{lane}\t{string.Join('\t', after.Select(a => $"{a.Thing}={a.State}"))}");
        await write();
        Say($"{Done}\t{lane}");
    }

    /// <summary>Says a line.</summary>
    public void Say(string line)
    {
        lock (_turn)
        {
            output.Write(Encoding.UTF8.GetBytes(line + "\n"));
            output.Flush();
        }
    }
}
