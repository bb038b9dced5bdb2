using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>Danger told in a referral form: which answers are handed on as a same-day task, each once.</summary>
public static class DangerTold
{
    private const int StepSafeNow = 1;
    private const int StepThoughts = 10;
    private const int StepHurt = 11;

    /// <summary>
    /// The disclosures a form still owes the record. Empty when there is none or all were handed on before.
    /// </summary>
    /// <param name="person">The person's history; may not exist yet.</param>
    /// <param name="sent">False while the form is still being filled in: then only the two questions about the person's own safety.</param>
    /// <param name="ids">Drawn before the decision.</param>
    public static Accepted Disclose(
        History person, string referral, SafeNow? safe, ThoughtsOfEnding? thoughts, BeingHurt? hurt, bool sent, RiskIds ids, Cover cover, Moment now)
    {
        var owed = Owed(safe, thoughts, sent ? hurt : null)
            .Where(o => !person.Any<RiskDisclosed>(d => d.Referral == referral && d.Item == o.Step && d.Value == o.Value))
            .ToList();
        if (owed.Count == 0)
            return Decision.AlreadySo;

        // One task a person, opened by the worst of them; the words of all are on it.
        var worst = owed.MaxBy(o => o.PageAtOnce)!;
        var first = Risk.Disclose(person, Told(referral, worst, ids), cover, now);
        return owed.Where(o => o != worst).Aggregate(first, (all, next) => all.And(person.Stream, Joined(all, next, referral)));
    }

    /// <summary>Whether an answer about the person's own safety is handed on before the form is sent.</summary>
    public static bool IsIn(SafeNow? safe, ThoughtsOfEnding? thoughts) => Owed(safe, thoughts, null).Any();

    private static IEnumerable<Answer> Owed(SafeNow? safe, ThoughtsOfEnding? thoughts, BeingHurt? hurt)
    {
        if (safe is SafeNow.NotSure)
            yield return new(StepSafeNow, 1, "Are you safe right now? \"I am not sure\"", false);
        if (safe is SafeNow.NeedsHelpToday)
            yield return new(StepSafeNow, 2, "Are you safe right now? \"No, I need help today\"", true);
        if (thoughts is ThoughtsOfEnding.Sometimes)
            yield return new(StepThoughts, 1, "Thoughts of ending your life in the last 2 weeks? \"Sometimes\"", false);
        if (thoughts is ThoughtsOfEnding.Often)
            yield return new(StepThoughts, 2, "Thoughts of ending your life in the last 2 weeks? \"Often\"", true);
        if (hurt is BeingHurt.Yes)
            yield return new(StepHurt, 1, "Is anyone hurting you or making you afraid? \"Yes\"", false);
        if (hurt is BeingHurt.RatherTalk)
            yield return new(StepHurt, 0, "Is anyone hurting you or making you afraid? \"I would rather talk about it\"", false);
    }

    private static Told Told(string referral, Answer answer, RiskIds ids) => new()
    {
        Source = RiskSource.Referral,
        Referral = referral,
        Item = answer.Step,
        Value = answer.Value,
        Said = answer.Words,
        HelpShown = true,
        PageAtOnce = answer.PageAtOnce,
        Ids = ids,
    };

    // A further answer of the same form stands on the same task and needs no clock of its own.
    private static RiskDisclosed Joined(Accepted first, Answer answer, string referral)
    {
        var opened = first.Events.Select(e => e.Event).OfType<RiskDisclosed>().First();
        return opened with { Item = answer.Step, Value = answer.Value, Said = answer.Words, Referral = referral };
    }

    private sealed record Answer(int Step, int Value, string Words, bool PageAtOnce);
}
