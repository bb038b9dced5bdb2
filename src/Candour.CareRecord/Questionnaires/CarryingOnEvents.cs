using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

// On the questionnaire's stream: how its person may go on from another device.

/// <summary>A link to this form was asked for from the form itself and goes to a confirmed, safe number or address.</summary>
public sealed record LinkToCarryOnSent : Event
{
    public required string Message { get; init; }

    /// <summary>text or email.</summary>
    public required string Way { get; init; }

    /// <summary>When it goes: at once, or when the person's own safe hours begin.</summary>
    public required Moment Due { get; init; }

    public required Moment Until { get; init; }
}

/// <summary>A code to type was shown once on the screen. The record holds only the hash that its link keeps.</summary>
public sealed record CodeToCarryOnShown : Event
{
    public required string Link { get; init; }

    public required Moment Until { get; init; }
}

/// <summary>A member of staff handed the service's own device to the person for this form; the staff session ended with it.</summary>
public sealed record QuestionnaireHandedOver : Event;
