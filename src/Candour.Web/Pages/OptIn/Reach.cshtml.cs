using Candour.CareRecord;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.OptIn.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.OptIn;

/// <summary>Trying to reach: people accepted and not yet booked, the longest waiting first.</summary>
[Needs("contact_attempt", CareRecord.Access.Act.View, Whole = true)]
public sealed class ReachModel(TheRecord record, Who who) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public ReachOrder Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Down { get; set; }

    public Sorting<ReachOrder> Order => Sorting.Asked(Sort, Down, "/reach?", by => by == ReachOrder.Waited);

    /// <summary>What comes first, for the table's caption.</summary>
    public string OrderWords => (Order.By, Order.Down) switch
    {
        (ReachOrder.Person, var down) => $"By last name, {(down ? "Z to A" : "A to Z")}",
        (ReachOrder.Tries, var down) => $"The {(down ? "most" : "fewest")} tries first",
        (_, true) => "The longest waiting first",
        _ => "The shortest waiting first",
    };

    public int All { get; private set; }

    public IReadOnlyList<Reached> Rows { get; private set; } = [];

    public DateOnly Today => London.Today(record.Clock);

    public int NeedToday => Rows.Count(r => ReachWords.NeedsToday(r.Reaching, r.WhyNotClose, Today));

    public async Task OnGet()
    {
        var (rows, all) = await FindReach.List(record, Math.Clamp(Number, 1, FindReferrals.MostPages) - 1, Order.By, Order.Down);
        All = all;
        var days = ServicePolicy.On(Today, await record.Read(Streams.Policy)).NoReplyDays;
        var made = new List<Reached>(rows.Count);
        foreach (var (row, person) in rows)
        {
            var histories = await record.Read(Streams.Referral(row.Referral), Streams.Person(row.Person));
            var (referral, known) = (histories[Streams.Referral(row.Referral)], histories[Streams.Person(row.Person)]);
            var named = CareRecord.Referrals.Person.Of(known)!;
            var reaching = Reaching.Of(referral, named, await FindReach.Receipts(record, referral), days);
            made.Add(new(row, person, reaching, CloseForNoReply.WhyNot(referral, known, named, reaching, days, who.By, Moment.Now(record.Clock))));
        }

        Rows = made;
    }

    /// <param name="WhyNotClose">Why closing for no reply is not allowed now; null when this member of staff may decide.</param>
    public sealed record Reached(ReachRow Row, PersonRow Person, Reaching Reaching, Refusal? WhyNotClose);
}
