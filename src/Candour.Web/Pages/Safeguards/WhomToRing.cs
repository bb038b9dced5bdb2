using Candour.CareRecord;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.Web.Pages.Safeguards;

/// <summary>For a worry that the reader may not open and nobody has: who can.</summary>
internal static class WhomToRing
{
    private const int Most = 3;

    /// <param name="me">Staff id of the reader.</param>
    public static async Task<string> Words(TheRecord record, Randomness randomness, string me)
    {
        var takers = (await AtWork.Now(record, randomness)).Takers(London.Today(record.Clock));
        return takers.Where(a => a.Staff != me).Take(Most).Select(a => a.Name).ToList() switch
        {
            [] => "No one at work here can open it. Tell whoever runs the service now.",
            [var one] => $"Ring {one} now: they can open it.",
            [.. var some, var last] => $"Ring {string.Join(", ", some)} or {last} now: they can open it.",
        };
    }
}
