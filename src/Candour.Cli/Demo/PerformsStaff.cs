using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Service;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Staff;
using Candour.Clinical;

namespace Candour.Cli.Demo;

/// <content>The service itself: opened as simulated, its staff, hours, rota and settings.</content>
internal sealed partial class Performance
{
    public const string ServiceName = "Northmere Talking Therapies";

    private readonly List<string> _staffIds = [];

    /// <summary>Staff ids in the order of the scenario.</summary>
    public IReadOnlyList<string> StaffIds => _staffIds;

    /// <param name="provider">The provider code of the store.</param>
    /// <param name="first">The first day of the simulated year.</param>
    /// <param name="last">The last; the rota goes on a year after it, so that a demonstration left running keeps an owner.</param>
    /// <param name="closed">Days closed.</param>
    public async Task Open(string provider, DateOnly first, DateOnly last, IReadOnlySet<DateOnly> closed)
    {
        clock.Now = London.At(first, new TimeOnly(6, 0));
        await Do(By.Worker, nameof(Open), [Streams.Service], (h, _) =>
            new OpenService(ServiceName, "Northmere", provider, Simulated: true).Decide(h[Streams.Service]));
        _staffIds.AddRange(scenario.Staff.Select(_ => Ids.New(randomness)));
        foreach (var (member, id) in scenario.Staff.Zip(_staffIds))
        {
            var stream = Streams.Staff(id);
            var joins = new JoinStaff
            {
                Name = member.Name, Title = TitleOf(member.Role), From = first.AddYears(-2), Team = "Northmere", PeopleADay = 6,
                Supervisor = member.Role is Roles.Pwp or Roles.PwpTrainee or Roles.HighIntensity ? StaffIds[NumberOf(Roles.Supervisor)] : null,
            };
            await Do(By.Worker, nameof(Open), [stream], (h, _) => joins.Decide(h[stream]));
            foreach (var role in member.Roles)
                await Do(By.Worker, nameof(Open), [stream], (h, _) => new AskRole(role, first.AddYears(-2)).Decide(h[stream], By.Worker));
            if (member.Qualification is { } held)
                await Do(By.Worker, nameof(Open), [stream], (h, now) => new AwardQualification(held, first.AddYears(-3)).Decide(h[stream], now));
        }

        await Set(first,
            (PolicyNames.OpeningHours, "mon 09:00-17:00; tue 09:00-19:00; wed 09:00-17:00; thu 09:00-19:00; fri 09:00-17:00"),
            (PolicyNames.ClosedDays, string.Join(' ', closed.Order().Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))),
            (PolicyNames.Area, "Northmere"),
            (PolicyNames.Phone, "01632 960 123"),
            (PolicyNames.ClinicalLead, StaffIds[NumberOf(Roles.ClinicalLead)]),
            (PolicyNames.SafeguardingLead, StaffIds[NumberOf(Roles.ClinicalLead)]),
            (PolicyNames.SafeguardingPhone, "01632 960 124"),
            (PolicyNames.Supervisor, StaffIds[NumberOf(Roles.Supervisor)]),
            (PolicyNames.YoungPeople, "Northmere Young Minds, 01632 960 199"),
            (PolicyNames.FirstTalksWith, StaffIds[NumberOf(Roles.Pwp)]),
            (PolicyNames.JoinByVideo, "You join by video from your own phone or computer. Use the way in that we gave you when you booked."),
            (PolicyNames.WhereToCome, "Come to Northmere Health Centre, 1 Madeup Street. There is a lift. Ask for Northmere at the desk."));
        await Rota(first, last.AddYears(1));
        await Set(first, (PolicyNames.HomeQuestionnaires, "yes"));
    }

    /// <summary>The help numbers were tried on the last day.</summary>
    public Task TryHelpNumbers() => Set(
        London.DayOf(clock.Now), (PolicyNames.CrisisChecked, London.DayOf(clock.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    private async Task Set(DateOnly from, params (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings)
        {
            await Do(By.Worker, $"{nameof(Set)} {name}", [Streams.Policy], (h, now) =>
                new SetPolicy(name, value, from, "Set up with the demonstration.").Decide(h[Streams.Policy], AtWork.Everybody, now));
        }
    }

    /// <summary>Duty goes round the qualified clinicians, a month each.</summary>
    private Task Rota(DateOnly first, DateOnly last)
    {
        int[] round = [0, 4, 1, 5, 7, 2];
        var months = Enumerable.Range(0, ((last.Year - first.Year) * 12) + last.Month - first.Month + 1).Select(first.AddMonths).ToList();
        var duty = months.Select((month, i) => (Event)new DutySet
        {
            Staff = StaffIds[round[i % round.Length]],
            From = London.StartOf(month),
            Until = London.StartOf(month.AddMonths(1)),
        }).ToArray();
        return Do(By.Worker, nameof(Rota), [Streams.Policy], (h, _) => Decision.Accept(Streams.Policy, duty));
    }

    private static string TitleOf(string role) => role switch
    {
        Roles.Pwp => "psychological wellbeing practitioner",
        Roles.PwpTrainee => "trainee psychological wellbeing practitioner",
        Roles.HighIntensity => "therapist",
        Roles.Supervisor => "supervisor and therapist",
        Roles.ClinicalLead => "clinical lead",
        Roles.Administrator => "administrator",
        Roles.ServiceLead => "service lead",
        _ => "data manager",
    };
}
