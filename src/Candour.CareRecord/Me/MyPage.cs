using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Clinical.Pathways.Readings;

namespace Candour.CareRecord.Me;

/// <summary>Something for the person to do, with what it takes.</summary>
public sealed record ToDo(string Words, string Href, string Status);

/// <summary>The person's hub: what is next, what there is to do, how long they have waited. Pure; in the person's words.</summary>
/// <param name="view">All that is shown of one referral.</param>
/// <param name="half">Days half of the people wait on the list this person is on; null: on none, or too few people to say.</param>
public sealed class MyPage(PathwayView view, int? half = null)
{
    public PathwayView View { get; } = view;

    /// <summary>The next appointment that is booked; null when there is none.</summary>
    public Appointment? Next(Moment now) => View.Appointments.FirstOrDefault(a => a.IsLive && a.Ends > now);

    /// <summary>A plan that waits for a signature.</summary>
    public bool PlanWaits => View.Course.IsOpen && PlanState.Latest(View.Referral) is { CanBeSigned: true };

    /// <summary>
    /// The wait, in sentences. It counts from the day the person first came; nobody can edit it.
    /// </summary>
    public string Wait
    {
        get
        {
            var (pathway, today) = (View.Pathway, View.Today);
            var came = $"You came to us {Words.Wait(today.DayNumber - pathway.Referral.CountsFrom.DayNumber)} ago.";
            if (View.BegunByRecord is null && Waits.ToTreatment(pathway, TreatmentRule.Protocol, today) is { } first)
            {
                var second = Waits.FirstToSecond(pathway, TreatmentRule.Protocol, today);
                return $"{came} You waited {Words.Wait(first)} for your first treatment{(second is { } more ? $" and {Words.Wait(more)} for your second" : "")}.";
            }

            if (Stay.Open(View.Referral) is { } stay)
            {
                var name = Clinical.Problems.Therapy.OfCode(stay.Therapy)?.PlainName;
                var days = today.DayNumber - Stay.CountsFrom(View.Referral)!.Value.DayNumber;
                var waiting = WaitSentence.Of(days, name, half, Heard.Last(View.Referral).AddDays(NextStep.WriteEveryDays), today);
                return stay.BegunByRecord is { } session
                    ? $"{waiting} In our figures your session on {Words.Day(session, today)} counts as treatment. Two of us said afterwards that it was none, so your wait goes on."
                    : waiting;
            }

            var waited = Words.Wait(Waits.DaysOpen(pathway, today));
            return Plan is { } therapy ? $"You have waited {waited} for {Lower(therapy)}." : $"You have waited {waited} so far.";
        }
    }

    private string? Plan => View.Referral.Last<PlanProposed>() is { } plan ? Clinical.Problems.Therapy.OfCode(plan.Therapy)?.PlainName : null;

    private static string Lower(string words) => words.Length > 1 && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
}

/// <summary>Whether the person wants to see scores, and what they said about them.</summary>
public static class MyScores
{
    /// <summary>Scores are shown until the person says otherwise.</summary>
    public static bool AreShown(History referral) => referral.Last<ScoresShownChosen>()?.Show ?? true;

    public static Decision Show(History referral, bool show) =>
        AreShown(referral) == show ? Decision.AlreadySo : Decision.Accept(referral.Stream, new ScoresShownChosen { Show = show });

    /// <summary>What was said of the scores of one instrument last; null: nothing.</summary>
    public static (DateOnly On, ScoresMatchSaid Said)? Said(History referral, Clinical.Instruments.Instrument instrument) =>
        referral.Recorded<ScoresMatchSaid>().LastOrDefault(m => m.Event.Instrument == instrument.Token) is { Event: { } said } found
            ? (London.DayOf(found.Envelope.At), said)
            : null;

    /// <summary>the low mood score matches how they feel; they feel worse than the low mood score.</summary>
    public static string InWords(ScoresMatchSaid said)
    {
        var score = Clinical.Instruments.Instrument.TryFind(said.Instrument, out var of) ? $"the {of.Measures} score" : "the score";
        return said.Match switch
        {
            ScoresMatch.FeelsBetter => $"they feel better than {score}",
            ScoresMatch.FeelsWorse => $"they feel worse than {score}",
            _ => $"{score} matches how they feel",
        };
    }

    /// <summary>As the person themselves reads it: this matches how you feel.</summary>
    public static string InYourWords(ScoresMatchSaid said) => said.Match switch
    {
        ScoresMatch.FeelsBetter => "you feel better than this",
        ScoresMatch.FeelsWorse => "you feel worse than this",
        _ => "this matches how you feel",
    };

    /// <summary>"Does this match how you feel?" Kept with the score, shown to the therapist, changes nothing.</summary>
    public static Decision Say(History referral, string instrument, ScoresMatch? match, string? ownWords) =>
        match is not { } said ? new ChooseHowItMatches()
        : !Clinical.Instruments.Instrument.TryFind(instrument, out _) ? new ChooseHowItMatches()
        : Decision.Accept(referral.Stream, new ScoresMatchSaid { Instrument = instrument, Match = said, OwnWords = Sessions.Text.OrNull(ownWords) });
}

public sealed record ChooseHowItMatches() : Refusal("Choose one of the three answers.")
{
    public override string Field => "Match";
}
