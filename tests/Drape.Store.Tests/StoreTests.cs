using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests;

/// <summary>Tests of a store: each runs in a fresh database, of every kind that a derived class names.</summary>
public abstract class StoreTests(TestDatabase place) : IAsyncLifetime
{
    protected TestDatabase Place => place;

    protected Database Database { get; private protected set; } = null!;

    public virtual async Task InitializeAsync() => Database = await place.OpenAsync();

    public async Task DisposeAsync() => await place.DisposeAsync();
}
