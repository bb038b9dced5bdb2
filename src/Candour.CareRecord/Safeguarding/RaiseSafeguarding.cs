using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguarding;

/// <summary>
/// Anybody who works here writes down a concern about a child or an adult. Nobody's consent is asked, and only an empty page is
/// refused. Owner, deadline and the message "a task needs you" are in the same write.
/// </summary>
/// <param name="Message">Fresh id of the message to the owner.</param>
public sealed record RaiseSafeguarding(string Person, string? Referral, ConcernAbout? About, string? Seen, string? DoneAtOnce, string Message)
{
    /// <summary>The questions beside which the person told us; null: written by staff.</summary>
    public string? Questionnaire { get; init; }

    /// <summary>Staff whom it may be about.</summary>
    public string? NotFor { get; init; }

    public Decision Decide(History entry, ServicePolicy policy, Moment now)
    {
        if (entry.Exists)
            return Decision.AlreadySo;
        if (string.IsNullOrWhiteSpace(Seen))
            return new SayWhatWasSeen();
        var owner = OwnerOf(policy, NotFor);
        return Decision.Accept(entry.Stream, new SafeguardingRaised
        {
            Person = Person,
            Referral = Referral,
            About = About ?? ConcernAbout.NotSure,
            Seen = Seen.Trim(),
            DoneAtOnce = string.IsNullOrWhiteSpace(DoneAtOnce) ? null : DoneAtOnce.Trim(),
            Owner = owner,
            Due = OpenDaysAfter(policy, London.DayOf(now), policy.SafeguardingDays),
            Questionnaire = Questionnaire,
            NotFor = NotFor,
        }).And(RiskPages.To(owner, Message, now));
    }

    /// <summary>The safeguarding lead, else the supervisor, who may open it; <see cref="Cover.Nobody"/> where nobody holds either post.</summary>
    /// <param name="notFor">Staff whom it may be about: the other has it.</param>
    public static string OwnerOf(ServicePolicy policy, string? notFor = null) =>
        First(notFor, policy.SafeguardingLead, policy.Supervisor);

    internal static string First(string? notFor, params string?[] staff) => staff.FirstOrDefault(one => one is not null && one != notFor) ?? Cover.Nobody;

    /// <summary>That many days on which the service is open after today; the next day where no opening hours are set.</summary>
    internal static DateOnly OpenDaysAfter(ServicePolicy policy, DateOnly today, int days)
    {
        var left = days;
        var day = today;
        for (var i = 0; left > 0 && i < 60; i++)
        {
            day = day.AddDays(1);
            if (policy.Hours.IsOpenOn(day))
                left--;
        }

        return left > 0 ? today.AddDays(1) : day;
    }
}
