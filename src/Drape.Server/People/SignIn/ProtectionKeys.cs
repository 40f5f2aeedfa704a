using System.Xml.Linq;
using Drape.Store;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Drape.Server.People.SignIn;

/// <summary>Keeps the keys that cookies and tokens are sealed with in the store, for all servers that share it.</summary>
sealed class ProtectionKeys(IServiceProvider services) : IXmlRepository
{
    // Asked for when it is needed: the store is opened after this is made.
    DrapeStore Store => services.GetRequiredService<DrapeStore>();

    // The interface knows no tasks; it is asked once a day at most.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Store.ProtectionKeys.ListAsync().GetAwaiter().GetResult().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) =>
        Store.ProtectionKeys.AddAsync(element.ToString(SaveOptions.DisableFormatting)).GetAwaiter().GetResult();
}
