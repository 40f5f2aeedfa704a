namespace Drape.Store.Writer;

/// <summary>Puts products of one catalog with their pictures, new ones and new editions; retires and restores some.</summary>
/// <param name="store">Where to.</param>
/// <param name="announcer">Is told.</param>
/// <param name="catalog">The catalog.</param>
/// <param name="from">The number of the first edition.</param>
sealed class ProductLane(DrapeStore store, Announcer announcer, string catalog, int from)
{
    const int MostAtOnce = 24;
    const int Remembered = 1000;

    readonly Random _random = new(from);
    readonly Dictionary<string, (int Edition, bool Retired)> _known = [];
    int _edition = from;

    /// <summary>Writes for ever.</summary>
    public async Task RunAsync()
    {
        int number = (await store.Catalogs.FindOrCreateAsync(catalog)).Id;
        foreach (var product in await store.Products.ListAsync(number, null, Remembered, retired: null))
        {
            _known[product.Key] = (Content.Edition(product.Name), product.Retired);
        }

        while (true)
        {
            await PutAsync(number);
            await SetRetiredAsync(number, true);
            await PutAsync(number);
            await SetRetiredAsync(number, false);
        }
    }

    async Task PutAsync(int number)
    {
        int edition = _edition += Content.Catalogs.Count;
        string[] keys =
        [
            .. Enumerable.Range(0, _random.Next(1, MostAtOnce)).Select(i => $"p{edition}x{i}"),
            .. Some(_known.Keys),
        ];
        foreach (string key in keys)
        {
            await store.Blobs.PutAsync(Content.Picture(key, edition), "image/jpeg");
        }

        await WriteAsync(keys.Select(k => (k, edition, false)),
            () => store.Products.UpsertAsync(number, [.. keys.Select(k => Content.Product(k, edition))]));
    }

    async Task SetRetiredAsync(int number, bool retired)
    {
        string[] keys = [.. Some(_known.Where(k => k.Value.Retired != retired).Select(k => k.Key))];
        if (keys.Length > 0)
        {
            await WriteAsync(keys.Select(k => (k, _known[k].Edition, retired)),
                () => retired ? store.Products.RetireAsync(number, keys) : store.Products.RestoreAsync(number, keys));
        }
    }

    string[] Some(IEnumerable<string> keys)
    {
        string[] all = [.. keys];
        _random.Shuffle(all);
        return [.. all.Take(_random.Next(MostAtOnce))];
    }

    async Task WriteAsync(IEnumerable<(string Key, int Edition, bool Retired)> after, Func<Task> write)
    {
        (string Key, int Edition, bool Retired)[] all = [.. after];
        await announcer.WriteAsync(catalog,
            all.Select(a => (States.Product(catalog, a.Key), States.Edition(a.Edition, a.Retired))), write);
        foreach (var (key, edition, retired) in all)
        {
            _known[key] = (edition, retired);
        }
    }
}
