using System.Globalization;

namespace Drape.Load;

/// <summary>What a process holds of the machine's memory, from /proc.</summary>
static class ResidentMemory
{
    /// <summary>Resident now and at most so far, in words.</summary>
    public static string Of(int process)
    {
        string path = $"/proc/{process}/status";
        if (!File.Exists(path))
        {
            return "unknown (no such process, or a system without /proc)";
        }

        var lines = File.ReadLines(path).ToArray();
        return $"{Megabytes("VmRSS:"):0} MB resident, {Megabytes("VmHWM:"):0} MB at most so far";

        double Megabytes(string field) =>
            lines.FirstOrDefault(l => l.StartsWith(field, StringComparison.Ordinal)) is { } line
            ? double.Parse(line.AsSpan(field.Length).Trim(" \tkB"), CultureInfo.InvariantCulture) / 1024 : double.NaN;
    }
}
