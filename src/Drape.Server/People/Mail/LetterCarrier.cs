using Drape.Store;
using Drape.Store.People;

namespace Drape.Server.People.Mail;

/// <summary>Sends what waits to be mailed, one letter after the other, and tries again what could not be sent.</summary>
sealed partial class LetterCarrier(IServiceProvider services, Mailer mailer, ILogger<LetterCarrier> logger)
    : BackgroundService
{
    const int Tries = 30;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Round = TimeSpan.FromSeconds(10); // for what other processes took and what failed
    readonly SemaphoreSlim _woken = new(0);

    /// <summary>There is a letter.</summary>
    public void Wake() => _woken.Release();

    public override void Dispose()
    {
        base.Dispose();
        _woken.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendNextAsync(stoppingToken))
                {
                }

                await _woken.WaitAsync(Round, stoppingToken);
            }
            catch (StoreException e)
            {
                CannotRead(e.Message);
                await Task.Delay(Round, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    async Task<bool> SendNextAsync(CancellationToken cancellation)
    {
        var store = services.GetRequiredService<DrapeStore>();
        if (await store.Letters.TakeAsync(Patience, cancellation) is not { } letter)
        {
            return false;
        }

        await using var scope = services.CreateAsyncScope();
        try
        {
            if (await scope.ServiceProvider.GetRequiredService<LetterWriter>().WriteAsync(letter, cancellation) is { } mail)
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                limit.CancelAfter(Longest); // a mail server that says nothing would hold up all letters
                await mailer.SendAsync(mail, limit.Token);
            }

            await store.Letters.DoneAsync(letter.Id, cancellation);
        }
        catch (Exception e) when (e is not StoreException && !cancellation.IsCancellationRequested)
        {
            // Whatever it is, the next letter is not to wait for it, and no server is to end because of a letter.
            await FailedAsync(store, letter, e, cancellation);
        }

        return true;
    }

    async Task FailedAsync(DrapeStore store, Letter letter, Exception failure, CancellationToken cancellation)
    {
        CannotSend(letter.Id, letter.Attempts, failure.InnerException?.Message ?? failure.Message);
        if (letter.Attempts >= Tries)
        {
            await store.Letters.DoneAsync(letter.Id, cancellation);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The letter {Letter} could not be sent, try {Attempt} of 30: {Reason}")]
    partial void CannotSend(long letter, int attempt, string reason);

    [LoggerMessage(LogLevel.Warning, "The letters cannot be read: {Reason}")]
    partial void CannotRead(string reason);
}
