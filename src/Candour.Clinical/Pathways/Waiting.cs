namespace Candour.Clinical.Pathways;

/// <summary>A time the person could not come. Shown beside the wait; it never stops the clock.</summary>
public readonly record struct Pause(string Id, DateOnly Start, DateOnly? End, string? Reason);

/// <summary>A stay on a waiting list for a step and, where chosen, a therapy. Moving between lists resets nothing.</summary>
public readonly record struct ListStay(Problems.Step Step, string? Therapy, DateOnly Entered, DateOnly? Left);

/// <summary>A try to reach the person: opt-in letter, text, call, e-mail; with receipt and reply where there were any.</summary>
public readonly record struct Approach(ApproachKind Kind, string Channel, Moment Sent, Moment? Delivered, Moment? Answered);

/// <summary>What an <see cref="Approach"/> asked for.</summary>
public enum ApproachKind
{
    OptIn,
    ContactAttempt,
    WaitingLetter,
    Reminder,
}

/// <summary>A referral on to another service.</summary>
public readonly record struct OnwardReferral(DateOnly Day, TimeOnly? Time, string? Reason, string? Receiving);

/// <summary>
/// A value that was changed after it was first recorded: both stay, with the time of knowledge. Appointment and therapy
/// types, main problem, disorder measure, end reason.
/// </summary>
/// <param name="Of">What kind of value.</param>
/// <param name="Index">Index of the row it belongs to (contact, activity, complaint); 0 for the referral.</param>
public readonly record struct Change(ChangeOf Of, int Index, string? Before, string? After, Moment At, string By, string? Reason);

/// <summary>What a <see cref="Change"/> changed.</summary>
public enum ChangeOf
{
    AppointmentType,
    TherapyType,
    Complaint,
    DisorderMeasure,
    EndReason,
    Attendance,
}
