using Candour.CareRecord.Appointments;

namespace Candour.CareRecord.Referrals;

/// <summary>A referral came. The wait counts from <see cref="ReceivedOn"/> and nothing ever moves it.</summary>
public sealed record ReferralReceived : Event
{
    public required string Person { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>List <c>source_of_referral</c>: B1 self, B2 carer, A1 GP …</summary>
    public required string Source { get; init; }

    /// <summary>Commissioner code, 3 to 5 characters.</summary>
    public required string Commissioner { get; init; }

    public required CameBy CameBy { get; init; }

    public required FilledBy FilledBy { get; init; }

    /// <summary>Whole years on the day received; absent when the birth date is not known.</summary>
    public int? Age { get; init; }

    public bool OutsideArea { get; init; }

    /// <summary>Not confirmed yet: somebody else sent it, and neither the person nor the sender has been reached.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>For someone else: whether they know of it.</summary>
    public bool? TheyKnow { get; init; }

    /// <summary>No way they gave is safe to use; they said that they will call us.</summary>
    public bool WillCallUs { get; init; }

    /// <summary>Answer to "Are you safe right now?"; absent when not asked.</summary>
    public SafeNow? SafeNow { get; init; }

    /// <summary>Whoever referred wrote of a worry about safety today; its words stand on the task. Absent: they wrote of none.</summary>
    public bool? WorryTold { get; init; }

    /// <summary>Answer to "thoughts of ending your life in the last 2 weeks?"; absent when not asked.</summary>
    public ThoughtsOfEnding? ThoughtsOfEnding { get; init; }

    /// <summary>Answer to "Is anyone hurting you?"; absent when not answered.</summary>
    public BeingHurt? BeingHurt { get; init; }

    /// <summary>Codes of <see cref="HelpCodes"/>; absent when not answered.</summary>
    public IReadOnlyList<string>? HelpNow { get; init; }

    /// <summary>Days and times that suit: mon…sun, morning, afternoon, evening.</summary>
    public IReadOnlyList<string>? Times { get; init; }

    /// <summary>phone, video, face to face, typed.</summary>
    public IReadOnlyList<string>? Mediums { get; init; }

    /// <summary>man, woman, none; absent when not answered.</summary>
    public string? TherapistWish { get; init; }

    /// <summary>What they would like help with, in their words.</summary>
    [Words]
    public string? InOwnWords { get; init; }

    /// <summary>Referrer and their words, when somebody else referred.</summary>
    [Words]
    public string? ReferrerWords { get; init; }

    /// <summary>Name and organisation of the referrer.</summary>
    [Identity]
    public string? Referrer { get; init; }

    /// <summary>Why it was entered more than 24 hours after it came; absent when it was not.</summary>
    public WhyLate? EnteredLate { get; init; }
}

/// <summary>The referral was confirmed: by the person from their own address, by a call, or by what they told a member of staff.</summary>
public sealed record ReferralConfirmed : Event
{
    /// <summary>link, call or staff.</summary>
    public required string How { get; init; }
}

/// <summary>When it began, as the person remembers.</summary>
public sealed record OnsetGiven : Event
{
    /// <summary>YYYY-MM; absent when asked and not known.</summary>
    public string? Month { get; init; }

    /// <summary>List <c>previous_diagnosed_condition</c>: Y, N, U not known, Z prefers not to say.</summary>
    public string? HadBefore { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "onset";
}

/// <summary>Long-term physical conditions, whole. One code 748031000000103: asked, none.</summary>
public sealed record LongTermConditionsGiven : Event
{
    /// <summary>List <c>finding_scheme</c>: 01 ICD-10, 04 SNOMED CT.</summary>
    public required string Scheme { get; init; }

    public required IReadOnlyList<string> Conditions { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "long-term conditions";
}

/// <summary>The commissioner was put right.</summary>
public sealed record CommissionerGiven : Event
{
    public required string Commissioner { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "commissioner";
}

/// <summary>The source of the referral was put right.</summary>
public sealed record ReferralSourceGiven : Event
{
    /// <summary>List <c>source_of_referral</c>.</summary>
    public required string Source { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "source";
}

/// <summary>The person was referred on to another organisation.</summary>
public sealed record OnwardReferralMade : Event
{
    public required DateOnly MadeOn { get; init; }

    /// <summary>HH:MM:SS.</summary>
    public string? MadeAtTime { get; init; }

    /// <summary>List <c>onward_referral_reason</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Organisation code, 3 to 5 characters.</summary>
    public string? Receiving { get; init; }

    [Words]
    public string? Words { get; init; }
}

/// <summary>Why the person is not ready now. Shown beside the wait; the wait never stops.</summary>
public sealed record NotReadyRecorded : Event
{
    /// <summary>At most 5 characters, unique in the referral.</summary>
    public required string Pause { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>List <c>pause_reason</c>.</summary>
    public required string Reason { get; init; }

    [Words]
    public string? InTheirWords { get; init; }
}

/// <summary>The person is ready again.</summary>
public sealed record ReadyAgain : Event
{
    public required string Pause { get; init; }

    public required DateOnly On { get; init; }
}

/// <summary>How a referral reached us.</summary>
public enum CameBy
{
    Web,
    Telephone,
    Letter,
    Email,
    InPerson,
    ProfessionalForm,
}

/// <summary>"Are you safe right now?"</summary>
public enum SafeNow
{
    Yes,
    NotSure,
    NeedsHelpToday,
}

/// <summary>"Have you had thoughts of ending your life in the last 2 weeks?"</summary>
public enum ThoughtsOfEnding
{
    No,
    Sometimes,
    Often,
    RatherNotSay,
}

/// <summary>"Is anyone hurting you or making you afraid?"</summary>
public enum BeingHurt
{
    No,
    Yes,
    RatherTalk,
}

/// <summary>
/// The person was here less than six months ago and was closed for no reply: this wait goes on from that one's first day.
/// They are told only after a link and their birth date.
/// </summary>
public sealed record WaitGoesOn : Event
{
    /// <summary>The earlier referral.</summary>
    public required string Earlier { get; init; }

    public required DateOnly CountsFrom { get; init; }
}

/// <summary>On the service's stream: somebody too young was shown where to go. Nothing else of them is kept.</summary>
public sealed record TooYoungShownElsewhere : Event
{
    public required int YoungestAge { get; init; }
}

/// <summary>
/// On the service's stream: somebody said they were not safe and stopped before giving any way to reach them. Help was on
/// their screen; nobody could follow. Counted, so that it is not forgotten.
/// </summary>
public sealed record DangerWithoutAddress : Event
{
    public required SafeNow SafeNow { get; init; }
}
