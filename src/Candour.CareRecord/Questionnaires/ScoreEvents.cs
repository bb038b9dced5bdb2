using Candour.CareRecord.Sessions;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>On the referral's stream: a set was issued. Makes one set an occasion.</summary>
public sealed record QuestionsIssued : Event
{
    public required string Questionnaire { get; init; }

    public string? Appointment { get; init; }

    public int? Week { get; init; }

    public required int Number { get; init; }

    /// <summary>Start of the session it was issued for; a session that moved has a set of its own.</summary>
    public required Moment WindowTo { get; init; }

    /// <inheritdoc cref="QuestionnaireIssued.Together"/>
    public bool Together { get; init; }
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

    /// <summary>Tokens for which this was the score of its occasion when it was sent; how it stands now is read from the pathway.</summary>
    public required IReadOnlyList<string> Counting { get; init; }

    /// <summary>1 for the first set sent for the occasion, 2 for the next.</summary>
    public required int Number { get; init; }

    public RepeatReason? RepeatReason { get; init; }

    /// <summary>
    /// Given after the session's start as it was known when it was sent: by the sending, or for paper by the time it was filled in.
    /// How it stands now is read from the pathway.
    /// </summary>
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

    /// <summary>Beside the questions of the session, which may still be open. See <see cref="QuestionnaireIssued.Together"/>.</summary>
    public bool Together { get; init; }
}

/// <summary>On the referral's stream: the person says a set is not what they said. It leaves the protocol figure.</summary>
public sealed record ScoresDisputed : Event
{
    public required string Questionnaire { get; init; }
}
