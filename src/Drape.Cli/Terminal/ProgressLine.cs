using System.Diagnostics;
using System.Globalization;

namespace Drape.Cli.Terminal;

/// <summary>A line on a terminal that tells how far long work is: bar, count, rate and time left.</summary>
/// <remarks>Drawn over itself at most five times a second; it never blinks. Not for use by several threads.</remarks>
sealed class ProgressLine(TextWriter terminal, int total, string unit) : IDisposable
{
    const int BarWidth = 24;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    readonly long _start = Stopwatch.GetTimestamp();
    TimeSpan _drawn = -Pause;
    bool _shown;
    int _done;

    /// <summary>Counts one more as done.</summary>
    public void Advance() => AdvanceTo(_done + 1);

    /// <summary>Tells how many are done by now, for work that is done in batches.</summary>
    public void AdvanceTo(int done)
    {
        _done = done;
        var elapsed = Stopwatch.GetElapsedTime(_start);
        if (elapsed - _drawn >= Pause)
        {
            _drawn = elapsed;
            terminal.Write("\r" + Text(_done, total, unit, elapsed) + "\e[K");
            _shown = true;
        }
    }

    /// <summary>Takes the line away for other text; the next advance draws it again.</summary>
    public void Clear()
    {
        if (_shown)
        {
            terminal.Write("\r\e[K");
            (_shown, _drawn) = (false, -Pause);
        }
    }

    /// <summary>What the line says.</summary>
    internal static string Text(int done, int total, string unit, TimeSpan elapsed)
    {
        int filled = (int)((long)done * BarWidth / Math.Max(total, 1));
        double rate = done / Math.Max(elapsed.TotalSeconds, 1e-3);
        string left = done == 0 ? "" : $"   {Span(TimeSpan.FromSeconds((total - done) / rate))} left";
        string bar = new string('━', filled) + new string('─', BarWidth - filled);
        return string.Create(CultureInfo.InvariantCulture,
            $"  {bar}  {done:N0} of {total:N0} {unit}   {rate:0.0}/s{left}");
    }

    /// <summary>A time in the largest unit that tells it well.</summary>
    internal static string Span(TimeSpan time) => time.TotalSeconds < 90 ? $"{Math.Ceiling(time.TotalSeconds):0} s"
        : time.TotalMinutes < 90 ? $"{time.TotalMinutes:0} min" : $"{time.TotalHours:0.0} h";

    public void Dispose() => Clear();
}
