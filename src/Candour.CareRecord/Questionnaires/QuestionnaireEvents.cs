using Candour.CareRecord.Sessions;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>On the questionnaire's stream: a set of instruments was put before a person once. A repeat is a stream of its own.</summary>
public sealed record QuestionnaireIssued : Event
{
    public required string Referral { get; init; }

    public required string Person { get; init; }

    /// <summary>The appointment it belongs to; null for a fixed week or a set asked for by itself.</summary>
    public string? Appointment { get; init; }

    /// <summary>12 or 26: weeks from first treatment, whatever the ending; null otherwise.</summary>
    public int? Week { get; init; }

    /// <summary>Tokens of the instruments in the order asked, as PHQ9, GAD7.</summary>
    public required IReadOnlyList<string> Instruments { get; init; }

    /// <summary>Answers sent from here to <see cref="WindowTo"/> can be the score.</summary>
    public required Moment WindowFrom { get; init; }

    /// <summary>Start of the session. Later answers are accepted and marked late.</summary>
    public required Moment WindowTo { get; init; }

    /// <summary>After this the form is closed.</summary>
    public required Moment Closes { get; init; }

    /// <summary>The clinician whose session it is for; null when nobody is allocated.</summary>
    public string? Clinician { get; init; }

    /// <summary>The first questionnaire of the same occasion when this one repeats it.</summary>
    public string? Repeats { get; init; }

    public RepeatReason? RepeatReason { get; init; }

    /// <summary>The person's answer to "did someone ask you to do them again?" Null: staff enter the repeat.</summary>
    public bool? RepeatAskedFor { get; init; }

    /// <summary>When the set that this one repeats was answered: what repeats it on paper is later.</summary>
    public Moment? RepeatsAfter { get; init; }

    /// <summary>The order within the occasion: 1 for the first.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Answered with somebody of the service at hand: on a device handed over, or entered by staff. No link leads to it.</summary>
    public bool Together { get; init; }

    /// <summary>Instrument, version and language of the words shown, as "PHQ9/1/en-GB", in the order of the instruments.</summary>
    public IReadOnlyList<string> Wordings { get; init; } = [];
}

public enum RepeatReason
{
    ItFroze,
    NotMeBefore,
    HelpedThisTime,
    TherapistAsked,
    SomethingChanged,
}

/// <summary>Who puts the answers in, as the person or the member of staff says.</summary>
public enum FilledInBy
{
    Person,
    PersonWithHelp,
    Carer,
    Interpreter,
    Staff,
}

/// <summary>The channel of answers.</summary>
public enum AnswerMode
{
    /// <summary>The person's own device, through a link.</summary>
    Link,

    /// <summary>The service's phone or tablet, on the spot: always its own channel.</summary>
    Kiosk,

    /// <summary>Typed by staff from a telephone call.</summary>
    Telephone,

    /// <summary>Typed by staff in the room or by video.</summary>
    InSession,

    /// <summary>Typed by staff from a paper form.</summary>
    Paper,
}

/// <summary>The start page was left with <em>Start</em>.</summary>
public sealed record QuestionnaireOpened : Event
{
    public required FilledInBy FilledInBy { get; init; }

    public required AnswerMode Mode { get; init; }

    /// <summary>Start was pressed after the session had begun.</summary>
    public bool Late { get; init; }
}

/// <summary>One answer, at the moment it was given. A later one for the same item stands beside it, never in its place.</summary>
public sealed record AnswerGiven : Event
{
    public required string Instrument { get; init; }

    /// <summary>1, 2, 3 … as printed.</summary>
    public required int Item { get; init; }

    /// <summary>Null: "I would rather not answer this one".</summary>
    public int? Value { get; init; }

    /// <summary>When the server showed the question; null when it does not know.</summary>
    public Moment? Shown { get; init; }

    public required FilledInBy FilledInBy { get; init; }

    public required AnswerMode Mode { get; init; }

    /// <summary>True when another page of the same form had been answered from another tab in between.</summary>
    public bool OtherTab { get; init; }

    /// <summary>Somebody else fills the form in, and the person was alone with this question. It is never shown on the form again.</summary>
    public bool Private { get; init; }
}

/// <summary>What the person chose on the help screen.</summary>
public sealed record HelpAnswered : Event
{
    public required HelpChoice Choice { get; init; }
}

public enum HelpChoice
{
    CarryOn,
    StopHere,
    SafetyPlan,
}

/// <summary>"I do not want to answer these": care goes on. Or staff say that it is not done, and why.</summary>
public sealed record QuestionnaireDeclined : Event
{
    /// <summary>Why staff say it is not done; absent when the person chose it on their own page.</summary>
    public WithoutAnswers? Why { get; init; }

    [Words]
    public string? InWords { get; init; }
}

/// <summary>The answers were sent. From now on the therapist sees them.</summary>
public sealed record QuestionnaireSubmitted : Event
{
    /// <summary>After the session's start.</summary>
    public required bool Late { get; init; }

    /// <summary>Items answered and not changed since by skipping; for provenance.</summary>
    public required int Answered { get; init; }

    /// <summary>Items shown and not answered.</summary>
    public required int Skipped { get; init; }
}

/// <summary>"Tell us if someone did": somebody told the person what to answer.</summary>
public sealed record PressureReported : Event
{
    /// <summary>Their words, where they are not in the safeguarding entry.</summary>
    [Words]
    public string? Said { get; init; }

    /// <summary>The safeguarding entry that holds what they wrote, its owner and its day.</summary>
    public string? Entry { get; init; }
}

/// <summary>"This is not what I said": enough by itself to leave the protocol figure.</summary>
public sealed record QuestionnaireDisputed : Event
{
    /// <summary>True: not one of these answers is the person's.</summary>
    public bool NotMine { get; init; }
}

/// <summary>What the person says they said. Both values are kept.</summary>
public sealed record AnswerDisputed : Event
{
    public required string Instrument { get; init; }

    public required int Item { get; init; }

    /// <summary>The value as staff put it in; null when skipped.</summary>
    public int? Entered { get; init; }

    /// <summary>The person's own; null: "I did not answer this".</summary>
    public int? Said { get; init; }
}
