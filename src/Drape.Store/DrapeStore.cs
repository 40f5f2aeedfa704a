using Drape.Store.Blobs;
using Drape.Store.Calendar;
using Drape.Store.Catalogs;
using Drape.Store.Closets;
using Drape.Store.Clicks;
using Drape.Store.Items;
using Drape.Store.Jobs;
using Drape.Store.Looks;
using Drape.Store.People;
using Drape.Store.Photos;
using Drape.Store.Products;

namespace Drape.Store;

/// <summary>All that is kept: the database and the pictures. Thread-safe; one for the life of a process.</summary>
public sealed class DrapeStore : IAsyncDisposable
{
    DrapeStore(Database database, IBlobStore blobs, IndexKind index) => (Database, Blobs, Index) = (database, blobs, index);

    /// <summary>The database.</summary>
    public Database Database { get; }

    /// <summary>The pictures.</summary>
    public IBlobStore Blobs { get; }

    /// <summary>What answers searches.</summary>
    public IndexKind Index { get; }

    /// <summary>The catalogs.</summary>
    public CatalogStore Catalogs => field ??= new CatalogStore(Database);

    /// <summary>Their products.</summary>
    public ProductStore Products => field ??= new ProductStore(Database);

    /// <summary>What an index needs of the products.</summary>
    public ItemStore Items => field ??= new ItemStore(Database);

    /// <summary>How often people went from a find to its shop.</summary>
    public ClickStore Clicks => field ??= new ClickStore(Database);

    /// <summary>Work that is done in its time.</summary>
    public JobStore Jobs => field ??= new JobStore(Database);

    /// <summary>The readings of photos that somebody wanted kept.</summary>
    public PhotoStore Photos => field ??= new PhotoStore(Database);

    /// <summary>The people.</summary>
    public PersonStore People => field ??= new PersonStore(Database);

    /// <summary>How other services know them.</summary>
    public LoginStore Logins => field ??= new LoginStore(Database);

    /// <summary>What stands in for a lost authenticator.</summary>
    public RecoveryCodeStore RecoveryCodes => field ??= new RecoveryCodeStore(Database);

    /// <summary>Who wants an account.</summary>
    public SignUpStore SignUps => field ??= new SignUpStore(Database);

    /// <summary>Where people are signed in.</summary>
    public SessionStore Sessions => field ??= new SessionStore(Database);

    /// <summary>With what programs act for them.</summary>
    public AccessTokenStore AccessTokens => field ??= new AccessTokenStore(Database);

    /// <summary>What waits to be mailed.</summary>
    public LetterStore Letters => field ??= new LetterStore(Database);

    /// <summary>What cookies and tokens are sealed with.</summary>
    public ProtectionKeyStore ProtectionKeys => field ??= new ProtectionKeyStore(Database);

    /// <summary>What people have in their closets.</summary>
    public ClosetStore Closets => field ??= new ClosetStore(Database);

    /// <summary>What people corrected in them.</summary>
    public CorrectionStore Corrections => field ??= new CorrectionStore(Database);

    /// <summary>What they wear on which day.</summary>
    public CalendarStore Calendar => field ??= new CalendarStore(Database);

    /// <summary>The looks that people post.</summary>
    public LookStore Looks => field ??= new LookStore(Database);

    /// <summary>What people say to them.</summary>
    public CommentStore Comments => field ??= new CommentStore(Database);

    /// <summary>Those that speak most clearly.</summary>
    public LeaderboardStore Leaderboard => field ??= new LeaderboardStore(Database);

    /// <summary>Who follows whom, and who wants nothing of whom.</summary>
    public CircleStore Circles => field ??= new CircleStore(Database);

    /// <summary>What people report.</summary>
    public ReportStore Reports => field ??= new ReportStore(Database);

    /// <summary>Whether anything still shows a picture.</summary>
    public PictureUse Pictures => field ??= new PictureUse(Database);

    /// <summary>Opens what the settings name, makes it where it is not there, and brings it up to date.</summary>
    /// <param name="settings">Where the database is.</param>
    /// <param name="blobs">Where the pictures are.</param>
    /// <param name="clock">What tells the time; the system's if null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="StoreException">The database cannot be used; the message says why.</exception>
    /// <exception cref="BlobException">The pictures' storage cannot be used; the message says why.</exception>
    public static async Task<DrapeStore> OpenAsync(StoreSettings settings, BlobSettings blobs,
        TimeProvider? clock = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var database = await Database.OpenAsync(settings, clock ?? TimeProvider.System, cancellation);
        try
        {
            return new DrapeStore(database, Drape.Store.Blobs.Blobs.Open(blobs, settings.Home), settings.Index);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Blobs.Dispose();
        return Database.DisposeAsync();
    }
}
