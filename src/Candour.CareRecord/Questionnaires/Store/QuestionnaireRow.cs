using System.ComponentModel.DataAnnotations;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires.Store;

/// <summary>A set in a list. It changes when the set is issued, begun, sent or disputed, never with an answer.</summary>
public sealed record QuestionnaireRow
{
    [Key]
    public required string Questionnaire { get; init; }

    public required string Referral { get; init; }

    public required string Person { get; init; }

    public required string? Appointment { get; init; }

    public required int? Week { get; init; }

    public required int Number { get; init; }

    /// <summary>Start of the session.</summary>
    public required Moment WindowTo { get; init; }

    public required Moment Closes { get; init; }

    public required Moment Issued { get; init; }

    public required Moment? Opened { get; init; }

    public required Moment? Submitted { get; init; }

    public required bool Declined { get; init; }

    public required bool ByStaff { get; init; }

    public required bool Disputed { get; init; }

    /// <summary>Staff put it in, it was sent, and the person has no copy yet.</summary>
    public required bool CopyOwed { get; init; }

    public static IEnumerable<QuestionnaireRow> RowsOf(History history)
    {
        if (history.First<QuestionnaireIssued>() is not { } issued)
            yield break;
        var (openedAt, submittedAt, declined, byStaff, disputed, copied) =
            ((Moment?)null, (Moment?)null, false, false, false, false);
        foreach (var e in history.Events)
        {
            switch (e.Event)
            {
                case QuestionnaireOpened:
                    openedAt ??= e.Envelope.At;
                    break;
                case StaffEntryStarted:
                    openedAt ??= e.Envelope.At;
                    byStaff = true;
                    break;
                case QuestionnaireSubmitted:
                    submittedAt = e.Envelope.At;
                    break;
                case QuestionnaireDeclined:
                    declined = true;
                    break;
                case QuestionnaireDisputed:
                    disputed = true;
                    break;
                case CopySent:
                    copied = true;
                    break;
            }
        }

        yield return new()
        {
            Questionnaire = history.Stream.Id,
            Referral = issued.Referral,
            Person = issued.Person,
            Appointment = issued.Appointment,
            Week = issued.Week,
            Number = issued.Number,
            WindowTo = issued.WindowTo,
            Closes = issued.Closes,
            Issued = history.Events[0].Envelope.At,
            Opened = openedAt,
            Submitted = submittedAt,
            Declined = declined && submittedAt is null,
            ByStaff = byStaff,
            Disputed = disputed,
            CopyOwed = byStaff && submittedAt is not null && !copied,
        };
    }
}
