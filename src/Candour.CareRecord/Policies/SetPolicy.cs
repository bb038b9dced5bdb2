using System.Globalization;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Policies;

/// <summary>Sets a policy from a day on. Floors that keep people safe cannot be loosened by a setting.</summary>
public sealed record SetPolicy(string Name, string Value, DateOnly From, string? Why = null)
{
    /// <param name="atWork">Who can take a worry: nobody else is named clinical lead, supervisor or safeguarding lead.</param>
    public Decision Decide(History policy, AtWork atWork, Moment now)
    {
        if (!PolicyNames.Defaults.ContainsKey(Name))
            return new NoSuchPolicy(Name);
        if (From < London.DayOf(now) && policy.Any<PolicySet>(p => p.Name == Name))
            return new PolicyNotBackdated(Name);
        if (BelowFloor() is { } floor)
            return floor;
        if (Form() is { } like)
            return new PolicyUnreadable(Name, like);
        if (Name == PolicyNames.OpeningHours || Name == PolicyNames.ClosedDays)
        {
            try
            {
                _ = OpeningHours.Parse(Name == PolicyNames.OpeningHours ? Value : "", Name == PolicyNames.ClosedDays ? Value : "");
            }
            catch (FormatException e)
            {
                return new PolicyUnreadable(Name, e.Message);
            }
        }

        if (Name == PolicyNames.CrisisChecked && !(HelpNumbers.DayOf(Value) <= London.DayOf(now)))
            return new PolicyUnreadable(Name, "Give the day the numbers were tried, today or earlier.");
        var today = London.DayOf(now);
        if (Name is PolicyNames.ClinicalLead or PolicyNames.Supervisor && Value.Trim().Length > 0 && !atWork.Takes(Value, From > today ? From : today))
            return new CannotTakeWorries();
        if (Name is PolicyNames.SafeguardingLead && Value.Trim().Length > 0 && !atWork.TakesConcerns(Value, From > today ? From : today))
            return new CannotTakeConcerns();
        var present = ServicePolicy.On(London.DayOf(now), policy);
        if (Name == PolicyNames.HomeQuestionnaires && Value == "yes" && present.MissingForHome(now, atWork) is { Count: > 0 } missing)
            return new HomeQuestionnairesNotReady(string.Join(", ", missing));
        if (Value.Trim().Length == 0 && (Name is PolicyNames.ClinicalLead or PolicyNames.OpeningHours) && present[PolicyNames.HomeQuestionnaires] == "yes")
            return new HomeIsStillOn(Name);
        return Decision.Accept(policy.Stream, new PolicySet { Name = Name, Value = Value, From = From, Why = Why });
    }

    private string? Form() => Name switch
    {
        PolicyNames.HomeQuestionnaires when Value is not ("yes" or "no") => "Say yes or no.",
        PolicyNames.CrisisChecked when !DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
            $"'{Value}' is not a day like 2026-12-25.",
        PolicyNames.LeaveTo when !(Uri.TryCreate(Value, UriKind.Absolute, out var to) && to.Scheme == Uri.UriSchemeHttps) =>
            $"'{Value}' is not an address like https://www.bbc.co.uk/weather.",
        PolicyNames.Commissioner when Value.Length > 0 && !(Value.Length is >= 3 and <= 5 && Value.All(char.IsAsciiLetterOrDigit)) =>
            $"'{Value}' is not a code of 3 to 5 letters and digits.",
        _ => null,
    };

    private Refusal? BelowFloor() => Name switch
    {
        PolicyNames.FirstLookMinutes => Outside(1, 60, "A risk answer is looked at within 60 staffed minutes."),
        PolicyNames.SafeguardingDays => Outside(0, 1, "A safeguarding concern is taken up by the next working day."),
        PolicyNames.NoticeDays => Outside(14, 90, "Notice is at least 14 days."),
        PolicyNames.NoReplyDays => Outside(21, 180, "Nobody is closed for no reply before 21 days."),
        PolicyNames.YoungestAge => Outside(16, 18, "The youngest age is 16, 17 or 18."),
        PolicyNames.NeedsReviewMonths => Outside(1, 12, "Needs are asked again within a year."),
        _ => null,
    };

    private PolicyBelowFloor? Outside(int least, int most, string why) =>
        int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null
            : new PolicyBelowFloor(why, least, most);
}

public sealed record NoSuchPolicy(string Name) : Refusal($"There is no setting called '{Name}'.");

public sealed record PolicyNotBackdated(string Name)
    : Refusal($"'{Name}' can change from today on, not in the past: people were promised the old value.");

public sealed record PolicyBelowFloor(string Why, int Least, int Most) : Refusal($"{Why} Choose a number from {Least} to {Most}.");

public sealed record PolicyUnreadable(string Name, string Why) : Refusal($"{Why} Nothing was changed.");

public sealed record HomeQuestionnairesNotReady(string Missing)
    : Refusal($"Questions cannot be answered at home until there is someone to read them. Still missing: {Missing}.");

public sealed record HomeIsStillOn(string Name)
    : Refusal($"Questions are answered at home here, so '{Name}' cannot be empty. Set 'home-questionnaires' to no first.");
