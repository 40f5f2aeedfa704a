namespace Drape.Store.Tests;

/// <summary>A clock that stands still until it is moved on.</summary>
sealed class SetClock : TimeProvider
{
    DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
