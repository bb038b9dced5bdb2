using Candour.CareRecord.Discharge;
using Candour.Clinical;

namespace Candour.CareRecord.Letters;

/// <summary>Where the letter to the GP about an ending stands.</summary>
public enum GpLetterStage
{
    /// <summary>None was planned, or care goes on.</summary>
    None,

    /// <summary>Planned with the ending: it is written once care has ended, if the person does not say no.</summary>
    Planned,
    SaidNo,
    ToWrite,
    ToApprove,
    ToPost,
    Posted,

    /// <summary>A person decided that none goes, and wrote down why.</summary>
    NotSent,
}

/// <summary>
/// The letter to the GP about an ending: a task from the day care ended until it is posted, and again when it comes back. It is
/// paper, so no mail server can hold it up (H38). The person's "no" stops it for as long as it has not been posted.
/// </summary>
/// <param name="Letter">The last one written about this ending; null: none yet.</param>
/// <param name="Owner">Staff id of who decided the ending: writes it and answers for it.</param>
/// <param name="Since">When its last step was taken.</param>
public sealed record GpLetter(GpLetterStage Stage, Letter? Letter, string? Owner, Moment Since)
{
    private static readonly GpLetter Nothing = new(GpLetterStage.None, null, null, default);

    /// <summary>The next step; null: there is none now.</summary>
    public string? Next => Stage switch
    {
        GpLetterStage.ToWrite => "Write to the GP",
        GpLetterStage.ToApprove => "Read and approve it",
        GpLetterStage.ToPost => "Print and post it",
        _ => null,
    };

    /// <summary>The person can still say no to it, or yes again.</summary>
    public bool CanBeAnswered => Stage is not (GpLetterStage.None or GpLetterStage.Posted or GpLetterStage.NotSent);

    /// <summary>Where it stands, in a sentence for staff.</summary>
    public string InWords(Referrals.Person person, DateOnly today) => Stage switch
    {
        GpLetterStage.Planned => $"A letter goes to the GP once care has ended. {person.Called} has not said no.",
        GpLetterStage.SaidNo => $"{person.Called} said no to a letter to their GP about this ending: write none.",
        GpLetterStage.ToWrite when Letter is { CameBackOn: { } back } => $"The letter to the GP came back on {Words.Day(back, today)}. It is to be written again.",
        GpLetterStage.ToWrite => $"A letter goes to the GP, and is to be written. {person.Called} has not said no.",
        GpLetterStage.ToApprove => "The letter to the GP is made. A clinician has to approve it.",
        GpLetterStage.ToPost => "The letter to the GP is approved, and is to be printed and posted.",
        GpLetterStage.Posted => $"The letter to the GP was posted on {Words.LongDay(Letter!.PostedOn!.Value)}.",
        GpLetterStage.NotSent => "It was decided that no letter goes to the GP.",
        _ => "",
    };

    public static GpLetter Of(History referral)
    {
        if (!referral.Any<EndingDecided>(d => d.LetterToGp))
            return Nothing;
        // A death ends everything that was planned with the person.
        if (Course.Of(referral) is not { StoppedForDeath: false, Decision: { LetterToGp: true, WithoutNotice: not NoNotice.Death } decision } course)
            return Nothing;
        var decidedBy = course.DecidedBy!;
        if (course.Ended is null)
            return course.Notice is null || !course.IsOpen ? Nothing : new(course.NoGpLetter ? GpLetterStage.SaidNo : GpLetterStage.Planned, null, decidedBy.By.Actor, decidedBy.At);
        var ended = referral.Recorded<CareEnded>().Last(e => e.Event.Decision == decision.Decision).Envelope;
        var letter = Letter.All(referral).FirstOrDefault(l => l.IsToGp && l.MadeBy.Sequence > ended.Sequence);
        var since = referral.Events.Last(e => e.Event is CareEnded or LetterMade or LetterApproved or LetterCameBack or LetterNotPosted or GpLetterAnswered).Envelope.At;
        var given = referral.Recorded<LetterNotPosted>().Any(n => n.Event.Letter == LetterRow.Owed && n.Envelope.Sequence > ended.Sequence);
        return new(
            letter switch
            {
                { PostedOn: not null, CameBackOn: null } => GpLetterStage.Posted,
                _ when course.NoGpLetter => GpLetterStage.SaidNo,
                { Waits: true, Approved: null } => GpLetterStage.ToApprove,
                { Waits: true } => GpLetterStage.ToPost,
                _ => given ? GpLetterStage.NotSent : GpLetterStage.ToWrite,
            },
            letter, decidedBy.By.Actor, since);
    }
}
