namespace Candour.CareRecord.Policies;

/// <summary>
/// The settings a service has, each with the value it starts with. "Inferred" and "general knowledge" rules of the
/// specification live here as dated data, never in code.
/// </summary>
public static class PolicyNames
{
    /// <summary>Opening hours by day of the week: <c>mon 09:00-17:00; tue 09:00-17:00; …</c>.</summary>
    public const string OpeningHours = "opening-hours";

    /// <summary>Days closed: <c>2026-12-25 2026-12-28</c>. Each setting adds to those before.</summary>
    public const string ClosedDays = "closed-days";

    /// <summary>Youngest age served, in whole years.</summary>
    public const string YoungestAge = "youngest-age";

    public const string Area = "area";

    public const string Phone = "phone";

    public const string ClinicalLead = "clinical-lead";

    public const string Supervisor = "supervisor";

    /// <summary>Staff id of the safeguarding lead.</summary>
    public const string SafeguardingLead = "safeguarding-lead";

    /// <summary>The number on which the safeguarding lead is called at once.</summary>
    public const string SafeguardingPhone = "safeguarding-phone";

    /// <summary>Working days until a safeguarding concern has been taken up; never more than 1.</summary>
    public const string SafeguardingDays = "safeguarding-days";

    /// <summary>Minutes to the first look at a risk answer; never above the floor of 60.</summary>
    public const string FirstLookMinutes = "first-look-minutes";

    /// <summary>Days of notice before care ends; never below the floor of 14.</summary>
    public const string NoticeDays = "notice-days";

    /// <summary>Days without reply before closing may be decided; never below the floor of 21.</summary>
    public const string NoReplyDays = "no-reply-days";

    /// <summary>Where "Leave this page" goes.</summary>
    public const string LeaveTo = "leave-to";

    /// <summary>Whether questionnaires may be answered at home: needs hours, a rota and a clinical lead.</summary>
    public const string HomeQuestionnaires = "home-questionnaires";

    /// <summary>The day the crisis numbers were last checked, yyyy-MM-dd; red after 90 days.</summary>
    public const string CrisisChecked = "crisis-checked";

    /// <summary>Service for people too young: name and telephone.</summary>
    public const string YoungPeople = "young-people";

    /// <summary>Line for people hurt by someone: name and telephone.</summary>
    public const string DomesticAbuse = "domestic-abuse";

    /// <summary>GP practices of the area, one a line: code, name, postcode.</summary>
    public const string Practices = "practices";

    /// <summary>Code of the commissioner most referrals are for, 3 to 5 characters.</summary>
    public const string Commissioner = "commissioner";

    /// <summary>Services of other areas, one a line: beginning of a postcode, name, telephone.</summary>
    public const string Neighbours = "neighbours";

    /// <summary>
    /// Clinicians whose free hours people may choose for their first talk themselves when they reply: staff ids or e-mail addresses,
    /// with blanks between. Empty: nobody books by themselves, we call.
    /// </summary>
    public const string FirstTalksWith = "first-talks-with";

    /// <summary>How people join an appointment by video, in sentences; shown beside the appointment.</summary>
    public const string JoinByVideo = "join-by-video";

    /// <summary>Where people come for an appointment face to face, in sentences; shown beside the appointment.</summary>
    public const string WhereToCome = "where-to-come";

    /// <summary>Months after which a person's needs are asked again.</summary>
    public const string NeedsReviewMonths = "needs-review-months";

    /// <summary>Every setting, in alphabetical order.</summary>
    public static IEnumerable<string> All => Defaults.Keys.Order(StringComparer.Ordinal);

    internal static IReadOnlyDictionary<string, string> Defaults { get; } = new Dictionary<string, string>
    {
        [OpeningHours] = "mon 09:00-17:00; tue 09:00-17:00; wed 09:00-17:00; thu 09:00-17:00; fri 09:00-17:00",
        [ClosedDays] = "",
        [YoungestAge] = "16",
        [Area] = "",
        [Phone] = "",
        [ClinicalLead] = "",
        [Supervisor] = "",
        [SafeguardingLead] = "",
        [SafeguardingPhone] = "",
        [SafeguardingDays] = "1",
        [FirstLookMinutes] = "60",
        [NoticeDays] = "14",
        [NoReplyDays] = "21",
        [LeaveTo] = "https://www.bbc.co.uk/weather",
        [HomeQuestionnaires] = "no",
        [CrisisChecked] = "",
        [YoungPeople] = "",
        [DomesticAbuse] = "National Domestic Abuse Helpline, 0808 2000 247",
        [Practices] = "",
        [Commissioner] = "",
        [Neighbours] = "",
        [FirstTalksWith] = "",
        [JoinByVideo] = "",
        [WhereToCome] = "",
        [NeedsReviewMonths] = "12",
    };
}
