using Drape.Store.Looks;
using Drape.Store.People;
using Drape.Store.Tests.Servers;

namespace Drape.Store.Tests.Looks;

/// <summary>People who post, follow and block.</summary>
public abstract class LookTests(TestDatabase place) : StoreTests(place)
{
    private protected SetClock Clock { get; } = new();

    protected Person Ann { get; private set; } = null!;

    protected Person Ben { get; private set; } = null!;

    protected Person Cho { get; private set; } = null!;

    protected LookStore Looks => new(Database);

    protected CommentStore Comments => new(Database);

    protected CircleStore Circles => new(Database);

    protected ReportStore Reports => new(Database);

    public override async Task InitializeAsync()
    {
        Database = await Place.OpenAsync(Clock);
        var people = new PersonStore(Database);
        Ann = (await people.CreateAsync(new NewPerson { Name = "Ann" }))!;
        Ben = (await people.CreateAsync(new NewPerson { Name = "Ben" }))!;
        Cho = (await people.CreateAsync(new NewPerson { Name = "Cho" }))!;
    }

    protected async Task<Look> PostAsync(Person person, NewLook? look = null) =>
        (await Looks.AddAsync(person.Id, look ?? Gallery.Look(), Gallery.Limits))!;

    protected Task<Look?> SeenAsync(Person? person, Look look) => Looks.GetAsync(new Viewer(person?.Id), look.Id);

    protected async Task<IEnumerable<long>> ListedAsync(Person? person, LookFilter filter) =>
        (await Looks.ListAsync(new Viewer(person?.Id), filter, null, 100)).Select(look => look.Id);
}
