using Candour.Clinical;

namespace Candour.CareRecord.Letters;

/// <summary>One letter as it stands.</summary>
public sealed record Letter(LetterMade Made, Envelope MadeBy, DateOnly? PostedOn, string? NotPosted)
{
    /// <summary>Who read it and answers for it, and when; null: nobody has. Asked of letters to a GP only.</summary>
    public Envelope? Approved { get; init; }

    /// <summary>The day the post brought it back; null: it did not.</summary>
    public DateOnly? CameBackOn { get; init; }


    public string Id => Made.Letter;

    public DateOnly MadeOn => London.DayOf(MadeBy.At);

    public bool Waits => PostedOn is null && NotPosted is null;

    public string Name => NameOf(Made.Kind);

    /// <summary>
    /// A letter of the front desk's own work. A plan and an ending hold the words of those who treat, and are written and posted by them.
    /// Source: permissions.csv, administrator, letter.
    /// </summary>
    public static bool IsAdministrative(LetterKind kind) => kind is LetterKind.PleaseReply or LetterKind.NotForUs or LetterKind.Closed;

    public bool IsToGp => Made.Kind == LetterKind.GpEnding;

    /// <summary>"Invented Street Surgery": the first line in the window of the envelope.</summary>
    public string Reader => Made.To?.Split('\n')[0] ?? "the GP surgery";

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<Letter> All(History referral)
    {
        var posted = referral.All<LetterPosted>().ToDictionary(p => p.Letter, p => (DateOnly?)p.PostedOn);
        var approved = referral.Recorded<LetterApproved>().ToDictionary(a => a.Event.Letter, a => a.Envelope);
        var back = referral.Recorded<LetterCameBack>().ToDictionary(b => b.Event.Letter, b => (DateOnly?)London.DayOf(b.Envelope.At));
        // What was never made has no letter here; it can be decided of more than once.
        var not = referral.All<LetterNotPosted>().Where(p => p.Letter != LetterRow.Owed).ToDictionary(p => p.Letter, p => p.Why ?? "");
        return
        [
            .. referral.Recorded<LetterMade>().Reverse().Select(m => new Letter(
                m.Event, m.Envelope, posted.GetValueOrDefault(m.Event.Letter), not.GetValueOrDefault(m.Event.Letter))
            {
                Approved = approved.GetValueOrDefault(m.Event.Letter), CameBackOn = back.GetValueOrDefault(m.Event.Letter),
            }),
        ];
    }

    public static string NameOf(LetterKind kind) => kind switch
    {
        LetterKind.PleaseReply => "Please reply",
        LetterKind.YourPlan => "Your plan",
        LetterKind.CareIsEnding => "Your care is ending",
        LetterKind.Closed => "You can come back",
        LetterKind.GpEnding => "To the GP: care has ended",
        _ => "We are not the right help",
    };
}
