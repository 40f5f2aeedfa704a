using Drape.Imaging;
using Drape.Inference;
using Drape.Native;

namespace Drape.Server.Photos;

/// <summary>
/// The engine, loaded once while the server starts. Ready means: every network is verified and loaded and has read a
/// first picture, so that no request pays for it.
/// </summary>
sealed partial class Reader(IHostApplicationLifetime lifetime, ILogger<Reader> logger) : BackgroundService, IAsyncDisposable
{
    readonly TaskCompletionSource<PhotoAnalyzer> _analyzer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    ModelCatalog? _catalog;

    /// <summary>Whether the engine has read its first picture.</summary>
    public bool IsReady => _analyzer.Task.IsCompletedSuccessfully;

    /// <summary>The networks, and whether each is loaded, which it is only after its file was found to be the right one.</summary>
    public IReadOnlyList<(ModelManifest Network, bool Loaded)> Networks =>
        _catalog is { } catalog ? [.. catalog.Models.Select(network => (network, catalog.IsLoaded(network.Name)))] : [];

    /// <summary>Why the engine could not be loaded; the server stops then.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The engine, as soon as it is ready.</summary>
    public Task<PhotoAnalyzer> AnalyzerAsync(CancellationToken cancellation) => _analyzer.Task.WaitAsync(cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var analyzer = await Task.Run(Load, stoppingToken);
            _analyzer.SetResult(analyzer);
            Ready(string.Join(", ", _catalog!.Models.Select(m => m.Name)));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (e is not (ModelException or NativeRuntimeException))
            {
                Failed(e); // those two say all that there is to say
            }

            Failure = e;
            lifetime.StopApplication();
        }
    }

    PhotoAnalyzer Load()
    {
        _catalog = ModelCatalog.Open();
        var analyzer = new PhotoAnalyzer(_catalog, ThreadPolicy.ManyPhotos);
        const int side = 64;
        byte[] pixels = new byte[side * side * 3];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(i / side);
        }

        var picture = new PixelImage(side, side, pixels);
        analyzer.Analyze(PhotoEncoder.Encode(picture, PhotoFormat.Jpeg), "warm-up");
        return analyzer;
    }

    public override void Dispose()
    {
        base.Dispose();
        DisposeAsync().AsTask().Wait();
    }

    /// <summary>
    /// Lets the networks go, once they have read their first picture: a server that cannot start comes here before that.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        base.Dispose();
        if (ExecuteTask is { } loading)
        {
            await loading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _catalog?.Dispose();
    }

    [LoggerMessage(LogLevel.Critical, "The networks could not be loaded")]
    partial void Failed(Exception exception);

    [LoggerMessage(LogLevel.Information, "Ready to read photos with the networks {Networks}")]
    partial void Ready(string networks);
}
