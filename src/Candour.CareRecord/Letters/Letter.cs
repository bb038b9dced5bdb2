using Candour.Clinical;

namespace Candour.CareRecord.Letters;

/// <summary>One letter as it stands.</summary>
public sealed record Letter(LetterMade Made, Envelope MadeBy, DateOnly? PostedOn, string? NotPosted)
{
    public string Id => Made.Letter;

    public DateOnly MadeOn => London.DayOf(MadeBy.At);

    public bool Waits => PostedOn is null && NotPosted is null;

    public string Name => NameOf(Made.Kind);

    /// <summary>
    /// A letter of the front desk's own work. A plan and an ending hold the words of those who treat, and are written and posted by them.
    /// Source: permissions.csv, administrator, letter.
    /// </summary>
    public static bool IsAdministrative(LetterKind kind) => kind is LetterKind.PleaseReply or LetterKind.NotForUs or LetterKind.Closed;

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<Letter> All(History referral)
    {
        var posted = referral.All<LetterPosted>().ToDictionary(p => p.Letter, p => (DateOnly?)p.PostedOn);
        var not = referral.All<LetterNotPosted>().ToDictionary(p => p.Letter, p => p.Why ?? "");
        return
        [
            .. referral.Recorded<LetterMade>().Reverse().Select(m => new Letter(
                m.Event, m.Envelope, posted.GetValueOrDefault(m.Event.Letter), not.GetValueOrDefault(m.Event.Letter))),
        ];
    }

    public static string NameOf(LetterKind kind) => kind switch
    {
        LetterKind.PleaseReply => "Please reply",
        LetterKind.YourPlan => "Your plan",
        LetterKind.CareIsEnding => "Your care is ending",
        LetterKind.Closed => "You can come back",
        _ => "We are not the right help",
    };
}
