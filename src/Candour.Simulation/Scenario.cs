using Candour.Clinical;

namespace Candour.Simulation;

/// <summary>A whole simulated service: its staff, and every person with what they mean to do, in order of time.</summary>
public sealed record Scenario(IReadOnlyList<SimulatedStaff> Staff, IReadOnlyList<SimulatedPerson> People);

/// <param name="Role">A role name of the permissions table.</param>
/// <param name="Qualification">Code of list qualification; null for roles without.</param>
/// <param name="Also">A second role; null for none.</param>
public sealed record SimulatedStaff(string Name, string Email, string Role, string? Qualification, string? Also = null)
{
    public IReadOnlyList<string> Roles => Also is null ? [Role] : [Role, Also];
}

public sealed record SimulatedPerson
{
    /// <summary>Counted from 0; names nobody.</summary>
    public required int Number { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public string? CalledName { get; init; }

    public required DateOnly Born { get; init; }

    /// <summary>Starts 999, check digit right.</summary>
    public required string NhsNumber { get; init; }

    public required string Mobile { get; init; }

    public required string Email { get; init; }

    /// <summary>Code of list person_stated_gender.</summary>
    public required string Gender { get; init; }

    /// <summary>Code of list ethnic_category.</summary>
    public required string Ethnicity { get; init; }

    public required bool TextsAreSafe { get; init; }

    public required bool NeedsLargePrint { get; init; }

    public required bool NeedsInterpreter { get; init; }

    /// <summary>In order of time.</summary>
    public required IReadOnlyList<Intention> Intentions { get; init; }
}
