using System.Xml.Linq;
using Candour.CareRecord.Access.Store;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Candour.Web.Hosting;

/// <summary>Keys of form tokens, in the record's own database, so that every machine on it shares them. Losing them loses no data.</summary>
internal sealed class KeysInTheRecord(FormKeys keys) : IXmlRepository
{
    // The framework asks for keys in a synchronous call, once at start and at rotation.
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting)).GetAwaiter().GetResult();
}
