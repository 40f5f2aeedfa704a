using System.Diagnostics;
using System.Text.Json;

namespace Drape.Visitors;

/// <summary>Somebody who can sign in.</summary>
/// <param name="Email">The address.</param>
/// <param name="Password">The password.</param>
sealed record Account(string Email, string Password);

/// <summary>Makes accounts by the command, which shows each password once; they are kept for the next run.</summary>
static class Accounts
{
    public static async Task<IReadOnlyList<Account>> MakeAsync(string drape, string home, int count)
    {
        string file = Path.Combine(home, "visitors.json");
        List<Account> accounts = File.Exists(file) ? JsonSerializer.Deserialize<List<Account>>(await File.ReadAllTextAsync(file))! : [];
        while (accounts.Count < count)
        {
            accounts.Add(await AddAsync(drape, home, $"visitor{accounts.Count:0000}@example.org"));
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(accounts));
        }

        return accounts[..count];
    }

    static async Task<Account> AddAsync(string drape, string home, string email)
    {
        using var process = Process.Start(new ProcessStartInfo(
            drape, ["user", "add", email, "--name", email[..11], "--home", home, "--json"]) { RedirectStandardOutput = true })!;
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? new Account(email, JsonElement.Parse(said).GetProperty("password").GetString()!)
            : throw new InvalidOperationException($"No account for {email}: the home may have it from elsewhere. Take a fresh one.");
    }
}
