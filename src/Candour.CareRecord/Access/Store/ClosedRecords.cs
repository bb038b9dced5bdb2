using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Access.Store;

/// <summary>Closes a person's record to a member of staff, with what that leaves to others; and finds what is closed.</summary>
public sealed class ClosedRecords(TheRecord record, Accounts accounts, Randomness randomness)
{
    // Their clinician in open care, or booked to see them from today on.
    private const string TreatsSql =
        """
        select case when exists (select 1 from people_list where provider=@p0 and person=@p1 and clinician=@p2 and is_open)
          or exists (select 1 from appointment_list where provider=@p0 and person=@p1 and clinician=@p2 and state<>'Cancelled' and day>=@p3)
          then 1 else 0 end
        """;

    /// <summary>The member of staff says that they know the person.</summary>
    public Task<Outcome> Declare(Order order, string person, string staff, Closeness? closeness) =>
        Close(order, person, staff, (history, closing, now) => Relations.Declare(history, staff, closeness, closing, now));

    /// <summary>The person asks for it.</summary>
    public Task<Outcome> Block(Order order, string person, string staff) =>
        Close(order, person, staff, (history, closing, now) => Relations.Block(history, staff, closing, now));

    /// <summary>Whether they are the person's clinician or booked to see them.</summary>
    public async Task<bool> Treats(string person, string staff) => (await record.Database.Statements.Rows(
        row => Convert.ToInt64(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture) != 0,
        TreatsSql, record.Database.Provider, person, staff, London.Today(record.Clock)))[0];

    /// <summary>Records closed to one member of staff, or to all of them where none is named.</summary>
    public async Task<IReadOnlyList<RelationRow>> To(string? staff = null)
    {
        await using var lists = record.Lists();
        var all = lists.Set<RelationRow>().AsQueryable();
        return [.. all.Where(r => staff == null || r.Staff == staff).OrderBy(r => r.Staff).ThenBy(r => r.Person)];
    }

    private async Task<Outcome> Close(Order order, string person, string staff, Func<History, Closing, Moment, Decision> decide)
    {
        var (stream, message, request) = (Streams.Person(person), Ids.New(randomness), Ids.New(randomness));
        var (atWork, treats) = (await AtWork.Now(record, randomness), await Treats(person, staff));
        var name = (await accounts.All()).FirstOrDefault(a => a.Staff == staff)?.Name ?? "a colleague";
        return await record.Write(order, [stream, Streams.Policy], (all, now) =>
        {
            var (history, policy) = (all[stream], ServicePolicy.On(London.DayOf(now), all[Streams.Policy]));
            return decide(history, new(
                Cover.At(policy, now, null, atWork.For(history)), Cover.At(policy, now, null, atWork.Without(history, staff)), treats, name, message, request), now);
        });
    }
}
