using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Sessions;
using Candour.Clinical;

namespace Candour.CareRecord.Complaints;

/// <summary>"We have it": the person sees that somebody has read it.</summary>
public sealed record AcknowledgeComplaint
{
    public Decision Decide(History complaint) => ComplaintFile.Of(complaint) switch
    {
        null => new NoSuchComplaint(),
        { ReadAt: not null } => Decision.AlreadySo,
        _ => Decision.Accept(complaint.Stream, new ComplaintAcknowledged()),
    };
}

/// <summary>The answer. The person is sent the way to it, where they said that we may contact them.</summary>
/// <param name="Message">Fresh id of the message.</param>
public sealed record AnswerComplaint(string? Reply, string Message)
{
    /// <param name="person">The stream of who made it; null where nobody knows.</param>
    public Decision Decide(History complaint, History? person, Sender sender, Moment now)
    {
        if (ComplaintFile.Of(complaint) is not { } file)
            return new NoSuchComplaint();
        if (!file.IsOpen)
            return new ComplaintIsAnswered();
        if (Text.OrNull(Reply) is not { } reply)
            return new WriteTheAnswer();
        if (reply.Length > Text.Most)
            return new TextTooLong(Text.Most);
        var told = person is { } them && file.Made.MayContact == true
            ? Messages.Message.Queue(
                new NewMessage(Message, Say.AnsweredYou(), now.Plus(TimeSpan.FromDays(7)), new LinkWanted(LinkPurpose.MyPage)), them, sender, now)
            : Decision.AlreadySo;
        return Decision.Accept(complaint.Stream, new ComplaintAnswered { Reply = reply, Message = told.Events.Count > 0 ? Message : null }).And(told);
    }
}
