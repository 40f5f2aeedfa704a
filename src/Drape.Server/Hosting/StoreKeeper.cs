using Drape.Store;

namespace Drape.Server.Hosting;

/// <summary>
/// Opens the store before the server listens, so that a request never finds it closed, and closes it after the last one.
/// </summary>
sealed class StoreKeeper(IConfiguration configuration, string home) : IHostedLifecycleService, IAsyncDisposable
{
    DrapeStore? _store;

    /// <summary>The folder for what is kept.</summary>
    public string Home => home;

    /// <summary>The store.</summary>
    public DrapeStore Store => _store ?? throw new InvalidOperationException("The store is opened while the server starts.");

    public async Task StartingAsync(CancellationToken cancellationToken) =>
        _store = await KeptConfiguration.OpenAsync(configuration, home, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;
}
