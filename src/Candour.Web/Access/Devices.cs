using System.Security.Cryptography;
using System.Text;
using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.Clinical;

namespace Candour.Web.Access;

/// <summary>
/// A pseudonym of the device behind a request: the same for a month, then another. A keyed hash of what every request shows
/// anyway (address and browser), so that no further cookie is needed; the key never leaves the database.
/// </summary>
internal sealed class Devices(TheRecord record, Secrets secrets)
{
    private byte[]? _key;

    public async Task<string> PseudonymOf(HttpContext http)
    {
        _key ??= await secrets.Get("device", 32);
        var month = London.Today(record.Clock);
        var seen = $"{month:yyyy-MM}\n{http.Connection.RemoteIpAddress}\n{http.Request.Headers.UserAgent}";
        return Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(seen)), 0, 8);
    }
}
