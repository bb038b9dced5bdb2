using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Web.Access;

namespace Candour.Web.Pages.OptIn;

/// <summary>A time for a first talk, and with whom it would be.</summary>
public sealed record FirstTalk(Slot Slot, ClinicianDay With);

/// <summary>
/// The times for a first talk that a person may choose themselves: free hours of the clinicians the service has named for it, never
/// on a full day of theirs, never with somebody who is related to the person. Where no way of talking meets the person's needs
/// without somebody arranging it (an interpreter, a relay), none are offered, and a person here calls.
/// </summary>
public sealed class FirstTalks(TheRecord record, Colleagues colleagues)
{
    private const int Minutes = 45, MostShown = 12;

    /// <summary>The ways of talking that need nobody to arrange them.</summary>
    public static IReadOnlyList<string> Media(Person person) =>
        [.. new[] { CareRecord.Appointments.Media.Video, CareRecord.Appointments.Media.Telephone, CareRecord.Appointments.Media.FaceToFace }
            .Where(m => NeedsCheck.Clash(person, m, null) is null && (m != CareRecord.Appointments.Media.Telephone || person.SafeWays.Contains(Ways.Call)))];

    /// <summary>The earliest times from tomorrow on; empty where the service offers none, or none to this person.</summary>
    public async Task<IReadOnlyList<FirstTalk>> Offered(History person, Moment now)
    {
        var today = London.DayOf(now);
        var policy = ServicePolicy.On(today, await record.Read(Streams.Policy));
        var named = policy[PolicyNames.FirstTalksWith].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (named.Length == 0 || Person.Of(person) is not { HasDied: false } known || Media(known).Count == 0)
            return [];
        var related = RelationRow.RowsOf(person).Select(r => r.Staff).ToHashSet();
        var times = new SortedDictionary<long, FirstTalk>();
        await using var lists = record.Lists();
        foreach (var clinician in (await colleagues.Clinicians()).Where(a => (named.Contains(a.Staff) || named.Contains(a.Email)) && !related.Contains(a.Staff)))
        {
            var taken = await lists.TakenSquares(clinician.Staff, now, London.StartOf(today.AddDays(FreeSlots.DaysToMove + 1)));
            var agreed = (await record.Read(Streams.Staff(clinician.Staff))).Last<StaffJoined>()?.PeopleADay;
            for (var day = today.AddDays(1); day <= today.AddDays(FreeSlots.DaysToMove); day = day.AddDays(1))
            {
                var booked = await lists.BookedOn(clinician.Staff, day, null);
                if (booked >= (agreed ?? int.MaxValue))
                    continue;
                foreach (var slot in FreeSlots.On(day, Minutes, policy.Hours, taken, now, FreeSlots.MinutesToMove))
                    times.TryAdd(slot.Starts.Milliseconds, new(slot, new(clinician.Staff, clinician.Name, booked, agreed)));
            }
        }

        return [.. times.Values.Take(MostShown)];
    }
}
