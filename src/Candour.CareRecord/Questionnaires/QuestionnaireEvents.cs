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

    /// <summary>The person's answer to "did someone ask you to do them again?"</summary>
    public bool? RepeatAskedFor { get; init; }

    /// <summary>The order within the occasion: 1 for the first.</summary>
    public int Number { get; init; } = 1;

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

/// <summary>A member of staff puts in what the person said or wrote.</summary>
public sealed record StaffEntryStarted : Event
{
    public required StaffEntryReason Reason { get; init; }

    public required AnswerMode Mode { get; init; }

    /// <summary>When the paper was filled in; null for any other way.</summary>
    public Moment? FilledAt { get; init; }

    /// <summary>SHA-256 of the picture of the paper, in hex; null while the picture is still wanted.</summary>
    public string? PhotoHash { get; init; }

    /// <summary>The sign that the person was there.</summary>
    public required SignOfPerson Sign { get; init; }
}

public enum StaffEntryReason
{
    ReadAloudByPhone,
    HelpWithReading,
    Interpreter,
    PaperForm,
    NoInternet,
}

/// <summary>What shows that the person was there when staff put answers in.</summary>
public enum SignOfPerson
{
    /// <summary>Nothing: saved as "not confirmed" and left out of the checked figure.</summary>
    NotConfirmed,
    CallOrVideo,
    InTheRoom,
    PaperWithSignature,
    ColleagueConfirmed,
}

/// <summary>A picture of the paper form: with the entry, or later.</summary>
public sealed record PaperPhotoAttached : Event
{
    /// <summary>SHA-256 of the picture, in hex.</summary>
    public required string PhotoHash { get; init; }

    /// <summary>The stream that holds the picture; null where only its hash is known.</summary>
    public string? Picture { get; init; }
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
    [Words]
    public string? Said { get; init; }
}

/// <summary>"This is not what I said": enough by itself to leave the protocol figure.</summary>
public sealed record QuestionnaireDisputed : Event
{
    /// <summary>True: not one of these answers is the person's.</summary>
    public bool NotMine { get; init; }
}

/// <summary>The person was sent a copy of what staff put in, or it is on the list for a call.</summary>
public sealed record CopySent : Event
{
    /// <summary>The message's id; null when no channel is safe and the copy is given by telephone.</summary>
    public string? Message { get; init; }
}

/// <summary>The person looked through what staff had put in and agreed.</summary>
public sealed record QuestionnaireAgreed : Event;

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

/// <summary>On the referral's stream: a set was issued. Makes one set an occasion.</summary>
public sealed record QuestionsIssued : Event
{
    public required string Questionnaire { get; init; }

    public string? Appointment { get; init; }

    public int? Week { get; init; }

    public required int Number { get; init; }

    /// <summary>Start of the session it was issued for; a session that moved has a set of its own.</summary>
    public required Moment WindowTo { get; init; }
}

/// <summary>On the referral's stream: the person chose not to answer this set, or staff said why it is not done.</summary>
public sealed record QuestionsDeclined : Event
{
    public required string Questionnaire { get; init; }

    public string? Appointment { get; init; }

    /// <summary>Absent when the person chose it on their own page.</summary>
    public WithoutAnswers? Why { get; init; }
}

/// <summary>
/// On the referral's stream: a set was sent. Every answer is carried, so that every figure can be worked out again;
/// lists are parallel, one entry an instrument.
/// </summary>
public sealed record ScoresRecorded : Event
{
    public required string Questionnaire { get; init; }

    public string? Appointment { get; init; }

    public int? Week { get; init; }

    public required IReadOnlyList<string> Instruments { get; init; }

    /// <summary>Answers of each instrument in item order, with commas; "-" where none was given: "1,0,-,2".</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>The official score of each instrument in its units; "" when an answer is missing or it has none.</summary>
    public required IReadOnlyList<string> Totals { get; init; }

    /// <summary>Tokens for which this is the score of its occasion: first complete one in the window.</summary>
    public required IReadOnlyList<string> Counting { get; init; }

    /// <summary>1 for the first set sent for the occasion, 2 for the next.</summary>
    public required int Number { get; init; }

    public RepeatReason? RepeatReason { get; init; }

    /// <summary>Sent after the session's start.</summary>
    public required bool Late { get; init; }

    public required FilledInBy FilledInBy { get; init; }

    public required AnswerMode Mode { get; init; }

    /// <summary>Why staff put it in; null when they did not.</summary>
    public StaffEntryReason? StaffReason { get; init; }

    /// <summary>What shows that the person was there; null when staff did not put it in.</summary>
    public SignOfPerson? Sign { get; init; }

    /// <summary>When it was filled in: the sending, or the time on the paper.</summary>
    public required Moment FilledAt { get; init; }

    /// <summary>PHQ-9 item 9 was shown and not answered: to be raised at the next contact.</summary>
    public bool SafetyNotAnswered { get; init; }
}

/// <summary>On the referral's stream: the person says a set is not what they said. It leaves the protocol figure.</summary>
public sealed record ScoresDisputed : Event
{
    public required string Questionnaire { get; init; }
}
