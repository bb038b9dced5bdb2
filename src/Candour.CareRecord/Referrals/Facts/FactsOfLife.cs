namespace Candour.CareRecord.Referrals.Facts;

/// <summary>Facts on the person's stream about their life: asked for fairness or for the national data set, never a condition of care.</summary>
public static class FactsOfLife
{
    private const string Identity = "identity";

    public static Fact Fairness { get; } = new Fact<EquityAnswersGiven>(
        "about-you", "Questions asked for fairness", Identity, false,
        [
            new("disabilities", "Disability", FieldKind.Codes, "disability"),
            new("ethnic", "Ethnic group", FieldKind.Code, "ethnic_category"),
            new("gender", "Male or female, as they say", FieldKind.Code, "person_stated_gender") { Asked = "Are you male or female?" },
            new("identity", "Gender, as they describe it", FieldKind.Code, "gender_identity") { Asked = "How do you describe your gender?" },
            new("same", "Gender the same as given at birth", FieldKind.Code, "gender_same_at_birth") { Asked = "Is that the same as you were given at birth?" },
            new("religion", "Religion", FieldKind.Code, "social_personal_circumstance") { Group = "religion" },
            new("orientation", "Sexual orientation", FieldKind.Code, "social_personal_circumstance") { Group = "sexual orientation" },
            new("forces", "Served in the armed forces", FieldKind.Code, "ex_british_armed_forces"),
        ],
        i => new()
        {
            Disabilities = i.Many("disabilities") is { Count: > 0 } ? i.Codes("disabilities", "disability") : null,
            EthnicCategory = i.Code("ethnic", "ethnic_category"), Gender = i.Code("gender", "person_stated_gender"),
            GenderIdentity = i.Code("identity", "gender_identity"), GenderSameAtBirth = i.Code("same", "gender_same_at_birth"),
            Religion = i.Code("religion", "social_personal_circumstance"), SexualOrientation = i.Code("orientation", "social_personal_circumstance"),
            ArmedForces = i.Code("forces", "ex_british_armed_forces"), RecordedOn = i.Today, Why = i.Why,
        },
        f => [f.Disabilities, f.EthnicCategory, f.Gender, f.GenderIdentity, f.GenderSameAtBirth, f.Religion, f.SexualOrientation, f.ArmedForces]);

    public static Fact Work { get; } = new Fact<WorkAnswersGiven>(
        "work", "Work and benefits", Identity, false,
        [
            new("status", "Work", FieldKind.Code, "employment_status", Needed: true),
            new("on", "As it was on", FieldKind.Day, Needed: true),
            new("hours", "Hours a week", FieldKind.Code, "weekly_hours_worked"),
            new("self", "Self-employed", FieldKind.Code, "self_employed"),
            new("sick", "Off sick now", FieldKind.Code, "sickness_absence"),
            new("ssp", "Statutory sick pay", FieldKind.Code, "statutory_sick_pay"),
            new("benefit", "Any benefit", FieldKind.Code, "benefit_receipt"),
            new("esa", "Employment and Support Allowance", FieldKind.Code, "benefit_receipt"),
            new("uc", "Universal Credit", FieldKind.Code, "benefit_receipt"),
            new("pip", "Personal Independence Payment", FieldKind.Code, "benefit_receipt"),
        ],
        i => new()
        {
            EmploymentStatus = i.Code("status", "employment_status") ?? "", RecordedOn = i.Day("on") ?? i.Today,
            WeeklyHours = i.Code("hours", "weekly_hours_worked"), SelfEmployed = i.Code("self", "self_employed"), OffSick = i.Code("sick", "sickness_absence"),
            StatutorySickPay = i.Code("ssp", "statutory_sick_pay"), Benefit = i.Code("benefit", "benefit_receipt"),
            EmploymentSupportAllowance = i.Code("esa", "benefit_receipt"), UniversalCredit = i.Code("uc", "benefit_receipt"),
            PersonalIndependencePayment = i.Code("pip", "benefit_receipt"), Why = i.Why,
        },
        f =>
        [
            f.EmploymentStatus, f.RecordedOn, f.WeeklyHours, f.SelfEmployed, f.OffSick, f.StatutorySickPay, f.Benefit, f.EmploymentSupportAllowance,
            f.UniversalCredit, f.PersonalIndependencePayment,
        ])
    { Repeats = true, When = f => f.RecordedOn };

    public static Fact Study { get; } = new Fact<StudyAnswerGiven>(
        "study", "Studying", Identity, false,
        [new("where", "Where they study", FieldKind.Code, "education_establishment", Needed: true)],
        i => new() { Establishment = i.Code("where", "education_establishment") ?? "", RecordedOn = i.Today },
        f => [f.Establishment]) { Repeats = true };

