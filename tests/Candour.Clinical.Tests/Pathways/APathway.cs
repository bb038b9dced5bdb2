using Candour.Clinical.Codes;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways;
using Candour.Clinical.Problems;

namespace Candour.Clinical.Tests.Pathways;

/// <summary>
/// Builds a pathway in the words of the service:
/// <c>APathway.Referred(day).Signed(day, GuidedSelfHelp, 8).Seen(day, Treatment, GuidedSelfHelp).Scored("PHQ9", 12)</c>.
/// Sessions are planned for 2pm and 45 minutes. Everything is a fixed, obviously invented example.
/// </summary>
internal sealed class APathway
{
    public const string GuidedSelfHelp = "748051000000105";
    public const string Cbt = "304891004";
    public const string Emdr = "449030000";
    public const string EmploymentSupport = "1098051000000103";
    public const string Signposting = "975131000000104";

    private readonly Pathway _pathway = new();

    public static APathway Referred(DateOnly received)
    {
        var builder = new APathway();
        builder._pathway.Referral = new() { Id = "R1", Provider = "RX1", Received = received };
        return builder;
    }

    /// <summary>The person was here before: their wait goes on from that day.</summary>
    public APathway GoesOnFrom(DateOnly day)
    {
        _pathway.Referral = _pathway.Referral with { GoesOnFrom = day };
        return this;
    }

    public static implicit operator Pathway(APathway builder) => builder._pathway;

    public APathway Discharged(DateOnly day)
    {
        _pathway.Referral = _pathway.Referral with { Discharged = day };
        return this;
    }

    /// <summary>Signed at 10 in the morning of the day, or at another time.</summary>
    public APathway Signed(DateOnly day, string therapy, int sessions, TimeOnly? time = null)
    {
        var at = London.At(day, time ?? new(10, 0));
        var named = Therapy.Find(therapy);
        _pathway.Plans.Add(new()
        {
            Id = $"PLAN{_pathway.Plans.Count}",
            Therapy = named,
            Step = Conformity.StepOf(named) ?? Step.Two,
            Sessions = sessions,
            Made = at,
            Signed = at,
            How = Signature.ByLink,
        });
        return this;
    }

    /// <summary>The last plan is taken back at 10 in the morning of the day.</summary>
    public APathway TakenBack(DateOnly day)
    {
        ChangeLast(_pathway.Plans, plan => plan with { Ended = London.At(day, new(10, 0)) });
        return this;
    }

    public APathway Seen(DateOnly day, string type, params string[] therapies) => With(day, type, Attendance.OnTime, true, therapies);

    /// <summary>A contact at 2pm with any attendance code; null attendance is a blank.</summary>
    public APathway With(DateOnly day, string? type, string? attendance, bool? planned, params string[] therapies)
    {
        var contact = _pathway.Contacts.Add(new()
        {
            Id = $"C{_pathway.Contacts.Count}",
            Day = day,
            Time = new(14, 0),
            PlannedMinutes = 45,
            Type = type,
            Attendance = attendance,
            Planned = planned,
            Row = _pathway.Contacts.Count,
        });
        foreach (var therapy in therapies)
            _pathway.Add(new Activity { Id = $"A{_pathway.Activities.Count}", Contact = contact, Procedure = therapy });
        return this;
    }

    /// <summary>Two people gave the last contact another type.</summary>
    public APathway Said(string type)
    {
        ChangeLast(_pathway.Contacts, contact => contact with { Type = type, TypeByRecord = contact.Type });
        return this;
    }

    /// <summary>A complete set for the last contact, done <paramref name="before"/> its start (negative: after it).</summary>
    public APathway Scored(string instrument, int? value, TimeSpan? before = null)
    {
        var contact = _pathway.Contacts.Count - 1;
        var completed = _pathway.Contacts[contact].Start!.Value.Minus(before ?? TimeSpan.FromHours(5));
        _pathway.Measurements.Add(new()
        {
            Instrument = Instrument.Find(instrument),
            Value = value,
            Contact = contact,
            Day = London.DayOf(completed),
            Completed = value is null ? null : completed,
            Channel = Channel.Link,
            EnteredBy = EnteredBy.Person,
            Row = _pathway.Measurements.Count,
        });
        return this;
    }

    public APathway Problem(string code, DateOnly day)
    {
        _pathway.Complaints.Add(new() { Code = code, Significance = "1", Day = day, Row = _pathway.Complaints.Count });
        return this;
    }

    public APathway Log(DateOnly start, DateOnly end)
    {
        _pathway.InternetLogs.Add(new() { Start = start, End = end, Programme = "Example course", Minutes = 20, Row = _pathway.InternetLogs.Count });
        return this;
    }

    private static void ChangeLast<T>(Rows<T> rows, Func<T, T> change)
        where T : struct
    {
        var all = rows.All.ToArray();
        all[^1] = change(all[^1]);
        rows.Clear();
        foreach (var row in all)
            rows.Add(row);
    }
}
