namespace Candour.CareRecord.Access;

/// <summary>The five things that can be done. Nobody has delete.</summary>
public static class Act
{
    public const string View = "view";
    public const string Create = "create";

    /// <summary>A new event beside the old value, which stays.</summary>
    public const string Correct = "correct";

    /// <summary>Approve or co-sign.</summary>
    public const string Approve = "approve";

    /// <summary>Export or print.</summary>
    public const string Export = "export";

    public static IReadOnlyList<string> All { get; } = [View, Create, Correct, Approve, Export];
}
