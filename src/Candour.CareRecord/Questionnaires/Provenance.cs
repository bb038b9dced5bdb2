using Candour.Clinical;
using Candour.Clinical.Instruments;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// How one score came to be: who, how, on which device, each answer with its time, how long before the session, which of how
/// many sets, in which language, disputed or not. Worked out from events; the pathway page shows it.
/// </summary>
public sealed record Provenance
{
    public required string Questionnaire { get; init; }

    public required Instrument Instrument { get; init; }

    /// <summary>Null while an answer is missing.</summary>
    public required Score? Score { get; init; }

    /// <summary>Null before it was sent: then no answers are carried either.</summary>
    public required Moment? Sent { get; init; }

    public required Moment? Opened { get; init; }

    /// <summary>The first answer of this instrument.</summary>
    public required Moment? Started { get; init; }

    /// <summary>Start of the session; null for a fixed week.</summary>
    public required Moment? Session { get; init; }

    /// <summary>Time from sending to the session's start; negative when late. Null before sending.</summary>
    public required TimeSpan? Before { get; init; }

    public required bool Late { get; init; }

    public required FilledInBy FilledInBy { get; init; }

    public required AnswerMode Mode { get; init; }

    /// <summary>Pseudonym of the device; null where none was seen.</summary>
    public required string? Device { get; init; }

    /// <summary>The member of staff who typed; null where the person did.</summary>
    public required string? EnteredBy { get; init; }

    public required StaffEntryStarted? StaffEntry { get; init; }

    /// <summary>1 for the first set sent for the session.</summary>
    public required int Number { get; init; }

    /// <summary>How many sets were sent for the session so far.</summary>
    public required int Sets { get; init; }

    public required RepeatReason? RepeatReason { get; init; }

    /// <summary>This is the score of its session: the protocol figure.</summary>
    public required bool Counts { get; init; }

    public required bool Disputed { get; init; }

    /// <summary>Version of the words, as "PHQ9/1/en-GB".</summary>
    public required string Wording { get; init; }

    public required bool OpenTwice { get; init; }

    public required IReadOnlyList<AnswerTrace> Answers { get; init; }

    /// <summary>Null when the set does not hold the instrument.</summary>
    public static Provenance? Of(History questionnaire, History referral, string instrument)
    {
        if (Questionnaires.Questionnaire.Of(questionnaire) is not { } form || !form.Issued.Instruments.Contains(instrument))
            return null;
        var sets = referral.All<ScoresRecorded>().Where(s => SubmitQuestionnaire.IsSameOccasion(s, form)).ToList();
        var own = sets.Find(s => s.Questionnaire == form.Id);
        var place = form.Issued.Instruments.ToList().IndexOf(instrument);
        var session = form.Issued.Appointment is null ? (Moment?)null : SubmitQuestionnaire.StartOf(form, referral);
        var given = form.Given.Where(g => g.Event.Instrument == instrument).ToList();
        return new()
        {
            Questionnaire = form.Id,
            Instrument = Instrument.Find(instrument),
            Score = form.IsSent ? form.ScoreOf(instrument) : null,
            Sent = form.Submitted,
            Opened = form.Opened,
            Started = given.Count == 0 ? null : given[0].Envelope.At,
            Session = session,
            Before = form.Submitted is { } sent && session is { } starts ? starts.Since(sent) : null,
            Late = own is not null && own.FilledAt > SubmitQuestionnaire.StartOf(form, referral),
            FilledInBy = form.FilledInBy,
            Mode = form.Channel,
            Device = given.Select(g => g.Envelope.By.Device).LastOrDefault(d => d is not null),
            EnteredBy = form.EnteredBy?.Actor,
            StaffEntry = form.StaffEntry,
            Number = own?.Number ?? form.Issued.Number,
            Sets = sets.Count,
            RepeatReason = form.Issued.RepeatReason,
            Counts = own is not null && SentScore.Counting(referral).Contains((form.Id, instrument)),
            Disputed = form.Disputed is not null,
            Wording = place < form.Issued.Wordings.Count ? form.Issued.Wordings[place] : instrument,
            OpenTwice = given.Exists(g => g.Event.OtherTab),
            Answers = form.IsSent ? [.. form.Items.Where(i => i.Instrument == instrument).Select(i => AnswerTrace.Of(form, i))] : [],
        };
    }
}

/// <summary>Every answer given to one question, oldest first; empty when none was.</summary>
/// <param name="Said">What the person says they said instead, where they dispute it.</param>
public sealed record AnswerTrace(int Item, IReadOnlyList<GivenAnswer> Given, AnswerDisputed? Said)
{
    /// <summary>"2, then 1"; "rather not" for a skipped one; "none".</summary>
    public string InWords => Given.Count == 0
        ? "none"
        : string.Join(", then ", Given.Select(g => g.Event.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "rather not"));

    internal static AnswerTrace Of(Questionnaire form, AskedItem item) => new(
        item.Item.Number,
        [.. form.AllOf(item)],
        form.Corrections.LastOrDefault(c => c.Instrument == item.Instrument && c.Item == item.Item.Number));
}
