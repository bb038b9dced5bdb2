using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;

namespace Candour.Web.Pages.Safeguards;

/// <summary>How somebody in danger is reached: the ways that are safe, and for whoever may see them the numbers and addresses.</summary>
public static class ContactLines
{
    private static readonly (string Way, string Words)[] InOrder =
        [(Ways.Call, "Phone call"), (Ways.Text, "Text"), (Ways.Email, "E-mail"), (Ways.Letter, "Home")];

    public static string Safe(Person? known)
    {
        var ways = known is null ? "not asked yet" : known.SafeWays.Count == 0 ? "no safe way known" : string.Join(", ", known.SafeWays);
        var voice = known?.MayLeaveVoiceMessage == true ? "" : " No voicemail.";
        var home = known?.WhyNot(Ways.Letter) is null ? "" : " Home: do not write.";
        return $"{ways}.{voice}{home}";
    }

    /// <summary>
    /// Every number and address there is. One that is not a safe way is there too, with the reason: whoever fears for a life
    /// decides.
    /// </summary>
    public static IReadOnlyList<(string Words, string Where, string? WhyNot)> All(Person? known) => known is null ? [] :
    [
        .. InOrder.Where(one => known.AddressFor(one.Way) is not null).Select(one => (one.Words, Where(known, one.Way), known.WhyNot(one.Way))),
    ];

    /// <summary>
    /// Where the person said they were at the start of the last remote session, and who could help: an ambulance is sent
    /// somewhere (H27). It may be long ago, so its time stands first.
    /// </summary>
    /// <param name="referral">Null: no referral is known.</param>
    public static IReadOnlyList<string> LastPlace(History? referral, Moment now)
    {
        var asked = referral?.Recorded<SessionStarted>().LastOrDefault(s => s.Event.WhereNow is not null || s.Event.WhereNotAsked is not null) ?? default;
        if (asked.Event is not { } started)
            return ["Where they are: not asked in any session yet."];
        var when = RiskWords.At(asked.Envelope.At, now);
        return
        [
            started.WhereNow is { } place ? $"Where they were at {when}: {place}" : $"Where they were at {when} was not asked: {started.WhereNotAsked}",
            .. started.WhoCouldHelp is { } help ? (string[])[$"Who could help, said at {when}: {help}"] : [],
        ];
    }

    /// <summary>Pressed, it rings: nobody types a number off a screen when a life is at stake. Null for what is no number.</summary>
    public static string? Tel(string where) =>
        where.Count(char.IsAsciiDigit) >= 10 && where.All(c => char.IsAsciiDigit(c) || c is ' ' or '+') ? $"tel:{where.Replace(" ", "", StringComparison.Ordinal)}" : null;

    private static string Where(Person known, string way) => way switch
    {
        Ways.Letter when known.Contact!.Postcode is { Length: > 0 } postcode => $"{known.AddressFor(way)}, {postcode}",
        Ways.Call or Ways.Text => Words.Phone(known.AddressFor(way)!),
        _ => known.AddressFor(way)!,
    };
}
