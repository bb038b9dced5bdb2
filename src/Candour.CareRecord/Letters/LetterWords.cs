using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Letters;

/// <summary>The words of the letters, from what the record holds. Plain, no abbreviation without its words, crisis lines in each.</summary>
internal static class LetterWords
{
    /// <summary>Null while the facts for this letter are not there.</summary>
    public static IReadOnlyList<string>? Of(LetterKind kind, History referral, Person who, LetterSettings settings, DateOnly today)
    {
        var own = kind switch
        {
            LetterKind.PleaseReply => PleaseReply(referral, settings, today),
            LetterKind.YourPlan => YourPlan(referral),
            LetterKind.CareIsEnding => CareIsEnding(referral, settings, today),
            LetterKind.Closed => Closed(referral, settings),
            _ => NotForUs(referral, settings),
        };
        return own is null ? null :
        [
            Words.LongDay(today), $"Dear {who.Called},", .. own,
            "# If you need help now", .. settings.Crisis,
            "# Get this another way", $"Large print, easy read, audio or another language: call {settings.Phone}.",
        ];
    }

    /// <summary>What has to have happened, as staff read it.</summary>
    public static string Needs(LetterKind kind) => kind switch
    {
        LetterKind.PleaseReply => "they are not being reached",
        LetterKind.YourPlan => "no plan is signed",
        LetterKind.CareIsEnding => "no notice of an ending runs",
        LetterKind.Closed => "it was not closed for no reply, and not because they asked",
        _ => "it was not decided that we are not the right help",
    };

    private static List<string>? PleaseReply(History referral, LetterSettings settings, DateOnly today)
    {
        if (Standing.Of(referral) != Stage.Reaching || referral.First<ReferralReceived>() is not { } received)
            return null;
        var by = today.AddDays(settings.NoReplyDays);
        var tried = Tried(referral);
        return
        [
            $"On {Words.LongDay(received.ReceivedOn)} you were referred to us.{(tried.Length > 0 ? $" We tried to {tried}." : "")}",
            "# Do you still want help from us?",
            $"Go to {settings.ReplyAddress}, type {{code}} and your date of birth. Or call {settings.Phone}. Or tick and post the slip.",
            $"If we hear nothing by {Words.LongDay(by)} we may close this. You can come back until {Words.LongDay(by.AddMonths(6))} and keep your first date.",
            "# The slip", "- Yes, please", "- Yes, but not now", "- I am getting help somewhere else", "- No, not any more", "- I never asked for this",
        ];
    }

    private static string Tried(History referral)
    {
        var tries = referral.Events.Select(e => e.Event switch
        {
            OptIn.OptInAsked { Way: Ways.Text } asked => $"text you on {Day(asked.AskedOn)}",
            OptIn.OptInAsked { Way: Ways.Email } asked => $"e-mail you on {Day(asked.AskedOn)}",
            OptIn.ContactTried { Way: Ways.Call } tried => $"call you on {Day(London.DayOf(tried.TriedAt))}",
            _ => null,
        }).OfType<string>().TakeLast(3).ToList();
        return tries.Count < 2 ? string.Concat(tries) : $"{string.Join(", ", tries[..^1])} and {tries[^1]}";
    }

    private static List<string>? YourPlan(History referral)
    {
        if (SignedPlan.InForce(referral) is not { } signed || PlanState.All(referral).LastOrDefault(p => p.Plan.Plan == signed.Plan) is not { } state)
            return null;
        var (plan, therapy) = (state.Plan, Therapy.OfCode(state.Plan.Therapy));
        var lines = new List<string>
        {
            $"You agreed to this plan on {Words.LongDay(signed.SignedOn)}.",
            "# What we agreed",
            $"{therapy?.PlainName ?? "Your treatment"}. Its official name is {therapy?.OfficialName ?? plan.Therapy}.",
            $"{Words.Count(plan.Sessions, "session", "sessions")}{(plan.Minutes is { } m ? $" of about {m} minutes" : "")}.",
        };
        if (therapy?.WhatHappens is { } happens)
            lines.Add(happens + ".");
        if (therapy?.WhatItIsNot is { } not)
            lines.AddRange(["# What it is not", not]);
        if ((state.Signed?.UsualSelf ?? PlanState.UsualSelfOf(referral, plan.Plan)) is { } self)
            lines.AddRange(["# What you would call your usual self", self]);
        lines.Add("You can change your mind at any time and keep your place.");
        return lines;
    }

    private static List<string>? CareIsEnding(History referral, LetterSettings settings, DateOnly today)
    {
        if (Course.Of(referral) is not { IsInNotice: true, Decision: { } decision, Notice: { } notice } course)
            return null;
        // Where nothing else has told them this letter does, and the days begin when it is posted.
        var day = course.NotTold ? today.AddDays(course.NoticeDays) : notice.Effective;
        var lines = new List<string>
        {
            course.NotTold
                ? $"We plan to end your care {course.NoticeDays} days after the day we post this letter, on {Words.LongDay(day)} at the earliest, because: {decision.Why}"
                : $"Your care ends on {Words.LongDay(day)} because: {decision.Why}",
            decision.SessionsPlanned is { } planned ? $"You had {decision.SessionsGiven} of {Words.Count(planned, "session", "sessions")}." : $"You had {Words.Count(decision.SessionsGiven, "session", "sessions")}.",
        };
        if (decision.StayingWell is { Length: > 0 } plan)
            lines.AddRange(["# Your own plan to stay well", plan]);
        if (decision.FollowUpMonths.Count > 0)
            lines.Add($"Catch-up talks: {string.Join(" and ", decision.FollowUpMonths.Select(m => Words.Count(m, "month", "months")))} after the end.");
        lines.AddRange([
            "# How to come back", $"You can come back without starting again until {Words.LongDay(day.AddMonths(6))}. Call {settings.Phone}.",
            "# What to do if you do not agree", $"Call {settings.Phone} or write to us by {Words.LongDay(day)}. Nothing ends until somebody has talked with you.",
        ]);
        return lines;
    }

    private static List<string>? NotForUs(History referral, LetterSettings settings) =>
        Standing.Of(referral) == Stage.NotForUs && referral.Last<ReferralNotForUs>() is { } no
            ?
            [
                $"We do not think we are the right help, because: {no.Because}",
                "# Who is", no.WhereInstead ?? "",
                "# If you think we are wrong", $"Call {settings.Phone} or write to us, and another person will look.",
            ]
            : null;

    private static List<string>? Closed(History referral, LetterSettings settings)
    {
        if (Standing.Of(referral) != Stage.Closed)
            return null;
        var closed = referral.Events.Last(e => e.Event is OptIn.ClosedForNoReply or OptIn.ClosedAsAsked).Event;
        var (day, why) = closed switch
        {
            OptIn.ClosedForNoReply silent => (silent.ClosedOn, "because we could not reach you"),
            OptIn.ClosedAsAsked asked => (asked.ClosedOn, OptIn.Reaching.ReplyOf(referral)?.Event.Reply == OptIn.OptInReply.Elsewhere
                ? "because you told us that you have help somewhere else" : "because you told us that you do not want our help any more"),
            _ => throw new InvalidOperationException("Nothing closed it."),
        };
        return
        [
            $"We closed your referral on {Words.LongDay(day)}, {why}.",
            "# You can come back",
            $"If you would like our help, call {settings.Phone} until {Words.LongDay(OptIn.Reopen.ComeBackUntil(referral))}. You do not start again: you keep your first date.",
            "If we sent you a link or a code to reply, that works too.",
        ];
    }

    private static string Day(DateOnly day) => Words.LongDay(day)[..^5];
}
