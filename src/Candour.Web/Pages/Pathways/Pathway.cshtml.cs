using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways.Readings;
using Candour.Web.Access;
using Candour.Web.Components.Charts;
using Candour.Web.Pages.Referrals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Pathways;

/// <summary>One person's pathway: who, needs, risk, the next thing to do, scores, and what happened. Two loads, nothing more.</summary>
[Needs("answers", Act.View, About = About.Referral, Part = "scores, sessions and notes")]
public sealed class PathwayModel(TheRecord record, Who who, Colleagues colleagues, PairedPeople paired) : PageModel
{
    public PathwayView View { get; private set; } = null!;

    /// <summary>What was saved on the page before; null otherwise.</summary>
    [TempData]
    public string? Said { get; set; }

    /// <summary>The banner of a possible second record; null where none is known of.</summary>
    public string? OtherRecord { get; private set; }

    public Instrument Instrument { get; private set; } = null!;

    public ScoreWords Words { get; private set; } = null!;

    public ChartSeries Series { get; private set; } = null!;

    public TimelineKind? Only { get; private set; }

    public IReadOnlyList<TimelineLine> Timeline { get; private set; } = [];

    public Func<string, string> NameOf { get; private set; } = null!;

    /// <summary>"5 January and 6 April": when we ask how somebody is after their first treatment, from today on; null: no more.</summary>
    public string? FollowUps => Waits.FirstTreatment(View.Pathway, TreatmentRule.Protocol, View.Today) is not { } first ? null
        : ((int[])[12, 26]).Select(weeks => first.AddDays(weeks * 7)).Where(day => day >= View.Today).Select(day => Clinical.Words.Day(day, View.Today)).ToList() switch
        {
            [] => null,
            var days => string.Join(" and ", days),
        };

    /// <summary>The plan that holds, where it was signed on paper: its photo is shown, or wanted.</summary>
    public PlanState? PaperOf(SignedPlan plan) =>
        plan.How == SignedHow.OnPaper ? PlanState.All(View.Referral).LastOrDefault(p => p.Plan.Plan == plan.Plan) : null;

    public string Id => View.Referral.Stream.Id;

    public string Me => who.Actor.Id;

    public Moment Now => Moment.Now(record.Clock);

    public async Task<IActionResult> OnGetAsync(string id, string? show, TimelineKind? only)
    {
        var referral = await record.Read(Streams.Referral(id));
        if (referral.First<ReferralReceived>() is not { } received
            || PathwayView.Of(referral, await record.Read(Streams.Person(received.Person)), London.Today(record.Clock)) is not { } view)
            return NotFound();
        View = view;
        NameOf = await colleagues.Names();
        OtherRecord = await paired.Of(received.Person);
        Instrument = view.Instruments.FirstOrDefault(i => i.Token == show) ?? Instrument.Phq9;
        (var points, Words) = view.Scores(Instrument);
        Series = new()
        {
            Instrument = Instrument.Name,
            Plain = Upper(Instrument.Measures),
            Top = Instrument.Highest,
            CutOff = LowestCase(Instrument, view.Today),
            Points = ChartOfReadings.Points(points, view.AnsweredOn, view.HowOf, p => p.Measurement < 0
                ? null
                : $"/pathways/{id}/answers/{view.Pathway.Measurements[p.Measurement].Questionnaire}?instrument={Instrument.Token}"),
        };
        Only = only;
        Timeline = CareRecord.Pathways.Timeline.Of(view, NameOf, only);
        return Page();
    }

    internal static int? LowestCase(Instrument instrument, DateOnly day) =>
        instrument.ThresholdOn(day) is { Caseness: { } cut } line ? line.Strict ? cut + 1 : cut : null;

    internal static string Upper(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
