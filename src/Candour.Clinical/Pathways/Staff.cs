namespace Candour.Clinical.Pathways;

/// <summary>A member of staff who appears in this pathway.</summary>
public readonly record struct StaffMember(string Id, string? Role, string? Team);

/// <summary>A qualification of a member of staff, in national codes. Not awarded but planned: in training.</summary>
public readonly record struct Qualification(string StaffId, string Code, DateOnly? Awarded, DateOnly? PlannedCompletion, long Row = 0)
{
    public bool IsHeldOn(DateOnly day) => Awarded <= day;

    /// <summary>In training on a day: awarded later, or not yet and planned for later.</summary>
    public bool IsTrainingOn(DateOnly day) => Awarded > day || (Awarded is null && PlannedCompletion > day);
}
