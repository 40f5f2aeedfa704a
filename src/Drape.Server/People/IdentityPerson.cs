using Drape.Store.People;

namespace Drape.Server.People;

/// <summary>A person as Identity wants one: something that it can change and then have kept.</summary>
sealed class IdentityPerson(Person person)
{
    /// <summary>As it stands in the database.</summary>
    public Person Kept { get; private set; } = person;

    /// <summary>As it is to be.</summary>
    public Person Person { get; set; } = person;

    /// <summary>What signs in, to be changed.</summary>
    public Credentials Credentials
    {
        get => Person.Credentials;
        set => Person = Person with { Credentials = value };
    }

    /// <summary>Whether there is something to keep.</summary>
    public bool IsChanged => Kept != Person;

    /// <summary>It was kept so.</summary>
    public void WasKept(Person person) => Kept = Person = person;
}
