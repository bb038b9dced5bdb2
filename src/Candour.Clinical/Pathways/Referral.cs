namespace Candour.Clinical.Pathways;

/// <summary>
/// The referral a pathway is about. The clock starts on the day it was received, or goes on from an earlier one of the same person;
/// it is never paused and never starts again.
/// </summary>
public readonly record struct Referral
{
    public string Id { get; init; }

    public string Provider { get; init; }

    public string? Commissioner { get; init; }

    public string? Team { get; init; }

    public DateOnly Received { get; init; }

    /// <summary>The first day of the earlier referral of this person whose wait goes on with this one; null: none.</summary>
    public DateOnly? GoesOnFrom { get; init; }

    /// <summary>
    /// The day the person's wait counts from: to close somebody and refer them again starts no clock anew. Official figures know one
    /// referral alone and count from <see cref="Received"/>.
    /// </summary>
    public DateOnly CountsFrom => GoesOnFrom < Received ? GoesOnFrom.Value : Received;

    /// <summary>National code of who referred.</summary>
    public string? Source { get; init; }

    /// <summary>Year and month in which the trouble began, as 2026-03.</summary>
    public string? Onset { get; init; }

    /// <summary>Whether the trouble is a recurrence: national code.</summary>
    public string? PreviouslyDiagnosed { get; init; }

    /// <summary>National code of the reason care ended; null while open or not given.</summary>
    public string? EndCode { get; init; }

    /// <summary>Effective day of discharge: notice + 14 days, computed. Null while open.</summary>
    public DateOnly? Discharged { get; init; }

    /// <summary>When the end was decided, and when notice went out: facts of their own.</summary>
    public Moment? EndDecided { get; init; }

    /// <inheritdoc cref="EndDecided"/>
    public Moment? NoticeSent { get; init; }

    /// <summary>The person objected to the end within the notice.</summary>
    public bool Objected { get; init; }

    /// <summary>First day of the month of the file the chosen row came in; null for a live record.</summary>
    public DateOnly? FileMonth { get; init; }

    public bool IsOpenOn(DateOnly day) => day >= Received && (Discharged is null || day < Discharged);

    /// <summary>
    /// Whether a day lies in the window official figures look at: received to discharge, or to the end of the period while
    /// open, both included. A discharge after that end is not yet known then.
    /// </summary>
    public bool Covers(DateOnly day, DateOnly asOf) => day >= Received && day <= (Discharged <= asOf ? Discharged.Value : asOf);
}
