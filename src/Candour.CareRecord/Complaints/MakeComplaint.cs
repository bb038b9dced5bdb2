using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;

namespace Candour.CareRecord.Complaints;

/// <summary>
/// Somebody tells us that something is wrong. Only an empty page is refused. Everybody who may answer is told in the same write
/// that a task needs them; nobody of the person's care is.
/// </summary>
/// <param name="Tell">Staff ids of those who may answer, each with a fresh id of the message to them.</param>
public sealed record MakeComplaint(string? What, string? PutRight, IReadOnlyList<(string Staff, string Message)> Tell)
{
    /// <summary>Working days within which a complaint is acknowledged. NHS complaints regulations 2009, regulation 13.</summary>
    public const int AcknowledgeDays = 3;

    /// <summary>Months within which it is answered. NHS complaints regulations 2009, regulation 14.</summary>
    public const int AnswerMonths = 6;

    /// <summary>Null: without a name. Write it then by <see cref="Nameless"/>.</summary>
    public string? Person { get; init; }

    public bool? MayContact { get; init; }

    public bool? MayTellTherapist { get; init; }

    /// <summary>Who writes a complaint without a name: nobody that could be found again.</summary>
    public static By Nameless { get; } = new(Access.Actor.Visitor.Id, Roles.Public);

    public Decision Decide(History complaint, ServicePolicy policy, Moment now)
    {
        if (complaint.Exists)
            return Decision.AlreadySo;
        if (Text.OrNull(What) is not { } what)
            return new SayWhatHappened();
        if (what.Length > Text.Most || PutRight?.Length > Text.Most)
            return new TextTooLong(Text.Most);
        var today = London.DayOf(now);
        return Tell.Aggregate(
            Decision.Accept(complaint.Stream, new ComplaintMade
            {
                Person = Person,
                What = what,
                PutRight = Text.OrNull(PutRight),
                MayContact = MayContact,
                MayTellTherapist = MayTellTherapist,
                AcknowledgeBy = RaiseSafeguarding.OpenDaysAfter(policy, today, AcknowledgeDays),
                AnswerBy = today.AddMonths(AnswerMonths),
            }),
            (all, one) => all.And(RiskPages.To(one.Staff, one.Message, now)));
    }
}
