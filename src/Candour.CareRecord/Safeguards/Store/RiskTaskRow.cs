using System.ComponentModel.DataAnnotations;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguards.Store;

/// <summary>
/// A risk task in a list: whose it is and when it is due. No name, no answer, no words: those are read with the record, and
/// the look is logged.
/// </summary>
public sealed record RiskTaskRow
{
    [Key]
    public required string Task { get; init; }

    public required string Person { get; init; }

    public required string? Referral { get; init; }

    public required string Owner { get; init; }

    public required RiskOwnerAs OwnerAs { get; init; }

    public required bool IsOpen { get; init; }

    public required Moment Opened { get; init; }

    public required Moment? FirstLook { get; init; }

    public required Moment? Closed { get; init; }

    /// <summary>Past it an open task is overdue; computed when a page is read.</summary>
    public required Moment Due { get; init; }

    /// <summary>When the next rung comes due.</summary>
    public required Moment NextRung { get; init; }

    /// <inheritdoc cref="RiskTask.HeldBy"/>
    public required string? HeldBy { get; init; }

    /// <summary>Until when that holds the ladder; null while a look is pending.</summary>
    public required Moment? HeldUntil { get; init; }

    /// <summary>Staff ids of those told, a space before and after each; empty when nobody but the owner was.</summary>
    public required string Paged { get; init; }

    /// <summary>Answers and words that joined it, the first included.</summary>
    public required int Entries { get; init; }

    /// <summary>The last answer or worry that joined it.</summary>
    public required Moment LastTold { get; init; }

    public required DateOnly LastToldOn { get; init; }

    /// <summary>The day the person's safety plan was last written or gone through; null without one.</summary>
    public required DateOnly? PlanOn { get; init; }

    /// <summary>A trainee's closing waits for a supervisor.</summary>
    public required bool ClosingProposed { get; init; }

    /// <summary>Owned or held by them, or they were told of it.</summary>
    public bool IsFor(string staff) => Owner == staff || HeldBy == staff || Paged.Contains($" {staff} ", StringComparison.Ordinal);

    /// <summary>Somebody deals with it at the moment: nothing was told since, and they said that they would by then.</summary>
    public bool IsDealtWith(Moment now) => HeldBy is not null && HeldUntil > now;

    public static IEnumerable<RiskTaskRow> RowsOf(History person)
    {
        var tasks = RiskTask.Of(person);
        var planOn = tasks.Count == 0 ? null : PlanAtHand.Of(person).Day;
        return tasks.Select(task => Of(task, planOn));
    }

    private static RiskTaskRow Of(RiskTask task, DateOnly? planOn) => new()
    {
        Task = task.Id,
        Person = task.Person,
        Referral = task.Referral,
        Owner = task.Owner,
        OwnerAs = task.OwnerAs,
        IsOpen = task.IsOpen,
        Opened = task.Opened,
        FirstLook = task.FirstLook,
        Closed = task.Closed,
        Due = task.Due,
        NextRung = task.Next.Due,
        HeldBy = task.HeldBy,
        HeldUntil = task.HeldUntil,
        Paged = string.Concat(task.Paged.Order(StringComparer.Ordinal).Select((staff, i) => i == 0 ? $" {staff} " : $"{staff} ")),
        Entries = task.Told.Count,
        LastTold = task.LastTold,
        LastToldOn = London.DayOf(task.LastTold),
        PlanOn = planOn,
        ClosingProposed = task is { IsOpen: true, Proposed: not null },
    };
}