    public static Fact Accommodation { get; } = new Fact<AccommodationRecorded>(
        "home", "Where they live", Identity, false,
        [
            new("kind", "Accommodation", FieldKind.Code, "accommodation_type", Needed: true, Hint: "Two characters of the national list"),
            new("settled", "Settled", FieldKind.Code, "settled_accommodation"),
            new("on", "Recorded on", FieldKind.Day, Needed: true),
            new("from", "Since", FieldKind.Day),
            new("until", "Until", FieldKind.Day),
        ],
        i => new()
        {
            Accommodation = i.Code("kind", "accommodation_type") ?? "", Settled = i.Code("settled", "settled_accommodation"),
            RecordedOn = i.Day("on") ?? i.Today, From = i.Day("from"), Until = i.Day("until"), Why = i.Why,
        },
        f => [f.Accommodation, f.Settled, f.RecordedOn, f.From, f.Until]) { Repeats = true, When = f => f.RecordedOn };

    public static Fact Circumstance { get; } = new Fact<CircumstanceRecorded>(
        "circumstance", "Other circumstances", Identity, false,
        [
            new("concept", "SNOMED CT concept", FieldKind.Code, "social_personal_circumstance", Needed: true),
            new("on", "Recorded on", FieldKind.Day, Needed: true),
        ],
        i => new() { Concept = i.Code("concept", "social_personal_circumstance") ?? "", RecordedOn = i.Day("on") ?? i.Today },
        f => [f.Concept, f.RecordedOn]) { Repeats = true, When = f => f.RecordedOn };

    public static Fact Charging { get; } = new Fact<ChargingCategoryRecorded>(
        "charging", "Overseas visitor charging", Identity, false,
        [
            new("category", "Category", FieldKind.Code, "overseas_visitor_charging", Needed: true),
            new("from", "Applies from", FieldKind.Day),
        ],
        i => new() { Category = i.Code("category", "overseas_visitor_charging") ?? "", AppliesFrom = i.Day("from") },
        f => [f.Category, f.AppliesFrom]) { Repeats = true };

    public static Fact PreviousDiagnosis { get; } = new Fact<PreviousDiagnosisRecorded>(
        "diagnosis", "Diagnoses made before", Identity, false,
        [
            new("scheme", "Scheme", FieldKind.Code, "diagnosis_scheme", Needed: true),
            new("code", "Code", FieldKind.Text, Needed: true),
            new("on", "Day of the diagnosis", FieldKind.Day),
        ],
        i =>
        {
            var code = i.Text("code") ?? "";
            if (code.Length is < 4 or > 18)
                i.Fail("code", "Enter a code of 4 to 18 characters");
            return new() { Scheme = i.Code("scheme", "diagnosis_scheme") ?? "", Diagnosis = code, DiagnosedOn = i.Day("on") };
        },
        f => [f.Scheme, f.Diagnosis, f.DiagnosedOn]) { Repeats = true };

    public static Fact CareCluster { get; } = new Fact<CareClusterRecorded>(
        "cluster", "Care cluster given elsewhere", Identity, false,
        [
            new("cluster", "Cluster", FieldKind.Code, "care_cluster", Needed: true),
            new("from", "From", FieldKind.Day, Needed: true),
            new("fromtime", "From, time", FieldKind.Time),
            new("until", "Until", FieldKind.Day),
            new("untiltime", "Until, time", FieldKind.Time),
        ],
        i => new()
        {
            Cluster = i.Code("cluster", "care_cluster") ?? "", From = i.Day("from") ?? i.Today, FromTime = i.Time("fromtime"), Until = i.Day("until"),
            UntilTime = i.Time("untiltime"),
        },
        f => [f.Cluster, f.From, f.FromTime, f.Until, f.UntilTime]) { Repeats = true };

    public static Fact EmploymentSupport { get; } = new Fact<EmploymentSupportOffered>(
        "work-help", "Help with work", Identity, false,
        [
            new("suitable", "Suits them", FieldKind.Code, "employment_support_suitability", Needed: true),
            new("referred", "Asked for on", FieldKind.Day),
        ],
        i =>
        {
            var made = new EmploymentSupportOffered
            {
                Suitable = i.Code("suitable", "employment_support_suitability") ?? "", ReferredOn = i.Day("referred"), RecordedOn = i.Today,
            };
            if (made.Suitable == "Y" && made.ReferredOn is null)
                i.Fail("referred", "Enter the day on which it was asked for");
            if (made.Suitable != "Y" && made.ReferredOn is not null)
                i.Fail("suitable", "It was asked for, so it suits them. Choose yes, or take the day away");
            return made;
        },
        f => [f.Suitable, f.ReferredOn]) { Repeats = true };

    public static Fact EmploymentSupportEnd { get; } = new Fact<EmploymentSupportEnded>(
        "work-help-end", "Help with work ended", Identity, false,
        [new("on", "Ended on", FieldKind.Day, Needed: true)],
        i => new() { EndedOn = i.Day("on") ?? i.Today },
        f => [f.EndedOn]) { Repeats = true, When = f => f.EndedOn };

    public static IReadOnlyList<Fact> All { get; } =
    [
        Fairness, Work, Study, Accommodation, Circumstance, Charging, PreviousDiagnosis, CareCluster, EmploymentSupport, EmploymentSupportEnd,
    ];
}
