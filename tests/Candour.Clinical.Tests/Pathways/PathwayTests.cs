using Candour.Clinical.Codes;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;

namespace Candour.Clinical.Tests.Pathways;

public sealed class PathwayTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void One_pathway_is_filled_and_read_again_and_again_without_allocation()
    {
        var pathway = new Pathway();
        FillAndRead(pathway, times: 200);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sessions = FillAndRead(pathway, times: 2_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        sessions.ShouldBe(2_000 * 5);
    }

    [Fact]
    public void Clearing_leaves_nothing_of_the_person_before()
    {
        var pathway = new Pathway();
        Fill(pathway, 1);
        pathway.Clear();
        pathway.Referral.ShouldBe(default);
        pathway.Person.ShouldBe(default);
        pathway.ContactsInOrder.Length.ShouldBe(0);
        foreach (var rows in typeof(Pathway).GetProperties().Where(p => p.PropertyType.Name.StartsWith("Rows", StringComparison.Ordinal)))
            rows.PropertyType.GetProperty("Count")!.GetValue(rows.GetValue(pathway)).ShouldBe(0, rows.Name);
    }

    [Fact]
    public void Contacts_are_ordered_by_day_then_time_with_a_missing_time_first_then_row()
    {
        var pathway = new Pathway();
        Add(Day.AddDays(1), null, 9);
        Add(Day, new(15, 0), 3);
        Add(Day, new(9, 0), 4);
        Add(Day, null, 8);
        Add(Day, new(9, 0), 2);
        pathway.ContactsInOrder.ToArray().ShouldBe([3, 4, 2, 1, 0]);
        Add(Day.AddDays(-1), null, 1);
        pathway.ContactsInOrder.ToArray().ShouldBe([5, 3, 4, 2, 1, 0]);

        void Add(DateOnly day, TimeOnly? time, long row) => pathway.Contacts.Add(new() { Day = day, Time = time, Row = row });
    }

    [Fact]
    public void Activities_are_found_with_their_contact_whatever_the_order_they_came_in()
    {
        var pathway = new Pathway();
        pathway.Contacts.Add(new() { Id = "first" });
        pathway.Contacts.Add(new() { Id = "second" });
        pathway.Add(new Activity { Id = "a", Contact = 1 });
        pathway.Add(new Activity { Id = "b", Contact = 0 });
        pathway.Contacts.Add(new() { Id = "third, with none" });
        pathway.Add(new Activity { Id = "c", Contact = 1 });
        string.Join(" ", Enumerable.Range(0, 3).Select(Of)).ShouldBe("b ac ");

        string Of(int contact)
        {
            var ids = new List<string>();
            foreach (ref readonly var activity in pathway.ActivitiesOf(contact))
                ids.Add(activity.Id);
            return string.Concat(ids.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void What_lies_after_the_day_of_knowledge_is_not_yet_known()
    {
        Pathway pathway = APathway.Referred(Day)
            .Seen(Day.AddDays(10), AppointmentType.Treatment, APathway.Cbt)
            .Seen(Day.AddDays(20), AppointmentType.Treatment, APathway.Cbt)
            .Discharged(Day.AddDays(30));
        OfficialSessions.Find(pathway, Day.AddDays(19)).ShouldBe(1);
        CourseOfCare.IsFinished(pathway, Day.AddDays(29)).ShouldBeFalse();
        CourseOfCare.IsFinished(pathway, Day.AddDays(30)).ShouldBeTrue();
        Waits.DaysOpen(pathway, Day.AddDays(12)).ShouldBe(12);
        Waits.DaysOpen(pathway, Day.AddDays(99)).ShouldBe(30);
        Waits.LastSeen(pathway, Day.AddDays(99)).ShouldBe(Day.AddDays(20));
    }

    /// <summary>Three logs of which one ends in June, and a contact: three sessions at the end of May, on 5, 12 and 20 May.</summary>
    [Fact]
    public void An_internet_log_is_a_session_once_it_has_ended_and_stands_at_its_start()
    {
        Pathway pathway = APathway.Referred(new(2025, 3, 1))
            .Seen(new(2025, 5, 20), AppointmentType.Treatment, APathway.Cbt)
            .Log(new(2025, 5, 26), new(2025, 6, 1))
            .Log(new(2025, 5, 12), new(2025, 5, 18))
            .Log(new(2025, 5, 5), new(2025, 5, 11));
        var sessions = new List<Session>();
        OfficialSessions.Find(pathway, new(2025, 5, 31), sessions).ShouldBe(3);
        sessions.Select(s => s.Day.Day).ShouldBe([5, 12, 20]);
        OfficialSessions.Find(pathway, new(2025, 6, 1)).ShouldBe(4);
    }

    [Fact]
    public void Sessions_given_go_on_counting_when_the_plan_for_the_same_treatment_is_made_longer()
    {
        var builder = APathway.Referred(Day)
            .Seen(Day.AddDays(5), AppointmentType.AssessmentAndTreatment, APathway.GuidedSelfHelp)
            .Signed(Day.AddDays(6), APathway.GuidedSelfHelp, 6)
            .Seen(Day.AddDays(10), AppointmentType.Treatment, APathway.GuidedSelfHelp)
            .Seen(Day.AddDays(17), AppointmentType.Treatment, APathway.Signposting);
        CourseOfCare.SessionsGiven(builder, Day.AddDays(30)).ShouldBe((1, 6));
        builder.Signed(Day.AddDays(20), APathway.GuidedSelfHelp, 8).Seen(Day.AddDays(24), AppointmentType.Treatment, APathway.GuidedSelfHelp);
        CourseOfCare.SessionsGiven(builder, Day.AddDays(30)).ShouldBe((2, 8));
        CourseOfCare.SessionsGiven(APathway.Referred(Day), Day).ShouldBeNull();
    }

    [Theory]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2008-02-29", "2028-02-29", 20)]
    [InlineData("1991-03-04", "2026-03-03", 34)]
    [InlineData("1991-03-04", "2026-03-04", 35)]
    public void Age_is_in_whole_years_and_a_birthday_of_29_February_passes_on_1_March(string born, string day, int age) =>
        new PersonFacts { BirthDate = Parse(born) }.AgeOn(Parse(day)).ShouldBe(age);

    private static int FillAndRead(Pathway pathway, int times)
    {
        var sessions = 0;
        for (var i = 0; i < times; i++)
        {
            Fill(pathway, i);
            sessions += OfficialSessions.Find(pathway, Day.AddDays(400));
            _ = Waits.ToTreatment(pathway, TreatmentRule.Official, Day.AddDays(400));
            _ = Waits.FirstToSecond(pathway, TreatmentRule.Protocol, Day.AddDays(400));
            _ = CountedScore.Of(pathway, 1, Instrument.Phq9);
        }

        return sessions;
    }

    private static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void Fill(Pathway pathway, int number)
    {
        pathway.Clear();
        pathway.Referral = new() { Id = "R", Provider = "RX1", Received = Day, Discharged = Day.AddDays(200) };
        pathway.Person = new() { Id = "P", BirthDate = new(1991, 3, 4) };
        pathway.Plans.Add(new() { Id = "PLAN", Therapy = Candour.Clinical.Problems.Therapy.Find(APathway.Cbt), Sessions = 8, Signed = London.StartOf(Day) });
        for (var i = 0; i < 6; i++)
        {
            var contact = pathway.Contacts.Add(new()
            {
                Id = "C",
                Day = Day.AddDays(7 * (6 - i)),
                Type = i == 5 ? AppointmentType.Assessment : AppointmentType.Treatment,
                Attendance = Attendance.OnTime,
                Planned = true,
                Row = number,
            });
            pathway.Add(new Activity { Id = "A", Contact = contact, Procedure = APathway.Cbt });
            pathway.Measurements.Add(new() { Instrument = Instrument.Phq9, Value = 20 - i, Contact = contact, Day = Day, Row = i });
        }

        pathway.Complaints.Add(new() { Code = "F411", Significance = "1" });
    }
}
