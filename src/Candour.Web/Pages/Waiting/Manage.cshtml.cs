using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Complaints.Store;
using Candour.CareRecord.Consent.Store;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;
using Candour.Clinical.Pathways.Readings;
using Candour.Web.Access;
using Candour.Web.Components.Patterns;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Waiting;

/// <summary>How long people wait, everybody counted; the official six and eighteen weeks beside it. Counts, no person.</summary>
[Needs("service_figures", Act.View)]
public sealed class ManageModel(TheRecord record, Who who, Components.Crisis.CrisisLines lines) : PageModel
{
    /// <summary>Fewer than so many people are too few to say a wait of.</summary>
    private const int FewestToSay = 10;

    public WaitCohort Cohort { get; private set; } = null!;

    public IReadOnlyList<(string Name, HowLong Wait)> Parts { get; private set; } = [];

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    /// <summary>Risk answers past their time: the service lead sees that there are some, never what they say. Null for other roles.</summary>
    public int? OverdueRisk { get; private set; }

    /// <summary>Plans signed in the span, by the way they were signed.</summary>
    public IReadOnlyDictionary<SignedHow, int> Signed { get; private set; } = new Dictionary<SignedHow, int>();

    /// <summary>What ended in the span, and of it without notice.</summary>
    public EndingCounts Endings { get; private set; } = null!;

    /// <summary>People who heard nothing for over 90 days.</summary>
    public int Quiet { get; private set; }

    /// <summary>People of the span for whom figures and waiting list differ, because two people said that a session was no treatment.</summary>
    public int SaidNotTreatment { get; private set; }

    /// <summary>Referrals nobody has opened for a working day.</summary>
    public int Unread { get; private set; }

    /// <summary>Complaints that wait for an answer, and those past their day; null for who does not answer them.</summary>
    public (int Open, int Late)? Complaints { get; private set; }

    /// <summary>When the numbers of "Get help now" were last tried; null for who has no say in it.</summary>
    public HelpNumbers? Help { get; private set; }

    public string Period => $"{Words.Day(Cohort.From, DateOnly.MinValue)} to {Words.Day(Cohort.To, DateOnly.MinValue)}";

    public async Task OnGetAsync()
    {
        var now = Moment.Now(record.Clock);
        var last = London.DayOf(now).AddDays(-1);
        await using var lists = record.Lists();
        Cohort = await WaitCohort.Of(lists, last.AddYears(-1).AddDays(1), last);
        SaidNotTreatment = await lists.CountBegunByRecord(Cohort.From, Cohort.To);
        Parts =
        [
            .. ((string, HowLong)[])
            [
                ("Referral to first talk", Cohort.ReferralToTalk), ("First talk to first treatment", Cohort.TalkToFirst),
                ("Referral to first treatment", Cohort.ReferralToFirst), ("First to second treatment", Cohort.FirstToSecond),
            ],
        ];
        Figures =
        [
            Share("Official: began within 6 weeks (finished only)", Cohort.OfficialSix), Share("Everyone referred: began within 6 weeks", Cohort.EveryoneSix),
            Share("Official: began within 18 weeks (finished only)", Cohort.OfficialEighteen), Share("Everyone referred: began within 18 weeks", Cohort.EveryoneEighteen),
        ];
        Signed = await lists.SignedBetween(Cohort.From, last);
        Endings = await EndingCounts.Between(lists, Cohort.From, last);
        Quiet = await lists.CountQuiet(QuietLists.TooLongForTheLead, last.AddDays(1));
        var policy = ServicePolicy.On(last.AddDays(1), await record.Read(Streams.Policy));
        Unread = await FindReferrals.UnreadSince(record, policy.Hours.WorkingDayBefore(now));
        if (May.Embedded.Ever(who.Actor, Act.View, "risk_task") is Answer.Yes)
            OverdueRisk = (await RiskTaskList.Open(lists)).Count(t => t.Due < now);
        if (May.Embedded.Ever(who.Actor, Act.Approve, "complaint") is Answer.Yes)
            Complaints = await ComplaintList.Waiting(lists, last.AddDays(1));
        if (May.Embedded.Ever(who.Actor, Act.View, "policy", met: Conditions.OwnSettings) is Answer.Yes)
            Help = HelpNumbers.Of(policy, lines.CheckedOn, last.AddDays(1));
    }

    /// <summary>Enough people to say a wait of.</summary>
    public static bool IsEnough(HowLong wait) => wait.People >= FewestToSay;

    public static string InDays(int? days) => days is { } known ? Words.Wait(known) : "not yet";

    private Figure Share(string label, OutOf share) => new()
    {
        Label = label,
        Period = Period,
        Value = share.Of < FewestToSay ? new FigureValue.TooFew(FewestToSay) : new FigureValue.Share(share.Met, share.Of),
        MethodHref = "#how",
    };
}
