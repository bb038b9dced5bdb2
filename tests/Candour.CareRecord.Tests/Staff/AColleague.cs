using Candour.CareRecord.Staff;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Staff;

/// <summary>Staff histories in memory.</summary>
internal static class AColleague
{
    public static readonly Moment Now = Moment.Utc(2026, 9, 7, 9);
    public static readonly By Kay = new("STAFFKAY00000001", Roles.AccountAdmin);
    public static readonly By Lee = new("STAFFLEE00000001", Roles.ServiceLead);

    public static History Jo(params Event[] more) => Called("STAFFJ0000000001", "Jo Demo", "a psychological wellbeing practitioner",
        [new QualificationAwarded { Qualification = "10", AwardedOn = new(2020, 7, 1) }, .. more]);

    public static History Called(string id, string name, string title, params Event[] more) =>
        History.Empty(Streams.Staff(id)).With(
            [new StaffJoined { Name = name, Title = title, From = new(2024, 4, 2), PeopleADay = 5 }, .. more], By.Worker, Now);
}
