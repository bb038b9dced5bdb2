using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Access;

/// <summary>What a record leaves behind when it closes to a member of staff, looked up before the decision.</summary>
/// <param name="Before">Who would be given a worry about the person now.</param>
/// <param name="After">Who would, once the record is closed to them.</param>
/// <param name="Treats">They are the person's clinician, or booked to see them.</param>
/// <param name="Name">Of the member of staff, as the person and the front desk read it.</param>
/// <param name="Message">Fresh id of the message to whoever takes over an open task.</param>
/// <param name="Request">Fresh id of the front desk's task to find somebody else.</param>
public sealed record Closing(Cover Before, Cover After, bool Treats, string Name, string Message, string Request);

/// <summary>
/// Own, family, friends', colleagues' and neighbours' records, and those of people who asked for it: closed to that member of staff in
/// every way, an emergency too (safety.md 2.2). What they had to do for the person passes to others in the same write.
/// </summary>
public static class Relations
{
    public const int FewestCharacters = 10;

    /// <summary>A member of staff says that they know the person.</summary>
    public static Decision Declare(History person, string staff, Closeness? closeness, Closing closing, Moment now)
    {
        if (closeness is null or Closeness.AskedByThePerson)
            return new SayHowYouKnowThem();
        if (Declared(person, staff) == closeness)
            return Decision.AlreadySo;
        return Leaves(closing)
            ? new NobodyElseIsNamed()
            : Decision.Accept(person.Stream, new RelationDeclared { Staff = staff, Closeness = closeness.Value })
                .And(PassedOn(person, staff, closing, DetailAsked.ClinicianKnowsThem, $"{closing.Name} told us that they know this person outside work.", now));
    }

    /// <summary>The person asks that a member of staff do not open their record.</summary>
    public static Decision Block(History person, string staff, Closing closing, Moment now)
    {
        if (IsBlocked(person, staff))
            return Decision.AlreadySo;
        return Leaves(closing)
            ? new NobodyElseCouldHelp(closing.Name)
            : Decision.Accept(person.Stream, new StaffBlocked { Staff = staff })
                .And(PassedOn(person, staff, closing, DetailAsked.AnotherTherapist, $"They closed their record to {closing.Name}.", now));
    }

    /// <summary>The person takes it back.</summary>
    public static Decision Unblock(History person, string staff) =>
        IsBlocked(person, staff) ? Decision.Accept(person.Stream, new StaffUnblocked { Staff = staff }) : Decision.AlreadySo;

    /// <summary>The privacy officer ends what was declared, never their own. What the person asked for is the person's alone to take back.</summary>
    public static Decision End(History person, string staff, string? why, string by)
    {
        if (Declared(person, staff) is null)
            return new NoSuchRelation();
        if (staff == by)
            return new NotYourOwnRelation();
        return (why?.Trim().Length ?? 0) < FewestCharacters
            ? new SayWhyItEnds()
            : Decision.Accept(person.Stream, new RelationEnded { Staff = staff, Why = why!.Trim() });
    }

    /// <summary>Why a record is closed to a member of staff; null when it is not.</summary>
    public static Closeness? Of(History person, string staff) =>
        Declared(person, staff) ?? (IsBlocked(person, staff) ? Closeness.AskedByThePerson : null);

    /// <summary>What they said themselves; null when nothing stands.</summary>
    public static Closeness? Declared(History person, string staff) => person.Events.Select(e => e.Event)
        .LastOrDefault(e => e is RelationDeclared d && d.Staff == staff || e is RelationEnded x && x.Staff == staff) is RelationDeclared last ? last.Closeness : null;

    public static bool IsBlocked(History person, string staff) => person.Events.Select(e => e.Event)
        .LastOrDefault(e => e is StaffBlocked b && b.Staff == staff || e is StaffUnblocked u && u.Staff == staff) is StaffBlocked;

    /// <summary>A worry that somebody would have had would be nobody's.</summary>
    private static bool Leaves(Closing closing) => closing.Before.Owner.Staff != Cover.Nobody && closing.After.Owner.Staff == Cover.Nobody;

    private static Accepted PassedOn(History person, string staff, Closing closing, DetailAsked what, string words, Moment now)
    {
        var passed = new Accepted([]);
        if (RiskTask.OpenOf(person) is { } task && task.Owner == staff)
        {
            var to = closing.After.Owner.Staff;
            passed = passed.And(person.Stream, new RiskTaskHandedOn { Task = task.Id, To = to, Why = "This record was closed to whoever had it." })
                .And(RiskPages.To(to, closing.Message, now));
        }

        return closing.Treats && ChangeDetails.Open(person).All(a => a.Event.What != what)
            ? passed.And(person.Stream, new DetailsChangeAsked { Request = closing.Request, What = what, InWords = words })
            : passed;
    }
}

public sealed record SayHowYouKnowThem() : Refusal("Choose how you know this person")
{
    public override string Field => "Closeness";
}

public sealed record NobodyElseIsNamed() : Refusal(
    "Nobody but you is named who could act on a worry about this person. Ask your service lead to name somebody on duty or as clinical lead, then tell us here again. Do not open the record meanwhile.");

public sealed record NobodyElseCouldHelp(string Name) : Refusal(
    $"We cannot close your record to {Name} yet: nobody else is named here who could help you if you were in danger. Tell us that something is wrong, or call us, and we will see to it.");

public sealed record NoSuchRelation() : Refusal("This has ended already. A colleague may have been quicker.");

public sealed record NotYourOwnRelation() : Refusal("You said this yourself. Somebody else has to look at it.");

public sealed record SayWhyItEnds() : Refusal($"Say why it ends, in {Relations.FewestCharacters} characters or more.")
{
    public override string Field => "Why";
}
