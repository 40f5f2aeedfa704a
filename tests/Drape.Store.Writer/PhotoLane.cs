namespace Drape.Store.Writer;

/// <summary>Saves photos, new ones and those of before anew.</summary>
/// <param name="store">Where to.</param>
/// <param name="announcer">Is told.</param>
/// <param name="from">The number of the first edition.</param>
sealed class PhotoLane(DrapeStore store, Announcer announcer, int from)
{
    const string Lane = "photos";
    const int Photos = 200;

    readonly Random _random = new(from);

    /// <summary>Writes for ever.</summary>
    public async Task RunAsync()
    {
        for (int edition = from; ; edition++)
        {
            string name = $"photo{_random.Next(Photos)}.jpg";
            var photo = Content.Photo(name, edition);
            await announcer.WriteAsync(Lane, [(States.Photo(name), States.Edition(edition))],
                () => store.Photos.SaveAsync(photo));
        }
    }
}
