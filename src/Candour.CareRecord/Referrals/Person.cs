using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>What the record now knows of a person: the last value of each fact. Earlier values stay in the history.</summary>
public sealed record Person
{
    public required string Id { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? CalledName { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>Ten digits.</summary>
    public string? NhsNumber { get; init; }

    public ContactDetailsGiven? Contact { get; init; }

    public SafeContactRulesGiven? Rules { get; init; }

    public NeedsRecorded? Needs { get; init; }

    /// <summary>The day the needs were last asked.</summary>
    public DateOnly? NeedsAskedOn { get; init; }

    public GpPracticeGiven? Gp { get; init; }

    /// <summary>Numbers and addresses the person proved to be theirs.</summary>
    public IReadOnlyList<string> Confirmed { get; init; } = [];

    public bool HasDied { get; init; }

    /// <summary>What records joined with this one say; the stricter binds.</summary>
    public IReadOnlyList<OtherRecordBinds> Bound { get; init; } = [];

    /// <summary>Both here and wherever else the person was asked.</summary>
    public bool MayLeaveVoiceMessage => Rules?.VoiceMessageSafe == true && !Bound.Any(b => b.NoVoiceMessage);

    public bool HomeHeld => Rules?.HomeHeld == true || Bound.Any(b => b.HomeHeld);

    /// <summary>Neutral until the person chose otherwise, in each record.</summary>
    public bool NeutralNameOnly => Rules?.NeutralName != false || Bound.Any(b => b.NeutralName);

    /// <summary>What the person wants to be called; never a guessed title.</summary>
    public string Called => NonEmpty(CalledName) ?? NonEmpty(FirstName) ?? "This person";

    public string FullName => NonEmpty($"{FirstName} {LastName}".Trim()) ?? "Name not known";

    /// <summary>The person of this stream; null when nobody was registered there.</summary>
    public static Person? Of(History history)
    {
        if (history.First<PersonRegistered>() is not { } registered)
            return null;
        var name = history.Last<NameGiven>();
        var needs = history.Recorded<NeedsRecorded>().LastOrDefault();
        return new()
        {
            Id = history.Stream.Id,
            FirstName = name is null ? registered.FirstName : name.FirstName,
            LastName = name is null ? registered.LastName : name.LastName,
            CalledName = name is null ? registered.CalledName : name.CalledName,
            BirthDate = history.Last<BirthDateGiven>()?.BirthDate ?? registered.BirthDate,
            NhsNumber = history.Last<NhsNumberGiven>()?.Number,
            Contact = history.Last<ContactDetailsGiven>(),
            Rules = history.Last<SafeContactRulesGiven>(),
            Needs = needs.Event,
            NeedsAskedOn = needs.Event is null or { NotAsked: true } ? null : London.DayOf(needs.Envelope.At),
            Gp = history.Last<GpPracticeGiven>(),
            Confirmed = [.. history.All<ContactConfirmed>().Select(c => c.Address).OfType<string>().Distinct()],
            HasDied = Death.IsRecorded(history),
            Bound = Joined.Of(history),
        };
    }

    /// <summary>Number or address for a way; null when the person gave none.</summary>
    public string? AddressFor(string way) => NonEmpty(way switch
    {
        Ways.Text => Contact?.Mobile,
        Ways.Call => Contact?.Phone ?? Contact?.Mobile,
        Ways.Email => Contact?.Email,
        Ways.Letter => Contact?.Address,
        _ => null,
    });

    /// <summary>Whether a way may be used: chosen, has an address, and not said to be unsafe. A question not answered counts as no.</summary>
    public bool May(string way) => AddressFor(way) is not null && WhyNot(way) is null;

    /// <summary>The ways that may be used now, text first.</summary>
    public IReadOnlyList<string> SafeWays => [.. Ways.All.Where(May)];

    public bool IsConfirmed(string way) => AddressFor(way) is { } address && Confirmed.Contains(address);

    /// <summary>Why a way may not be used, as staff read it; null when it may.</summary>
    public string? WhyNot(string way) => way switch
    {
        _ when HasDied => "This person has died.",
        _ when Contact is null || !Contact.Chosen.Contains(way) => "Not a way they chose.",
        _ => RuleAgainst(way),
    };

    /// <summary>What they said about safety that speaks against a way, whether they chose it or not; null when nothing does.</summary>
    public string? RuleAgainst(string way) => way switch
    {
        _ when Rules?.Never?.Contains(way) == true => "They said never to use this.",
        _ when Bound.Any(b => b.Never.Contains(way)) => "In their other record they said that this is not safe.",
        Ways.Text when Rules?.TextsSafe != true => "They did not say that texts are safe.",
        Ways.Email when Rules?.EmailSafe != true => "They did not say that e-mail is safe.",
        Ways.Letter when HomeHeld => "Nothing goes to their home until the safeguarding lead has decided.",
        Ways.Letter when Rules?.LetterHomeSafe != true => "They did not say that letters home are safe.",
        _ => null,
    };

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
