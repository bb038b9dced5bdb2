namespace Candour.CareRecord.Referrals;

// Who a person is, how to reach them safely, what they need. All on the person's stream; each a dated fact, the last one holds.
// A national code a person was never asked for is absent; "not known" and "prefers not to say" are codes of their own.

/// <summary>A person came to this service for the first time. The birth date may be unknown only when a worry came first.</summary>
public sealed record PersonRegistered : Event
{
    [Identity]
    public string? FirstName { get; init; }

    [Identity]
    public string? LastName { get; init; }

    /// <summary>What they want to be called; absent: the first name.</summary>
    [Identity]
    public string? CalledName { get; init; }

    [Identity]
    public DateOnly? BirthDate { get; init; }

    public required FilledBy FilledBy { get; init; }
}

/// <summary>A name was put right or changed.</summary>
public sealed record NameGiven : Event
{
    [Identity]
    public string? FirstName { get; init; }

    [Identity]
    public string? LastName { get; init; }

    [Identity]
    public string? CalledName { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "name";
}

/// <summary>A birth date was put right.</summary>
public sealed record BirthDateGiven : Event
{
    [Identity]
    public DateOnly? BirthDate { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "birth date";
}

/// <summary>An NHS number, or that there is none, with how far it has been traced.</summary>
public sealed record NhsNumberGiven : Event
{
    /// <summary>Ten digits; absent when the person has none or it was withdrawn.</summary>
    [Identity]
    public string? Number { get; init; }

    /// <summary>Code of list <c>nhs_number_status</c>.</summary>
    public required string Status { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "nhs number";
}

/// <summary>Every way to reach a person, whole: a way left out is a way they no longer give.</summary>
public sealed record ContactDetailsGiven : Event
{
    /// <summary>The ways they chose: <see cref="Ways"/>.</summary>
    public required IReadOnlyList<string> Chosen { get; init; }

    /// <summary>Mobile number for texts, digits with + or leading 0.</summary>
    [Identity]
    public string? Mobile { get; init; }

    /// <summary>Number for calls; may equal the mobile.</summary>
    [Identity]
    public string? Phone { get; init; }

    [Identity]
    public string? Email { get; init; }

    /// <summary>Lines of the postal address, without the postcode.</summary>
    [Identity]
    public string? Address { get; init; }

    /// <summary>Upper case with one space: NM1 4AB. ZZ99 codes where there is no fixed address.</summary>
    [Identity]
    public string? Postcode { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "contact details";
}

/// <summary>The person proved that a number or address is theirs, by a code sent to it. Only then may a private link go there.</summary>
public sealed record ContactConfirmed : Event
{
    /// <summary>One of <see cref="Ways"/>.</summary>
    public required string Way { get; init; }

    [Identity]
    public string? Address { get; init; }
}

/// <summary>What is safe. A question never answered counts as no.</summary>
public sealed record SafeContactRulesGiven : Event
{
    public bool? VoiceMessageSafe { get; init; }

    /// <summary>Texts that others may see.</summary>
    public bool? TextsSafe { get; init; }

    public bool? LetterHomeSafe { get; init; }

    public bool? EmailSafe { get; init; }

    /// <summary>Ways never to be used for this person whatever else is said: <see cref="Ways"/>.</summary>
    public IReadOnlyList<string>? Never { get; init; }

    /// <summary>True: say only the neutral name of the service. Neutral until the person chose otherwise.</summary>
    public required bool NeutralName { get; init; }

    /// <summary>The clock time, HH:mm in England, from which texts and e-mails may arrive; absent: at any time but the quiet hours.</summary>
    public string? MessagesFrom { get; init; }

    /// <summary>The clock time, HH:mm in England, from which they may arrive no more that day.</summary>
    public string? MessagesUntil { get; init; }

    /// <summary>Hours in which to call, in the person's words.</summary>
    [Words]
    public string? Hours { get; init; }

    /// <summary>Somebody may be hurting them: nothing goes to their home until a person here has decided.</summary>
    public bool HomeHeld { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "safe contact";
}

/// <summary>What the person needs to talk with us easily, asked on this day. An empty list: asked, and nothing is needed.</summary>
public sealed record NeedsRecorded : Event
{
    /// <summary>Codes of <see cref="NeedCodes"/>.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>ISO 639-1 or q1 to q5: the language an interpreter is needed for, or the preferred one.</summary>
    public string? Language { get; init; }

    [Words]
    public string? SomethingElse { get; init; }

    /// <summary>When to check again.</summary>
    public required DateOnly ReviewOn { get; init; }

    internal override string? Touches => "needs";
}

/// <summary>The language the person likes best, asked apart from any need of an interpreter.</summary>
public sealed record PreferredLanguageGiven : Event
{
    /// <summary>ISO 639-1, or q1 to q5.</summary>
    public required string Language { get; init; }

    internal override string? Touches => "language";
}

/// <summary>The GP surgery a person is registered with, or that they have none.</summary>
public sealed record GpPracticeGiven : Event
{
    /// <summary>Six characters; V81997 no surgery, V81999 not known.</summary>
    public required string Practice { get; init; }

    [Identity]
    public string? Name { get; init; }

    public DateOnly? RegisteredFrom { get; init; }

    public DateOnly? RegisteredUntil { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "gp";
}

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
}

/// <summary>Help with work came to its end.</summary>
public sealed record EmploymentSupportEnded : Event
{
    public required DateOnly EndedOn { get; init; }
}

/// <summary>Where the person studies. List <c>education_establishment</c>: 8 no student, Z prefers not to say, X not known.</summary>
public sealed record StudyAnswerGiven : Event
{
    public required string Establishment { get; init; }

    public required DateOnly RecordedOn { get; init; }
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
}

/// <summary>Overseas visitor charging category. List <c>overseas_visitor_charging</c>; 9 not known.</summary>
public sealed record ChargingCategoryRecorded : Event
{
    public required string Category { get; init; }

    public DateOnly? AppliesFrom { get; init; }
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

/// <summary>The person has died. Stops every message, form, notice and follow-up in the same transaction.</summary>
public sealed record DeathRecorded : Event
{
    /// <summary>Absent: the day is not known.</summary>
    public DateOnly? DiedOn { get; init; }

    /// <summary>Who told us.</summary>
    [Words]
    public string? ToldBy { get; init; }

    internal override string? Touches => "death";
}

/// <summary>The death was recorded in error. Nothing that was stopped goes out by itself.</summary>
public sealed record DeathWithdrawn : Event
{
    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "death";
}

/// <summary>Who is filling in a form.</summary>
public enum FilledBy
{
    Me,
    MeWithHelp,
    Carer,
    Interpreter,
    Staff,
}
