using Candour.Clinical;

namespace Candour.CareRecord.Consent;

/// <summary>The four ways of consent, each counted.</summary>
public enum SignedHow
{
    ByLink,
    InTheRoom,
    AloudByTelephone,
    OnPaper,
}

/// <summary>A plan for a named treatment, put before the person. A changed plan is another proposal.</summary>
public sealed record PlanProposed : Event
{
    /// <summary>The plan's id.</summary>
    public required string Plan { get; init; }

    /// <summary>SNOMED CT code of the treatment, list therapy_type.</summary>
    public required string Therapy { get; init; }

    /// <summary>2 or 3.</summary>
    public required int Step { get; init; }

    /// <summary>Sessions promised, 1 to 60.</summary>
    public required int Sessions { get; init; }

    /// <summary>Minutes a session.</summary>
    public int? Minutes { get; init; }

    /// <summary>List consultation_mechanism.</summary>
    public string? Medium { get; init; }

    /// <summary>Staff id of who will give it; null: not yet known.</summary>
    public string? Clinician { get; init; }

    /// <summary>Code of the main problem it is made for.</summary>
    public string? Problem { get; init; }

    /// <summary>Guidance does not name it; why it is right here.</summary>
    [Words]
    public string? AgainstGuidance { get; init; }

    /// <summary>Guidance does not name it: nobody can sign before a supervisor has agreed.</summary>
    public bool NeedsSupervisor { get; init; }

    /// <summary>What guidance suggests, where the plan promises less; the person is told both.</summary>
    public string? Suggested { get; init; }

    /// <summary>What the clinician is, as the person reads it: a change of it asks again.</summary>
    public string? ClinicianTitle { get; init; }

    /// <summary>The first day of the wording of the treatment that was put before the person.</summary>
    public DateOnly? WordingFrom { get; init; }

    internal override string? Touches => "plan";
}

/// <summary>The person signed. Treatment can begin from here on, by a session with treatment in it.</summary>
public sealed record PlanSigned : Event
{
    public required string Plan { get; init; }

    public required SignedHow How { get; init; }

    /// <summary>The name as typed or written.</summary>
    [Identity]
    public string? NameTyped { get; init; }

    /// <summary>"How would you know you are back to your usual self?"</summary>
    [Words]
    public string? UsualSelf { get; init; }

    /// <summary>SHA-256 of the picture of the paper, in hex.</summary>
    public string? PhotoHash { get; init; }

    /// <summary>The message that takes the person to their copy; null: none could be sent safely.</summary>
    public string? Copy { get; init; }

    internal override string? Touches => "plan";
}

/// <summary>The person took consent back: the treatment stops, the place is kept.</summary>
public sealed record ConsentWithdrawn : Event
{
    public required string Plan { get; init; }

    [Words]
    public string? InTheirWords { get; init; }

    internal override string? Touches => "plan";
}

/// <summary>A supervisor's answer to a plan that guidance does not name.</summary>
public sealed record PlanAgainstGuidanceAnswered : Event
{
    public required string Plan { get; init; }

    public required bool Agreed { get; init; }

    [Words]
    public string? Why { get; init; }

    internal override string? Touches => "plan";
}

/// <summary>The person read the plan and wants something else, or to think. Nothing starts; the wait goes on.</summary>
public sealed record PlanAnswered : Event
{
    public required string Plan { get; init; }

    public required PlanAnswer Answer { get; init; }

    [Words]
    public string? InTheirWords { get; init; }

    internal override string? Touches => "plan";
}

/// <summary>"How would you know you are back to your usual self?", kept while the person reads on; signed with the plan.</summary>
public sealed record UsualSelfWritten : Event
{
    public required string Plan { get; init; }

    [Words]
    public string? UsualSelf { get; init; }
}

/// <summary>What a person can say to a plan besides "I agree".</summary>
public enum PlanAnswer
{
    SomethingElse,
    Think,
}

/// <summary>Signed aloud by telephone: the person was sent the page and says whether that is what they said.</summary>
public sealed record SpokenConsentAnswered : Event
{
    public required string Plan { get; init; }

    public required bool Right { get; init; }

    [Words]
    public string? InTheirWords { get; init; }

    internal override string? Touches => "plan";
}

/// <summary>A picture of the signed paper: with the signature, or later. It changes nothing of the plan.</summary>
public sealed record PlanPhotoAttached : Event
{
    public required string Plan { get; init; }

    /// <summary>SHA-256 of the picture, in hex.</summary>
    public required string PhotoHash { get; init; }

    /// <summary>The stream that holds the picture; null where only its hash is known.</summary>
    public string? Picture { get; init; }
}
