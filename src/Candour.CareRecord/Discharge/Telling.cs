using Candour.CareRecord.Letters;
using Candour.CareRecord.Messages;
using Candour.Clinical;

namespace Candour.CareRecord.Discharge;

/// <summary>
/// A notice runs from the day the person was told of it. Where its message cannot go or came back nothing runs, until somebody
/// has spoken with them or written to them: the days then begin on that day.
/// </summary>
public static class Telling
{
    /// <summary>The notice as its message carries it: told, unless the message went onto the call list at once.</summary>
    internal static Accepted Carry(Accepted decided, EndingNotified notice, string message, Accepted queued)
    {
        if (queued.Events.Count == 0)
            return decided;
        var carried = new Accepted([.. decided.Events.Select(e => ReferenceEquals(e.Event, notice) ? (e.Stream, notice with { Message = message }) : e)]).And(queued);
        var referral = decided.Events.First(e => ReferenceEquals(e.Event, notice)).Stream;
        return queued.Events.Any(e => e.Event is MessageBlocked)
            ? carried.And(referral, new EndingNotTold { Decision = notice.Decision, Message = message })
            : carried;
    }

    /// <summary>The message of the notice did not reach the person: nothing runs. Already so where they were told in another way.</summary>
    public static Accepted NotTold(History referral, string message) =>
        Course.Of(referral) is { IsInNotice: true, NotTold: false } course && course.Notice!.Message == message && !IsPosted(referral, course)
            ? Decision.Accept(referral.Stream, new EndingNotTold { Decision = course.Decision!.Decision, Message = message })
            : Decision.AlreadySo;

    /// <summary>
    /// The notice this message told of is not in force any more: taken back, objected to, stopped for a death, ended, or in the
    /// place of another.
    /// </summary>
    internal static bool IsOver(History referral, string message) =>
        Course.Of(referral) is not { IsInNotice: true } course
        || (referral.Last<EndingNotified>(n => n.Message == message) is { } told && told.Decision != course.Decision!.Decision);

    /// <summary>Whoever called would say what is not so. That a message came back is kept with the number or address.</summary>
    internal static Accepted NothingToCallAbout(History message, History referral) =>
        IsOver(referral, message.Stream.Id) && MessageState.Of(message) is { NeedsACall: true }
            ? Decision.Accept(message.Stream, new MessageCancelled { Why = CancelReason.CalledOff })
            : Decision.AlreadySo;

    /// <summary>A row of the call list was worked: told, where it was the notice's and the person was reached; else nobody has told them.</summary>
    public static Decision AfterCall(Decision worked, History message, History referral, CallOutcome outcome, DateOnly today)
    {
        if (worked is not Accepted done || Course.Of(referral) is not { IsInNotice: true } course || course.Notice!.Message != message.Stream.Id)
            return worked;
        return outcome is CallOutcome.Spoke or CallOutcome.Wrote
            ? done.And(referral.Stream, Again(course, today, outcome == CallOutcome.Spoke ? ToldHow.Spoke : ToldHow.Wrote))
            : done.And(NotTold(referral, message.Stream.Id));
    }

    /// <summary>Told in another way, where nobody had: the days begin. Nothing in every other case.</summary>
    /// <param name="on">
    /// The day of it. Written down later than the day after, the days begin today: nobody's days to say no are taken away by what
    /// somebody remembers.
    /// </param>
    internal static Accepted ToldBy(ToldHow how, History referral, DateOnly on, DateOnly today, string? words = null) =>
        Course.Of(referral) is { IsInNotice: true, NotTold: true } course
            ? Decision.Accept(referral.Stream, Again(course, on < today.AddDays(-1) ? today : on, how) with { InWords = words })
            : Decision.AlreadySo;

    /// <summary>Whether the message has left, as far as anybody can know.</summary>
    internal static bool HasGone(History message) => MessageState.Of(message)?.Stage is MessageStage.HandedOver or MessageStage.Delivered;

    /// <summary>The same notice from another day, with as many days.</summary>
    internal static EndingNotified Again(Course course, DateOnly told, ToldHow how) => new()
    {
        Decision = course.Decision!.Decision, Told = told, Effective = told.AddDays(course.NoticeDays), How = how,
    };

    internal static bool IsPosted(History referral, Course course) => Letter.All(referral).Any(l =>
        l is { Made.Kind: LetterKind.CareIsEnding, PostedOn: not null } && l.MadeBy.Sequence > course.DecidedBy!.Sequence);
}

/// <summary>
/// "I have told them myself", today: said on the page of the ending while the message could not. How, and what was said, stand
/// beside it: the days to say no hang on it, and nothing else shows that it was so.
/// </summary>
public sealed record TellOfEnding(ToldHow? How, string? Words)
{
    private static readonly ToldHow[] Ways = [ToldHow.Telephone, ToldHow.FaceToFace, ToldHow.Video, ToldHow.AnotherWay];

    public Decision Decide(History referral, By by, Moment now)
    {
        if (DecideEnding.IsNotTheirs(by) is { } no)
            return no;
        if (Course.Of(referral) is not { IsInNotice: true, NotTold: true })
            return new NothingToTell();
        if (How is not { } how || !Ways.Contains(how))
            return new ChooseHowTold();
        if (Sessions.Text.OrNull(Words) is not { } words)
            return new SayWhatYouTold();
        return words.Length > Sessions.Text.Most
            ? new Sessions.TextTooLong(Sessions.Text.Most, "Told")
            : Telling.ToldBy(how, referral, London.DayOf(now), London.DayOf(now), words);
    }
}
