using Candour.Clinical;

namespace Candour.CareRecord;

/// <summary>
/// Something that happened, in the past tense: a sealed record with flat <c>required init</c> properties of the types
/// string, bool, int, long, DateOnly, <see cref="Moment"/>, enum, their nullables, and lists of string or int.
/// Add optional properties; never rename or remove one. The name of the type is the name in the record.
/// Free text carries <see cref="WordsAttribute"/>, names, numbers and addresses <see cref="IdentityAttribute"/>: those
/// parts can be erased alone. Everything else is core: coded values that measures need.
/// </summary>
public abstract record Event
{
    /// <summary>
    /// What the event is about within its stream ("appointment/7K…", "plan", "discharge"): a write on an older version is
    /// refused as "someone changed this" only when a later event touches the same thing. Null: never in anybody's way.
    /// </summary>
    internal virtual string? Touches => null;

    /// <summary>The number of the event type's shape; raised when old shapes have to be lifted.</summary>
    internal virtual int Schema => 1;
}

/// <summary>Free text: stored as the erasable part <c>words</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordsAttribute : Attribute;

/// <summary>Name, number or address of a person: stored as the erasable part <c>identity</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentityAttribute : Attribute;

/// <summary>A stream: its kind (one of <see cref="Streams"/>) and the opaque id of what it is about.</summary>
public readonly record struct StreamId(string Kind, string Id)
{
    public override string ToString() => $"{Kind}/{Id}";

    public static StreamId Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 1 ? throw new FormatException($"'{text}' is not a stream.") : new(text[..slash], text[(slash + 1)..]);
    }
}

/// <summary>The kinds of stream.</summary>
public static class Streams
{
    public static StreamId Person(string id) => new("person", id);

    public static StreamId Referral(string id) => new("referral", id);

    /// <summary>One administration of a set of questionnaires: issued, opened, each answer, submitted.</summary>
    public static StreamId Questionnaire(string id) => new("questionnaire", id);

    public static StreamId Staff(string id) => new("staff", id);

    /// <summary>One link sent to one person: issued, wrong birth dates, opened, spent.</summary>
    public static StreamId Link(string id) => new("link", id);

    /// <summary>One message: queued, handed over, delivered, bounced, cancelled.</summary>
    public static StreamId Message(string id) => new("message", id);

    /// <summary>One picture and nothing else: it is read only to be shown.</summary>
    public static StreamId Picture(string id) => new("picture", id);

    /// <summary>One safeguarding concern: restricted, and read by no page of the person and no letter.</summary>
    public static StreamId Safeguarding(string id) => new("safeguarding", id);

    /// <summary>One complaint: kept apart from the person's care, and read by no page of the pathway.</summary>
    public static StreamId Complaint(string id) => new("complaint", id);

    /// <summary>Two people who may be one: the same stream whichever is named first.</summary>
    public static StreamId Pair(string personA, string personB) => string.CompareOrdinal(personA, personB) < 0
        ? new("pair", $"{personA}-{personB}")
        : new("pair", $"{personB}-{personA}");

    /// <summary>The dated settings of the service.</summary>
    public static StreamId Policy { get; } = new("policy", "policy");

    /// <summary>The service itself: opened, hourly commitments of views.</summary>
    public static StreamId Service { get; } = new("service", "service");
}

/// <summary>What surrounds every event: where it stands, who wrote it, how, and when.</summary>
public sealed record Envelope
{
    public required StreamId Stream { get; init; }

    /// <summary>1, 2, 3 … within the stream, without gaps.</summary>
    public required int Sequence { get; init; }

    public required string Type { get; init; }

    public required By By { get; init; }

    /// <summary>When the browser or device says it happened; null where it says nothing.</summary>
    public Moment? ClientTime { get; init; }

    /// <summary>Server time. Within a stream it never goes back.</summary>
    public required Moment At { get; init; }

    /// <summary>True when the server's clock showed an earlier time than the stream's last event.</summary>
    public bool ClockWentBack { get; init; }

    public required string CommandId { get; init; }
}

/// <summary>Who did it: staff id, person id or "system"; in which role; on which device; on whose behalf.</summary>
public sealed record By(string Actor, string Role, string? Device = null, string? OnBehalfOf = null)
{
    /// <summary>A background process of the service itself.</summary>
    public static By Worker { get; } = new("system", Roles.Worker);
}

/// <summary>Role names, exactly as in the permissions table.</summary>
public static class Roles
{
    public const string Patient = "patient";
    public const string Proxy = "proxy";
    public const string Administrator = "administrator";
    public const string Pwp = "pwp";
    public const string PwpTrainee = "pwp_trainee";
    public const string HighIntensity = "hi_therapist";
    public const string Supervisor = "supervisor";
    public const string EmploymentAdviser = "employment_adviser";
    public const string SafeguardingLead = "safeguarding_lead";
    public const string ClinicalLead = "clinical_lead";
    public const string ServiceLead = "service_lead";
    public const string DataManager = "data_manager";
    public const string PrivacyOfficer = "privacy_officer";
    public const string AccountAdmin = "account_admin";
    public const string Public = "public";
    public const string Worker = "worker";
}

/// <summary>An event as it stands in the record.</summary>
public sealed record Recorded(Envelope Envelope, Event Event);
