namespace Candour.Clinical.Pathways;

/// <summary>Work and employment support as recorded on a day, in national codes; null is "not asked".</summary>
public readonly record struct EmploymentRow
{
    public DateOnly? Day { get; init; }

    public string? Status { get; init; }

    public string? Hours { get; init; }

    public string? SelfEmployed { get; init; }

    public string? OffSick { get; init; }

    public string? SickPay { get; init; }

    public string? Benefit { get; init; }

    public string? EmploymentAndSupportAllowance { get; init; }

    public string? UniversalCredit { get; init; }

    public string? PersonalIndependencePayment { get; init; }

    /// <summary>Whether employment support is right for the person: Y, N, NA.</summary>
    public string? SupportSuitable { get; init; }

    public DateOnly? SupportReferred { get; init; }

    public DateOnly? SupportEnded { get; init; }

    /// <summary>First day of the month of the file the row came in; null for a live record.</summary>
    public DateOnly? FileMonth { get; init; }

    public long Row { get; init; }
}
