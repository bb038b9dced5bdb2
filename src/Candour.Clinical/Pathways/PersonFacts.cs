namespace Candour.Clinical.Pathways;

/// <summary>
/// What is known of the person on a day, in national codes. Null is "not asked"; "not known" and "prefers not to say" have
/// codes of their own. No name, no address, no NHS number: figures need none.
/// </summary>
public readonly record struct PersonFacts
{
    /// <summary>The person within the provider; in national use the pseudonym.</summary>
    public string Id { get; init; }

    /// <summary>The day on which this was the state of knowledge.</summary>
    public DateOnly AsKnownOn { get; init; }

    public DateOnly? BirthDate { get; init; }

    public DateOnly? DeathDate { get; init; }

    public string? NhsNumberStatus { get; init; }

    public string? Gender { get; init; }

    public string? GenderIdentity { get; init; }

    public string? GenderSameAtBirth { get; init; }

    public string? EthnicCategory { get; init; }

    public string? EthnicCategory2021 { get; init; }

    public string? ExArmedForces { get; init; }

    public string? PreferredLanguage { get; init; }

    public string? EducationEstablishment { get; init; }

    public string? OverseasCharging { get; init; }

    /// <summary>Small area of residence (LSOA), looked up from the postcode.</summary>
    public string? SmallArea { get; init; }

    /// <summary>1 most deprived to 10 least; null when the postcode is unknown.</summary>
    public int? DeprivationDecile { get; init; }

    public string? LocalAuthority { get; init; }

    public string? SubIcbOfResidence { get; init; }

    /// <summary>General practice registered with on the day.</summary>
    public string? Practice { get; init; }

    public string? SubIcbOfPractice { get; init; }

    /// <summary>Whole years on a day, birthdays passed; a birthday of 29 February passes on 1 March. Null when unknown.</summary>
    public int? AgeOn(DateOnly day)
    {
        if (BirthDate is not { } born)
            return null;
        var years = day.Year - born.Year;
        return (day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }
}

/// <summary>Disability, previous diagnosis, long-term condition, social circumstance, care cluster, accommodation …</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Code">National code.</param>
/// <param name="Scheme">Scheme in use where the table names one.</param>
/// <param name="Day">Day recorded, diagnosed or begun; null when not given.</param>
/// <param name="End">Day ended; null: still, or not given.</param>
/// <param name="Settled">Settled accommodation indicator; else null.</param>
public readonly record struct PersonFact(
    PersonFactKind Kind, string Code, string? Scheme = null, DateOnly? Day = null, DateOnly? End = null, string? Settled = null);

/// <summary>What a <see cref="PersonFact"/> is about.</summary>
public enum PersonFactKind
{
    Disability,
    LongTermCondition,
    PreviousDiagnosis,
    Circumstance,
    CareCluster,
    Accommodation,
    PracticeRegistration,
    OverseasCharging,
}

/// <summary>Another record of the same person, joined by two people's decision; undone when <paramref name="Undone"/> is set.</summary>
public readonly record struct PersonLink(string OtherPersonId, Moment Joined, Moment? Undone = null);

/// <summary>Another referral of the same person, here or elsewhere: what repeat referrals are counted from.</summary>
public readonly record struct OtherReferral(string Id, string Provider, DateOnly Received, DateOnly? Discharged, bool Finished);
