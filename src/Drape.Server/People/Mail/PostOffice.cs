using System.Globalization;
using Drape.Server.Pages;
using Drape.Store;
using Drape.Store.People;

namespace Drape.Server.People.Mail;

/// <summary>Takes letters: they are on disk when this returns, and sent soon after.</summary>
sealed class PostOffice(DrapeStore store, LetterCarrier carrier)
{
    /// <summary>Takes a letter in the language of the page that asks for it.</summary>
    public async Task PostAsync(
        string kind, string address, CancellationToken cancellation, long? person = null, long? signUp = null)
    {
        await store.Letters.PostAsync(new Letter
        {
            Kind = kind,
            Address = address,
            PersonId = person,
            SignUpId = signUp,
            Language = Languages.Of(CultureInfo.CurrentUICulture),
        }, cancellation);
        carrier.Wake();
    }

    /// <summary>Tells a person of something that was changed; there is nobody to tell where there is no address.</summary>
    public Task TellAsync(Person person, string kind, CancellationToken cancellation) =>
        person.Email is null ? Task.CompletedTask : PostAsync(kind, person.Email, cancellation, person.Id);
}
