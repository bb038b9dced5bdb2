using Candour.Clinical;

namespace Candour.CareRecord.Complaints;

/// <summary>One complaint as it stands, folded from its own stream.</summary>
public sealed record ComplaintFile(string Id, ComplaintMade Made, Envelope MadeAs, Envelope? Acknowledged, ComplaintAnswered? Answer, Envelope? AnsweredAs)
{
    public bool IsOpen => Answer is null;

    /// <summary>Read, or answered without it.</summary>
    public Moment? ReadAt => (Acknowledged ?? AnsweredAs)?.At;

    /// <summary>The next thing to do is past its day.</summary>
    public bool IsLate(DateOnly today) => IsOpen && (ReadAt is null ? Made.AcknowledgeBy : Made.AnswerBy) < today;

    /// <summary>Null for a stream that holds none.</summary>
    public static ComplaintFile? Of(History stream)
    {
        if (stream.Recorded<ComplaintMade>().FirstOrDefault() is not { Event: { } made, Envelope: { } madeAs })
            return null;
        var read = stream.Recorded<ComplaintAcknowledged>().FirstOrDefault();
        var answer = stream.Recorded<ComplaintAnswered>().FirstOrDefault();
        return new(stream.Stream.Id, made, madeAs, read.Envelope, answer.Event, answer.Envelope);
    }
}
