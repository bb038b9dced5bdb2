using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Pathways;
using Candour.Clinical;

namespace Candour.CareRecord.Waiting;

/// <summary>
/// Writes to somebody who waits: where they are, and how to say that things got worse. Due every four weeks. What cannot
/// be sent safely goes to the call list and does not count as written.
/// </summary>
/// <param name="Message">A fresh id.</param>
public sealed record WriteWhileWaiting(string Message)
{
    public Decision Decide(History person, History referral, Sender sender, Moment now)
    {
        var called = Referrals.Person.Of(person)?.Called ?? "This person";
        if (Stay.Open(referral) is null)
            return new NotOnAList(called);
        var today = London.DayOf(now);
        var days = today.DayNumber - Heard.Last(referral).DayNumber;
        if (days < NextStep.WriteEveryDays)
            return new NotThatLongYet(called, days);
        var queued = Messages.Message.Queue(
            new NewMessage(Message, Say.StillWaiting(), now.Plus(TimeSpan.FromDays(7)), new LinkWanted(LinkPurpose.MyPage)) { Referral = referral.Stream.Id },
            person, sender, now);
        return queued.Events.Any(e => e.Event is MessageQueued)
            ? queued.And(referral.Stream, new WroteWhileWaiting { On = today, Message = Message })
            : queued;
    }
}

/// <summary>A letter was posted, or somebody called: that counts as written.</summary>
public sealed record PostedWhileWaiting(DateOnly On)
{
    public Decision Decide(History referral, string called, Moment now) =>
        Stay.Open(referral) is not { } stay ? new NotOnAList(called)
        : On > London.DayOf(now) || On < stay.On ? new ListDayIsOff()
        : referral.Any<WroteWhileWaiting>(w => w.On == On) ? Decision.AlreadySo
        : Decision.Accept(referral.Stream, new WroteWhileWaiting { On = On });
}
