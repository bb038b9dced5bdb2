using System.ComponentModel.DataAnnotations;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Waiting;

/// <summary>waiting_list: one stay on a list, lasting or over. Both waits are in it; neither can start anew.</summary>
public sealed record WaitingRow
{
    /// <summary>Referral id, a dash, and the number of the stay.</summary>
    [Key]
    public required string Stay { get; init; }

    public required string Referral { get; init; }

    public required string Person { get; init; }

    public required int Step { get; init; }

    /// <summary>SNOMED CT code; null: not chosen yet.</summary>
    public required string? Therapy { get; init; }

    /// <summary>Key of the main problem; null when none is recorded.</summary>
    public required string? Problem { get; init; }

    /// <summary>The day the referral came, or that of the earlier one this wait goes on from.</summary>
    public required DateOnly CountsFrom { get; init; }

    /// <summary>The day of the first talk; null before it.</summary>
    public required DateOnly? FirstTalk { get; init; }

    public required DateOnly PutOn { get; init; }

    public required bool IsWaiting { get; init; }

    public required DateOnly? LeftOn { get; init; }

    public required LeftHow? How { get; init; }

    /// <inheritdoc cref="Waiting.Stay.BegunByRecord"/>
    public required DateOnly? BegunByRecord { get; init; }

    public required string? Wants { get; init; }

    public required DateOnly LastHeard { get; init; }

    /// <summary>Staff id of who the person is allocated to; null: nobody yet.</summary>
    public required string? Clinician { get; init; }

    public static IEnumerable<WaitingRow> RowsOf(History referral)
    {
        var stays = Waiting.Stay.Of(referral);
        if (stays.Count == 0 || referral.First<ReferralReceived>() is not { } received)
            yield break;
        var appointments = Appointment.Of(referral);
        var firstTalk = appointments.FirstOrDefault(a => a.IsAttended)?.Day;
        foreach (var stay in stays)
        {
            yield return new()
            {
                Stay = $"{referral.Stream.Id}-{stay.Number}",
                Referral = referral.Stream.Id,
                Person = received.Person,
                Step = stay.Step,
                Therapy = stay.Therapy,
                Problem = MainProblem.Of(referral)?.Key,
                CountsFrom = Waiting.Stay.CountsFrom(referral) ?? received.ReceivedOn,
                FirstTalk = firstTalk,
                PutOn = stay.On,
                IsWaiting = stay.Left is null,
                LeftOn = stay.Left,
                How = stay.How,
                BegunByRecord = stay.BegunByRecord,
                Wants = stay.Wants ?? WishWords.When(received.Times, received.Mediums, received.TherapistWish),
                LastHeard = Heard.Last(referral),
                Clinician = referral.Last<ClinicianAllocated>()?.Clinician,
            };
        }
    }
}
