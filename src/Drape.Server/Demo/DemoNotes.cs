using System.Text.Json;
using Drape.Server.People;

namespace Drape.Server.Demo;

/// <summary>What a demo remembers from start to start, beside its database.</summary>
/// <param name="Password">With which its people sign in, made for this installation.</param>
/// <param name="Done">The parts that are drawn.</param>
sealed record DemoNotes(string Password, IReadOnlyList<string> Done)
{
    const string FileName = "demo.json";

    /// <summary>Reads them; on the first start they are made.</summary>
    public static async Task<DemoNotes> OpenAsync(string home, CancellationToken cancellation)
    {
        string path = Path.Combine(home, FileName);
        if (File.Exists(path)
            && JsonSerializer.Deserialize<DemoNotes>(await File.ReadAllTextAsync(path, cancellation)) is { Password: not null, Done: not null } known)
        {
            return known;
        }

        var notes = new DemoNotes(NewPassword.Make(), []);
        await notes.KeepAsync(home, cancellation);
        return notes;
    }

    /// <summary>Notes that a part is drawn.</summary>
    public async Task<DemoNotes> WithAsync(string part, string home, CancellationToken cancellation)
    {
        var notes = this with { Done = [.. Done, part] };
        await notes.KeepAsync(home, cancellation);
        return notes;
    }

    async Task KeepAsync(string home, CancellationToken cancellation)
    {
        // Beside and renamed: whenever it is read it is whole.
        string path = Path.Combine(home, FileName), beside = path + ".new";
        await File.WriteAllTextAsync(beside, JsonSerializer.Serialize(this), cancellation);
        File.Move(beside, path, overwrite: true);
    }
}
