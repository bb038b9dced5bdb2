using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <summary>The referral inbox: risk first, then the oldest. The words of a worry are for clinicians.</summary>
[Needs("referral", CareRecord.Access.Act.View, Whole = true)]
public sealed class InboxModel(TheRecord record) : PageModel
{
    private const int MinutesToHandOn = 15;

    [BindProperty(SupportsGet = true)]
    public InboxFilter Show { get; set; }

    // "page" is a word of Razor Pages' own: it would be the name of this page, never a number.
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public InboxOrder Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Down { get; set; }

    public Sorting<InboxOrder> Order => Sorting.Asked(Sort, Down, $"/inbox?show={Show}&", _ => false);

    /// <summary>What comes after danger, for the table's caption.</summary>
    public string OrderWords => (Order.By, Order.Down) switch
    {
        (InboxOrder.Person, var down) => $"by last name, {(down ? "Z to A" : "A to Z")}",
        (InboxOrder.From, _) => "by who sent them",
        (_, true) => "the newest",
        _ => "the oldest",
    };

    public IReadOnlyList<(InboxRow Row, PersonRow Person)> Rows { get; private set; } = [];

    public InboxCounts Counts { get; private set; } = new(0, 0, 0, 0, null);

    public IReadOnlyList<PairLine> Pairs { get; private set; } = [];

    /// <summary>By person: who has the worry, and by when.</summary>
    public IReadOnlyDictionary<string, RiskTaskRow> Tasks { get; private set; } = new Dictionary<string, RiskTaskRow>();

    /// <summary>Worries nobody took within 15 minutes of opening hours.</summary>
    public int NotTaken { get; private set; }

    /// <summary>Referrals nobody has opened for a working day.</summary>
    public int Unread { get; private set; }

    /// <summary>People, on whatever list, who heard nothing for over 60 days.</summary>
    public int Quiet { get; private set; }

    /// <summary>What people asked for on their own page and nobody has settled.</summary>
    public int Asked { get; private set; }

    public Moment? AskedSince { get; private set; }

    public Moment Now => Moment.Now(record.Clock);

    public DateOnly Today => London.DayOf(Now);

    public async Task OnGet()
    {
        (Rows, Counts) = await FindReferrals.Inbox(record, Show, Math.Clamp(Number, 1, FindReferrals.MostPages) - 1, Order.By, Order.Down);
        var policy = ServicePolicy.On(Today, await record.Read(Streams.Policy));
        var dangers = await FindReferrals.Danger(record);
        Tasks = await OpenTasks.Of(record, [.. dangers.Select(d => d.Person)]);
        NotTaken = dangers.Count(d => Tasks.TryGetValue(d.Person, out var task) && task is { HeldBy: null, FirstLook: null }
            && policy.Hours.AfterStaffedMinutes(d.Came, MinutesToHandOn) <= Now);
        Unread = await FindReferrals.UnreadSince(record, policy.Hours.WorkingDayBefore(Now));
        await using (var lists = record.Lists())
            Quiet = await lists.CountQuiet(QuietLists.TooLong, Today);
        (Asked, AskedSince) = await FindAsked.Waiting(record);
        if (Show == InboxFilter.SamePerson)
            Pairs = await PairLine.Undecided(record);
    }

    public string Came(InboxRow row) => London.DayOf(row.Came) == Today
        ? Words.Time(row.Came)
        : $"{London.WallClock(row.Came).ToString("ddd", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))} {Words.Time(row.Came)}";

    public static string From(string source) => source switch
    {
        "B1" => "self",
        "B2" => "carer",
        "A1" => "GP",
        _ => CodeList.Find("source_of_referral")[source]?.Plain ?? source,
    };

    /// <summary>"Oldest came 1 day ago."</summary>
    public string Oldest() => Counts.Oldest is not { } oldest ? ""
        : (Today.DayNumber - London.DayOf(oldest).DayNumber) switch { 0 => "Oldest came today.", 1 => "Oldest came 1 day ago.", var days => $"Oldest came {days} days ago." };

    public string Next(InboxRow row) => row switch
    {
        { SaidDanger: true } when Tasks.TryGetValue(row.Person, out var task) =>
            $"For a clinician now: {(task.IsDealtWith(Now) ? "being dealt with" : task.FirstLook is not null ? "somebody has to look again" : task.Owner == Cover.Nobody ? "nobody has it yet" : "with duty, not opened yet")}, due {Safeguards.RiskWords.At(task.Due, Now)}",
        { ClinicianAskedAt: not null, Triaged: false } => "A clinician was asked",
        { Objected: true } => "They object. Another person looks",
        { Unconfirmed: true } => "Confirm with the person",
        { OutsideArea: true } => "Outside our area. Decide and contact",
        _ => "Check and contact",
    };
}
