using System.Globalization;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Clinical.Instruments;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// Staff put in answers that the person gave: into the set that is open or, where it was sent already, into another set of its own.
/// Such a repeat has its reason, is marked as staff entry and goes to the person as a copy. The first complete set stays the score.
/// </summary>
/// <param name="Id">Fresh id of the repeat, where it becomes one.</param>
/// <param name="Why">Why the questions were asked again; needed where they were sent.</param>
public sealed record EnterAgain(string Id, RepeatReason? Why, EnterForPerson Entry)
{
    /// <param name="first">The set itself, not a repeat of it.</param>
    public Decision Decide(History first, History referral, Moment now)
    {
        if (Questionnaire.Of(first) is not { IsSent: true } form)
            return Entry.Decide(first, now);
        if (RepeatQuestionnaire.Open(form, referral) is not null)
            return new RepeatIsOpen();
        if (Why is not { } why)
            return Asks(form, referral);
        var again = new RepeatQuestionnaire(Id, why, AskedFor: null) { OnPaper = Entry.Reason == StaffEntryReason.PaperForm };
        if (again.Decide(first, referral, now) is not Accepted { Events: var issued } repeat)
            return again.Decide(first, referral, now);
        var set = Streams.Questionnaire(Id);
        return Entry.Decide(History.Empty(set).With(issued.Where(e => e.Stream == set).Select(e => e.Event), By.Worker, now), now) switch
        {
            Accepted entered => repeat.And(entered),
            var refused => refused,
        };
    }

    /// <summary>What is said before a set is entered beside one that was sent.</summary>
    public static RepeatDoesNotReplace Asks(Questionnaire form, History referral) =>
        Asks(form, RepeatQuestionnaire.Next(form, referral), SentScore.Counting(referral).Any(c => c.Questionnaire == form.Id));

    internal static RepeatDoesNotReplace Asks(Questionnaire form, int number, bool counts)
    {
        var sent = form.Submitted!.Value;
        var totals = form.Issued.Instruments.Where(t => form.ScoreOf(t) is not null)
            .Select(t => (Instrument.Find(t).Name, Total: form.ScoreOf(t)!.Value.ToString(CultureInfo.InvariantCulture))).ToList();
        var scores = totals is [var one] ? [one.Total] : totals.Select(t => $"{t.Name} {t.Total}");
        var day = form.Issued.Appointment is not null && London.DayOf(sent) == London.DayOf(form.Issued.WindowTo) ? "" : $" on {Words.LongDay(London.DayOf(sent))}";
        return new(
            number, string.Join(", ", [.. scores, $"sent {Words.Time(sent)}{day}"]),
            form.Issued.Appointment is not null ? "this session" : form.Issued.Week is { } week ? $"week {week}" : "these questions", counts);
    }
}
