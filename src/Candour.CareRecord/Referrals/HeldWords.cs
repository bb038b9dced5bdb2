using Candour.CareRecord.Appointments;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals.Facts;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Referrals;

/// <summary>What waits for a second person, in words: nobody confirms what they have not read.</summary>
public static class HeldWords
{
    /// <summary>Lines; none for what only goes along with another, as a mark.</summary>
    public static IEnumerable<string> Of(LateEntryHeld held) => LateEntry.Made(held) switch
    {
        ContactTried x => [$"{Ways.Words(x.Way)}, {Words.LongDay(London.DayOf(x.TriedAt))}, {Words.Time(x.TriedAt)}: {Came(x.Outcome)}."],
        ProblemDescriptorRecorded x => [$"{(x.Significance == "2" ? "Second" : "Main")} problem: {ProblemDescriptor.Of(x.Code).Name}, recorded on {Words.LongDay(x.RecordedOn)}."],
        ScoresRecorded x => x.Instruments.Select((token, i) => Scores(token, x.Answers[i], x.Totals[i]))
            .Prepend($"Filled in on {Words.LongDay(London.DayOf(x.FilledAt))}."),
        SessionSaved x => Session(x),
        AppointmentCancelled x => [$"Entered by mistake: {x.Why}"],
        InternetTherapyLogged x => [$"Internet therapy, {x.Programme}: {Words.Span(x.From, x.To)}, {Words.Count(x.Minutes, "minute", "minutes")} of staff time."],
        InternetTherapyTakenBack x => [$"A log of internet therapy is taken out: {x.Why}"],
        ContactTypeSaid x => [$"Kept as treatment although no plan was signed: {x.Why}"],
        SessionClosed => ["With this the session is complete."],
        var e => Fact(e),
    };

    private static string Scores(string token, string answers, string total) =>
        $"{Instrument.Find(token).Name}: {(total.Length > 0 ? $"{total}. Answers" : "no score. Answers")} {answers.Replace(",", ", ", StringComparison.Ordinal)}.";

    private static IEnumerable<string> Session(SessionSaved x)
    {
        if (x.Therapy is { } therapy)
            yield return $"{Therapy.OfCode(therapy)?.OfficialName ?? "A treatment"}: {string.Join("; ", x.PartsDone.Select(part => TherapyParts.Of(therapy).FirstOrDefault(p => p.Key == part)?.Words ?? part))}.";
        if (x.AssessmentDone)
            yield return "An assessment was done.";
        if (x.WasReview is { } review)
            yield return review ? "It was a review." : "It was not a review.";
        if (x.Minutes is { } minutes)
            yield return $"{Words.Count(minutes, "minute", "minutes")}.";
        if (x.Homework is { } homework)
            yield return $"What they will try until next time: {homework}";
        if (x.AskSupervisorWhat is { } question)
            yield return $"Ask the supervisor about: {question}";
        else if (x.AskSupervisor)
            yield return "There is a question for the supervisor.";
    }

    private static IEnumerable<string> Fact(Event e) => EveryFact.All
        .Select(fact => (fact.Fields, Values: fact.Values(e)))
        .Where(one => one.Values is not null)
        .Take(1)
        .SelectMany(one => one.Fields
            .Where(field => one.Values!.GetValueOrDefault(field.Name) is { Count: > 0 })
            .Select(field => $"{field.Label}: {string.Join(", ", one.Values![field.Name].Select(field.Say))}"));

    private static string Came(TryOutcome outcome) => outcome switch
    {
        TryOutcome.Answered => "answered",
        TryOutcome.NoAnswer => "no answer",
        TryOutcome.WrongNumber => "wrong number",
        TryOutcome.Delivered => "arrived",
        TryOutcome.Bounced => "came back",
        TryOutcome.LeftMessage => "left a message",
        _ => "sent",
    };
}
