namespace Candour.Web.Components.Crisis;

/// <summary>Where to get help now: dated data for an area, checked every month by a named person.</summary>
public sealed record CrisisLines
{
    /// <summary>The day on which each number was last tried or looked up.</summary>
    public required DateOnly CheckedOn { get; init; }

    /// <summary>The ways to talk to someone, in the order shown; three fit on the first screen of a phone.</summary>
    public required IReadOnlyList<CrisisWay> Ways { get; init; }

    /// <summary>For people who are deaf, hard of hearing, or speak another language: one short paragraph each.</summary>
    public required IReadOnlyList<string> OtherWays { get; init; }

    /// <summary>The line for people whom someone is hurting.</summary>
    public required CrisisWay AbuseLine { get; init; }

    /// <summary>England, all ages. A service adds nothing that is not checked.</summary>
    public static CrisisLines England { get; } = new()
    {
        CheckedOn = new DateOnly(2026, 11, 21),
        Ways =
        [
            new("Call 111, choose option 2", "tel:111",
                "NHS mental health line, day and night. A trained person asks what is going on and what would help."),
            new("Call 116 123", "tel:116123",
                "Samaritans, free, day and night. They listen. You do not have to be sure it is serious."),
            new("Text SHOUT to 85258", "sms:85258?body=SHOUT",
                "Free. A person texts you back. Good if talking is hard."),
        ],
        OtherWays =
        [
            "Deaf or hard of hearing: call 18001 111 with the Relay UK app or a textphone, or type to 111 at 111.nhs.uk.",
            "British Sign Language: use an interpreter for 111 at 111.nhs.uk. In danger: use the 999 BSL app or 999bsl.co.uk.",
            "Another language: say the name of your language in English when someone answers. They will find an interpreter.",
        ],
        AbuseLine = new("Call 0808 2000 247", "tel:08082000247", "National Domestic Abuse Helpline, free, day and night."),
    };
}

/// <param name="Act">What to do; also the name of the link.</param>
/// <param name="Href"><c>tel:</c> or <c>sms:</c>.</param>
/// <param name="Words">What happens then.</param>
public sealed record CrisisWay(string Act, string Href, string Words);
