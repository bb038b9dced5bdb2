using System.Globalization;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Policies;

/// <summary>The settings of the service as they are on one day, read from the policy stream.</summary>
public sealed class ServicePolicy
{
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly IReadOnlyList<DutySet> _rota;

    private ServicePolicy(IReadOnlyDictionary<string, string> values, IReadOnlyList<DutySet> rota)
    {
        _values = values;
        _rota = rota;
        Hours = OpeningHours.Parse(this[PolicyNames.OpeningHours], this[PolicyNames.ClosedDays]);
    }

    public OpeningHours Hours { get; }

    /// <summary>The setting's value on the day; the product's default where the service has set none.</summary>
    public string this[string name] => _values[name];

    public int YoungestAge => Number(PolicyNames.YoungestAge);

    public int FirstLookMinutes => Number(PolicyNames.FirstLookMinutes);

    public int NoticeDays => Number(PolicyNames.NoticeDays);

    public int NoReplyDays => Number(PolicyNames.NoReplyDays);

    public int NeedsReviewMonths => Number(PolicyNames.NeedsReviewMonths);

    /// <summary>Staff id of the clinical lead; null when nobody is named.</summary>
    public string? ClinicalLead => Text(PolicyNames.ClinicalLead);

    /// <summary>Staff id of the supervisor on the second rung; null when nobody is named.</summary>
    public string? Supervisor => Text(PolicyNames.Supervisor);

    /// <summary>Staff id of the safeguarding lead; null when nobody is named.</summary>
    public string? SafeguardingLead => Text(PolicyNames.SafeguardingLead);

    /// <summary>Where the safeguarding lead is called; null when no number is set.</summary>
    public string? SafeguardingPhone => Text(PolicyNames.SafeguardingPhone);

    public int SafeguardingDays => Number(PolicyNames.SafeguardingDays);

    /// <summary>
    /// Whether answering at home is on at the moment: switched on, and still somebody to read what is answered. A rota that has
    /// run out, or duty or a lead who has gone, switches it off by itself.
    /// </summary>
    public bool HomeQuestionnaires(Moment now, AtWork atWork) => this[PolicyNames.HomeQuestionnaires] == "yes" && MissingForHome(now, atWork).Count == 0;

    /// <summary>What answering at home still wants, in words: opening hours, somebody on duty in the next staffed minute, a clinical lead.</summary>
    public IReadOnlyList<string> MissingForHome(Moment now, AtWork atWork)
    {
        var missing = new List<string>();
        var staffed = NextStaffedMinute(now);
        if (staffed is null)
            missing.Add("opening hours");
        if (Duty(staffed ?? now, atWork) is null)
            missing.Add("a duty rota");
        if (atWork.On(ClinicalLead, London.DayOf(staffed ?? now)) is null)
            missing.Add("a clinical lead");
        return missing;
    }

    /// <summary>Times of duty that have not ended, in the order they were entered; a later one wins where two overlap.</summary>
    public IEnumerable<DutySet> RotaFrom(Moment now) => _rota.Where(d => d.Until > now);

    public static ServicePolicy On(DateOnly day, History policy)
    {
        var values = PolicyNames.Defaults.ToDictionary();
        foreach (var set in policy.All<PolicySet>().Where(p => p.From <= day).OrderBy(p => p.From))
            values[set.Name] = set.Name == PolicyNames.ClosedDays ? $"{values[set.Name]} {set.Value}" : set.Value;
        return new(values, [.. policy.All<DutySet>()]);
    }

    /// <summary>Whether any entry of the rota names them for the moment, first or not.</summary>
    public bool IsOnRota(string staff, Moment moment) => _rota.Any(d => d.Staff == staff && d.From <= moment && moment < d.Until);

    /// <summary>
    /// Staff id of whom the rota names for the moment; null when it is empty then. The last entry made wins. Who is on duty is
    /// asked with <see cref="AtWork"/>: they may have gone.
    /// </summary>
    public string? Duty(Moment moment) => _rota.LastOrDefault(d => d.From <= moment && moment < d.Until)?.Staff;

    /// <summary>The same among those who can take a worry: where the last entry names somebody who cannot, the one before holds.</summary>
    public string? Duty(Moment moment, AtWork atWork) => _rota.LastOrDefault(d =>
        d.From <= moment && moment < d.Until && atWork.Takes(d.Staff, London.DayOf(moment), onDuty: true))?.Staff;

    /// <inheritdoc cref="OpeningHours.NextStaffedMinute"/>
    public Moment? NextStaffedMinute(Moment moment) => Hours.NextStaffedMinute(moment);

    private string? Text(string name) => this[name].Length == 0 ? null : this[name];

    private int Number(string name) => int.Parse(this[name], CultureInfo.InvariantCulture);
}
