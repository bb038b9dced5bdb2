namespace Candour.CareRecord.Referrals;

// How a person lives: what is asked for fairness, work, study, home, earlier diagnoses. On the person's stream, like PersonEvents.cs.

/// <summary>Answers to questions asked for fairness, one page each: an answer not given on that page is absent.</summary>
public sealed record EquityAnswersGiven : Event
{
    /// <summary>List <c>ethnic_category</c>; Z prefers not to say, 99 not known.</summary>
    public string? EthnicCategory { get; init; }

    /// <summary>List <c>person_stated_gender</c>; X not known.</summary>
    public string? Gender { get; init; }

    /// <summary>List <c>gender_identity</c>; Z prefers not to say, X not known.</summary>
    public string? GenderIdentity { get; init; }

    /// <summary>List <c>gender_same_at_birth</c>; Z prefers not to say, X not known.</summary>
    public string? GenderSameAtBirth { get; init; }

    /// <summary>List <c>disability</c>; NN none, ZZ prefers not to say.</summary>
    public IReadOnlyList<string>? Disabilities { get; init; }

    /// <summary>List <c>social_personal_circumstance</c>, religion.</summary>
    public string? Religion { get; init; }

    /// <summary>List <c>social_personal_circumstance</c>, sexual orientation; "not said" when asked and declined: no national code is sent.</summary>
    public string? SexualOrientation { get; init; }

    /// <summary>List <c>ex_british_armed_forces</c>; ZZ prefers not to say, UU not known.</summary>
    public string? ArmedForces { get; init; }

    /// <summary>The day the circumstances were recorded.</summary>
    public required DateOnly RecordedOn { get; init; }

    /// <summary>Why an earlier answer is put right.</summary>
    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "fairness";
}

/// <summary>Another social or personal circumstance than religion and orientation.</summary>
public sealed record CircumstanceRecorded : Event
{
    /// <summary>A SNOMED CT concept, 6 to 18 digits.</summary>
    public required string Concept { get; init; }

    public required DateOnly RecordedOn { get; init; }
}

/// <summary>Work and benefits as they stood on a day.</summary>
public sealed record WorkAnswersGiven : Event
{
    /// <summary>List <c>employment_status</c>; ZZ prefers not to say.</summary>
    public required string EmploymentStatus { get; init; }

    public required DateOnly RecordedOn { get; init; }

    /// <summary>List <c>weekly_hours_worked</c>; 98 not applicable, 99 not known, 97 prefers not to say.</summary>
    public string? WeeklyHours { get; init; }

    public string? SelfEmployed { get; init; }

    /// <summary>Off sick from a job now.</summary>
    public string? OffSick { get; init; }

    public string? StatutorySickPay { get; init; }

    public string? Benefit { get; init; }

    public string? EmploymentSupportAllowance { get; init; }

    public string? UniversalCredit { get; init; }

    public string? PersonalIndependencePayment { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "work";
}

/// <summary>Whether help with work suits the person, and when it was asked for.</summary>
public sealed record EmploymentSupportOffered : Event
{
    /// <summary>List <c>employment_support_suitability</c>.</summary>
    public required string Suitable { get; init; }

    public required DateOnly RecordedOn { get; init; }

    public DateOnly? ReferredOn { get; init; }

    internal override string? Touches => "employment support";
}

/// <summary>Help with work came to its end.</summary>
public sealed record EmploymentSupportEnded : Event
{
    public required DateOnly EndedOn { get; init; }

    internal override string? Touches => "employment support";
}

/// <summary>Where the person studies. List <c>education_establishment</c>: 8 no student, Z prefers not to say, X not known.</summary>
public sealed record StudyAnswerGiven : Event
{
    public required string Establishment { get; init; }

    public required DateOnly RecordedOn { get; init; }

    internal override string? Touches => "study";
}

/// <summary>Where the person lives.</summary>
public sealed record AccommodationRecorded : Event
{
    /// <summary>Two characters of the national list.</summary>
    public required string Accommodation { get; init; }

    /// <summary>List <c>settled_accommodation</c>; Z prefers not to say, 9 not known.</summary>
    public string? Settled { get; init; }

    public required DateOnly RecordedOn { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "accommodation";
}

/// <summary>Overseas visitor charging category. List <c>overseas_visitor_charging</c>; 9 not known.</summary>
public sealed record ChargingCategoryRecorded : Event
{
    public required string Category { get; init; }

    public DateOnly? AppliesFrom { get; init; }

    internal override string? Touches => "charging";
}

/// <summary>A diagnosis made before, as the person or their GP says.</summary>
public sealed record PreviousDiagnosisRecorded : Event
{
    /// <summary>List <c>diagnosis_scheme</c>: 02 ICD-10, 06 SNOMED CT.</summary>
    public required string Scheme { get; init; }

    public required string Diagnosis { get; init; }

    public DateOnly? DiagnosedOn { get; init; }
}

/// <summary>A care cluster, where another service assigned one. Candour never assigns any.</summary>
public sealed record CareClusterRecorded : Event
{
    /// <summary>List <c>care_cluster</c>.</summary>
    public required string Cluster { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>HH:MM:SS.</summary>
    public string? FromTime { get; init; }

    public DateOnly? Until { get; init; }

    public string? UntilTime { get; init; }
}
