using Candour.Clinical.Codes;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;

namespace Candour.Clinical.Tests.Pathways;

/// <summary>The session list and the dates read from it, against a slow and obvious version on random pathways.</summary>
public sealed class OfficialSessionsReferee
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public void Fast_and_obvious_agree_on_random_pathways()
    {
        var random = new Random(987_654);
        var sessions = new List<Session>();
        for (var round = 0; round < 5_000; round++)
        {
            var pathway = Any(random);
            var asOf = Start.AddDays(random.Next(0, 80));
            var obvious = Obvious(pathway, asOf);
            OfficialSessions.Find(pathway, asOf, sessions).ShouldBe(obvious.Count);
            sessions.ShouldBe(obvious);
            Waits.FirstTreatment(pathway, TreatmentRule.Official, asOf).ShouldBe(obvious.Count > 0 ? obvious[0].Day : null);
            Waits.SecondTreatment(pathway, TreatmentRule.Official, asOf).ShouldBe(obvious.Count > 1 ? obvious[1].Day : null);
        }
    }

    private static List<Session> Obvious(Pathway pathway, DateOnly asOf)
    {
        var end = pathway.Referral.Discharged is { } d && d <= asOf ? d : asOf;
        var contacts = pathway.Contacts.All.ToArray().Select((c, index) => (Contact: c, Index: index))
            .Where(x => x.Contact.Attendance is "5" or "6" || x.Contact.Planned == false)
            .Where(x => x.Contact.Type is "02" or "03" or "05")
            .Where(x => x.Contact.Day >= pathway.Referral.Received && x.Contact.Day <= end)
            .Where(x => !pathway.Activities.All.ToArray().Any(a => a.Contact == x.Index && a.Procedure == APathway.EmploymentSupport))
            .Select(x => (x.Contact.Day, Kind: 0, Time: x.Contact.Time?.Ticks ?? -1, x.Contact.Row, Session: new Session(x.Contact.Day, x.Index, -1)));
        var logs = pathway.InternetLogs.All.ToArray().Select((l, index) => (Log: l, Index: index))
            .Where(x => x.Log.Start >= pathway.Referral.Received && x.Log.Start <= end && x.Log.End <= asOf)
            .Select(x => (Day: x.Log.Start, Kind: 1, Time: -1L, x.Log.Row, Session: new Session(x.Log.Start, -1, x.Index)));
        return [.. contacts.Concat(logs).OrderBy(x => x.Day).ThenBy(x => x.Kind).ThenBy(x => x.Time).ThenBy(x => x.Row).Select(x => x.Session)];
    }

    private static Pathway Any(Random random)
    {
        var pathway = new Pathway();
        var received = Start.AddDays(random.Next(20));
        pathway.Referral = new()
        {
            Id = "R",
            Provider = "RX1",
            Received = received,
            Discharged = random.Next(2) == 0 ? null : received.AddDays(random.Next(60)),
        };
        string?[] types = ["01", "02", "03", "04", "05", "06", "07", "08", "10", null];
        string?[] attendance = ["2", "3", "4", "5", "6", "7", null];
        bool?[] planned = [true, true, false, null];
        string?[] done = [APathway.Cbt, APathway.GuidedSelfHelp, APathway.Signposting, APathway.EmploymentSupport, null];
        for (var i = random.Next(9); i > 0; i--)
        {
            var contact = pathway.Contacts.Add(new()
            {
                Id = "C",
                Day = Start.AddDays(random.Next(80)),
                Time = random.Next(3) == 0 ? null : new TimeOnly(random.Next(9, 12), 0),
                Type = random.Next(2) == 0 ? AppointmentType.Treatment : types[random.Next(types.Length)],
                Attendance = random.Next(2) == 0 ? Attendance.OnTime : attendance[random.Next(attendance.Length)],
                Planned = planned[random.Next(planned.Length)],
                Row = 100 - i,
            });
            for (var a = random.Next(3); a > 0; a--)
                pathway.Add(new Activity { Id = "A", Contact = contact, Procedure = done[random.Next(done.Length)] });
        }

        for (var i = random.Next(4); i > 0; i--)
        {
            var start = Start.AddDays(random.Next(80));
            pathway.InternetLogs.Add(new() { Start = start, End = start.AddDays(random.Next(20)), Row = i });
        }

        return pathway;
    }
}
