using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Waiting;
using Candour.Clinical;

namespace Candour.Journeys;

/// <summary>Others at Northmere: a colleague, and people who wait.</summary>
internal static class Others
{
    public const string Pat = "PATDEM0000000001", PatEmail = "pat.demo@northmere.example";

    /// <summary>Pat Demo works here and holds no qualification yet.</summary>
    public static async Task HasPat(this RunningSite site)
    {
        await site.Told("pat", By.Worker, Streams.Staff(Pat),
            new StaffJoined { Name = "Pat Demo", Title = "psychological wellbeing practitioner", From = new(2025, 1, 6) },
            new RoleGranted { RoleName = Roles.Pwp, From = new(2025, 1, 6) });
        (await site.Get<ReadyAccounts>().Add([(Pat, PatEmail, "Pat Demo", [Roles.Pwp])])).ShouldBeNull();
    }

    /// <summary>Three more on the waiting lists, each longer than a month.</summary>
    public static async Task OthersWait(this RunningSite site)
    {
        var al = new By(Northmere.Al, Roles.Administrator);
        var today = London.DayOf(site.Clock.Now);
        foreach (var (number, first, last, days, step) in new[] { (1, "Ivo", "Madeup", 96, 3), (2, "Di", "Mockup", 64, 2), (3, "Cy", "Example", 41, 2) })
        {
            var (person, waits) = ($"PERS0N000000000{number}", $"WA1TS0000000000{number}");
            await site.Told($"person/{number}", al, Streams.Person(person), new PersonRegistered { FirstName = first, LastName = last, BirthDate = new(1980 + number, 5, 6), FilledBy = FilledBy.Me });
            await site.Told($"waits/{number}", al, Streams.Referral(waits),
                new ReferralReceived { Person = person, ReceivedOn = today.AddDays(-days), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me },
                new PutOnWaitingList { Step = step, On = today });
        }
    }
}
