namespace Candour.CareRecord.Referrals;

/// <summary>
/// What a person has answered so far in a self-referral. Kept sealed outside the record for at most 24 hours; nothing of
/// it enters the record before "Send my referral", save that danger is handed on as soon as somebody can reach them.
/// </summary>
public sealed record SelfReferral
{
    /// <summary>Made when the form is begun: the person and referral it will become.</summary>
    public required string PersonId { get; init; }

    public required string ReferralId { get; init; }

    public SafeNow? SafeNow { get; init; }

    public WhoFor? WhoFor { get; init; }

    public bool? TheyKnow { get; init; }

    public FilledBy? FilledBy { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>Six characters; V81997 no surgery, V81999 not in our list.</summary>
    public string? Practice { get; init; }

    public string? PracticeName { get; init; }

    public bool OutsideArea { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? CalledName { get; init; }

    public IReadOnlyList<string> Chosen { get; init; } = [];

    public string? Mobile { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public bool? VoiceMessageSafe { get; init; }

    public bool? TextsSafe { get; init; }

    public bool? LetterHomeSafe { get; init; }

    /// <summary>Asked only of people who chose e-mail.</summary>
    public bool? EmailSafe { get; init; }

    /// <summary>No way is safe for us to use: they said that they will call us.</summary>
    public bool WillCallUs { get; init; }

    /// <summary>Null until chosen: neutral.</summary>
    public bool? NeutralName { get; init; }

    /// <summary>The numbers and addresses a code was typed back from.</summary>
    public IReadOnlyList<string> Confirmed { get; init; } = [];

    /// <summary>Null: the page was not answered yet.</summary>
    public IReadOnlyList<string>? Needs { get; init; }

    public string? Language { get; init; }

    public string? NeedsElse { get; init; }

    public string? InOwnWords { get; init; }

    public ThoughtsOfEnding? ThoughtsOfEnding { get; init; }

    public BeingHurt? BeingHurt { get; init; }

    public IReadOnlyList<string>? HelpNow { get; init; }

    public IReadOnlyList<string>? Times { get; init; }

    public IReadOnlyList<string>? Mediums { get; init; }

    public string? TherapistWish { get; init; }

    /// <summary>The code on its way to a number or address, and which; kept until it is typed back.</summary>
    public string? CodeFor { get; init; }

    public string? Code { get; init; }

    public Candour.Clinical.Moment? CodeEnds { get; init; }

    public int CodeTries { get; init; }

    public int CodesSent { get; init; }

    /// <summary>The code last asked for did not go: several were asked for before it.</summary>
    public bool CodeHeld { get; init; }

    /// <summary>Hash of the code that opens this on another device; null: none was asked for, or it was used.</summary>
    public string? WayBack { get; init; }

    /// <summary>The day it was sent. From then on the draft holds nothing but the ids and this.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>The way they are contacted, for the words of the confirmation; null: they call us.</summary>
    public string? SentWay { get; init; }

    public DateOnly? ContactBy { get; init; }

    /// <summary>What is left once it was sent: enough to show the confirmation again and to ask the questions after it.</summary>
    public SelfReferral Emptied(DateOnly sentOn, DateOnly contactBy) => new()
    {
        PersonId = PersonId, ReferralId = ReferralId, SentOn = sentOn, ContactBy = contactBy, SentWay = SafeWays.Count > 0 ? SafeWays[0] : null,
    };

    /// <summary>Someone here can reach them: a name to ask for and a number or address.</summary>
    public bool CanBeReached =>
        !string.IsNullOrWhiteSpace(FirstName)
        && Chosen.Any(HasAddress);

    /// <summary>The chosen ways that nothing speaks against, text first. A question about safety that was not answered counts as no.</summary>
    public IReadOnlyList<string> SafeWays => [.. Ways.All.Where(w => Chosen.Contains(w) && HasAddress(w) && w switch
    {
        Ways.Text => TextsSafe == true,
        Ways.Email => EmailSafe == true,
        Ways.Letter => LetterHomeSafe == true && !HomeHeld,
        _ => true,
    })];

    /// <summary>Somebody may be hurting them: nothing goes to their home until a person has decided.</summary>
    public bool HomeHeld => BeingHurt is Referrals.BeingHurt.Yes or Referrals.BeingHurt.RatherTalk;

    private bool HasAddress(string way) => !string.IsNullOrWhiteSpace(way switch
    {
        Ways.Text => Mobile,
        Ways.Call => Phone ?? Mobile,
        Ways.Email => Email,
        Ways.Letter => Address,
        _ => null,
    });

    public Traits Traits => new(
        FirstName, LastName, BirthDate, null,
        [.. new[] { Mobile, Phone }.OfType<string>().Select(Tidy.Phone).Where(p => p.Length > 0).Distinct()], Email, Postcode);
}

/// <summary>"Who is this for?"</summary>
public enum WhoFor
{
    Me,
    SomeoneICareFor,
    APatientOfMine,
}
