using System.Globalization;
using Candour.Clinical;

namespace Candour.CareRecord.Staff;

public sealed record NobodyOfThatName() : Refusal("We cannot find that colleague.");

public sealed record StaffNameMissing() : Refusal("Enter the name that colleagues and patients know.")
{
    public override string Field => "Name";
}

public sealed record PeopleADayIsOff() : Refusal("The agreed number of people a day is between 1 and 20.")
{
    public override string Field => "PeopleADay";
}

public sealed record NoSuchQualification() : Refusal("Choose a qualification from the national list.")
{
    public override string Field => "Qualification";
}

public sealed record SayWhenAwarded() : Refusal("Enter the day it was awarded or, in training, the day it is planned for. Not both.")
{
    public override string Field => "AwardedOn";
}

public sealed record AwardedInFuture() : Refusal("The day of award is in the future. In training? Enter it as planned.")
{
    public override string Field => "AwardedOn";
}

public sealed record AwardedTooEarly() : Refusal("Check the year. The national list begins on 1 January 2005.")
{
    public override string Field => "AwardedOn";
}

public sealed record PlannedInPast() : Refusal("The planned day is past. Was it awarded? Enter the day of award.")
{
    public override string Field => "PlannedFor";
}

public sealed record NoSuchRole() : Refusal("Choose a role from the list.")
{
    public override string Field => "RoleName";
}

public sealed record NotToYourself() : Refusal("Nobody can give themselves a role. Ask a colleague.");

public sealed record RoleNeedsAnother() : Refusal("You asked for this role. A second person has to agree.");

public sealed record RoleWasNotAsked() : Refusal("Nobody has asked for this role. It may have been answered already.");

public sealed record NeverTogether(string RoleName, string Other)
    : Refusal($"One person cannot hold both {RoleNames.Of(RoleName)} and {RoleNames.Of(Other)}. Take one away first.")
{
    public override string Field => "RoleName";
}

public sealed record HasLeft(string Name, DateOnly On) : Refusal($"{Name} left on {Words.LongDay(On)}.");

/// <summary>Open work has to be taken by somebody first.</summary>
public sealed record WorkLeftBehind(string Name, OpenWork Work) : Refusal($"{Name} has {Work}.{HowToHandOn(Work)}")
{
    public override string Field => "HandTo";

    private static string HowToHandOn(OpenWork work) => string.Concat(
        work.Concerns == 0 || work.RiskTasks + work.People + work.Appointments > 0 ? " Choose who takes them." : "",
        work.RiskTasks > 0 ? " Risk tasks are handed on where they are shown." : "",
        work.Concerns > 0 ? " Safeguarding concerns go to whoever is safeguarding lead: name somebody else first, in the policy of the service." : "");
}

/// <summary>Worries would go to somebody who is not there.</summary>
/// <param name="Named">By <see cref="Policies.NamedInPolicy"/>; not empty.</param>
public sealed record StillNamed(string Name, IReadOnlyList<string> Named)
    : Refusal($"{Name} is {string.Join(" and ", Named)}, so worries go to them. Name somebody else first, in the policy of the service.");

/// <summary>Nobody would own these.</summary>
public sealed record RiskTasksLeftBehind(string Name, OpenWork Work)
    : Refusal($"{Name} has {Work with { People = 0, Appointments = 0, Concerns = 0 }}. Hand them on first: the page of each task, under Risk, offers who can take it.");

/// <summary>What somebody who leaves, or loses a role, would leave behind.</summary>
/// <param name="Concerns">Open safeguarding concerns.</param>
public sealed record OpenWork(int RiskTasks, int People, int Appointments, int Concerns)
{
    public static OpenWork None { get; } = new(0, 0, 0, 0);

    public bool IsSome => RiskTasks + People + Appointments + Concerns > 0;

    public override string ToString()
    {
        string[] parts =
        [
            Count(RiskTasks, "risk task", "risk tasks"), Count(People, "person", "people"), Count(Appointments, "appointment", "appointments"),
            Count(Concerns, "safeguarding concern", "safeguarding concerns"),
        ];
        return string.Join(" and ", parts.Where(p => p.Length > 0));
    }

    private static string Count(int number, string one, string many) =>
        number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}

public sealed record DayIsNotTooFull() : Refusal("There are no more people today than you agreed to, so nobody was told.");

public sealed record NobodyToTell() : Refusal("No supervisor is named for you, so nobody was told. Ask the service lead to name one.");
