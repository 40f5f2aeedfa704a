namespace Drape.Store.People;

/// <summary>Something to be mailed. What stands in it is written when it is sent, so that no secret waits in the database.</summary>
public sealed record Letter
{
    /// <summary>The number in the database; 0 while it is new.</summary>
    public long Id { get; init; }

    /// <summary>What it is about, as "reset".</summary>
    public required string Kind { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Address { get; init; }

    /// <summary>Whom it is about; null if that is not known yet.</summary>
    public long? PersonId { get; init; }

    /// <summary>The sign-up that it is about.</summary>
    public long? SignUpId { get; init; }

    /// <summary>The language to write it in.</summary>
    public required string Language { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }
}
