using Candour.CareRecord;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.OptIn.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.OptIn;

/// <summary>Trying to reach: people accepted and not yet booked, the longest waiting first.</summary>
[Needs("contact_attempt", CareRecord.Access.Act.View, Whole = true)]
public sealed class ReachModel(TheRecord record) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int All { get; private set; }

    public IReadOnlyList<(ReachRow Row, PersonRow Person, Reaching Reaching)> Rows { get; private set; } = [];

    public DateOnly Today => London.Today(record.Clock);

    /// <summary>Of all, on whatever page.</summary>
    public int NeedToday { get; private set; }

    public async Task OnGet()
    {
        var (rows, all) = await FindReach.List(record, Math.Clamp(Number, 1, FindReferrals.MostPages) - 1);
        (All, NeedToday) = (all, await FindReach.NeedToday(record, Today));
        var policy = ServicePolicy.On(Today, await record.Read(Streams.Policy));
        var made = new List<(ReachRow, PersonRow, Reaching)>(rows.Count);
        foreach (var (row, person) in rows)
        {
            var histories = await record.Read(Streams.Referral(row.Referral), Streams.Person(row.Person));
            var referral = histories[Streams.Referral(row.Referral)];
            made.Add((row, person, Reaching.Of(
                referral, CareRecord.Referrals.Person.Of(histories[Streams.Person(row.Person)])!, await FindReach.Receipts(record, referral), policy.NoReplyDays)));
        }

        Rows = made;
    }
}
