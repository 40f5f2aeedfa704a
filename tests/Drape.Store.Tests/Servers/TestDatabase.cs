namespace Drape.Store.Tests.Servers;

/// <summary>A fresh, empty database of one test, of one of the kinds that Drape knows.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly List<Database> _opened = [];

    /// <summary>Where it is.</summary>
    public StoreSettings Settings => field ??= new StoreSettings { Home = _folder.Path, Connection = Connection };

    protected virtual string? Connection => null;

    /// <summary>Opens it; each call is what another process would have.</summary>
    public async Task<Database> OpenAsync(TimeProvider? clock = null)
    {
        await MakeAsync();
        var database = await Database.OpenAsync(Settings, clock ?? TimeProvider.System);
        _opened.Add(database);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _opened)
        {
            await database.DisposeAsync();
        }

        await DropAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes what has to be there before it can be opened.</summary>
    public virtual Task MakeAsync() => Task.CompletedTask;

    protected virtual Task DropAsync() => Task.CompletedTask;
}

/// <summary>SQLite in a temporary folder.</summary>
public sealed class SqliteTestDatabase : TestDatabase;
