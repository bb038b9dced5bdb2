using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Tests.Pathways;
using Candour.Clinical;
using Candour.Testing;
using Shouldly;
using Xunit;

namespace Candour.CareRecord.Tests.Appointments;

public sealed class DoubleBookingTests
{
    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Twenty_people_want_one_slot_at_once_and_one_gets_it(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var people = Enumerable.Range(0, 20).Select(i => (Person: $"PERS0N{i:0000000000}", Referral: $"REFERRA1{i:00000000}")).ToList();
        foreach (var (person, referral) in people)
            await Register(a.Record, person, referral);

        var outcomes = await Task.WhenAll(people.Select((p, i) => Book(a.Record, p.Person, p.Referral, i)));

        outcomes.Count(o => o is Outcome.Done).ShouldBe(1);
        outcomes.OfType<Outcome.No>().Select(o => o.Because.Message).Distinct().ShouldBe(["That has just been taken. Choose another."]);
        await using var db = a.Record.Lists();
        (await db.OfClinician(AStory.Jo.Actor, new(2026, 10, 12), new(2026, 10, 12))).Count.ShouldBe(1);
        (await db.TakenSquares(AStory.Jo.Actor, Moment.Utc(2026, 10, 12), Moment.Utc(2026, 10, 13))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Overlapping_by_a_quarter_of_an_hour_is_taken_and_touching_is_not()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        for (var i = 0; i < 3; i++)
            await Register(a.Record, $"PERS0N{i:0000000000}", $"REFERRA1{i:00000000}");

        (await Book(a.Record, "PERS0N0000000000", "REFERRA100000000", 0)).ShouldBeOfType<Outcome.Done>();
        (await Book(a.Record, "PERS0N0000000001", "REFERRA100000001", 1, new(14, 30))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<JustTaken>();
        (await Book(a.Record, "PERS0N0000000002", "REFERRA100000002", 2, new(14, 45))).ShouldBeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task A_form_posted_twice_books_once()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        await Register(a.Record, "PERS0N0000000000", "REFERRA100000000");

        await Book(a.Record, "PERS0N0000000000", "REFERRA100000000", 0);
        (await Book(a.Record, "PERS0N0000000000", "REFERRA100000000", 0)).ShouldBeOfType<Outcome.Done>().Again.ShouldBeTrue();
        Appointment.Of(await a.Record.Read(Streams.Referral("REFERRA100000000"))).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_group_takes_its_leaders_time_once_and_collides_with_everything_else(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        for (var i = 0; i < 5; i++)
            await Register(a.Record, $"PERS0N{i:0000000000}", $"REFERRA1{i:00000000}");

        (await Place(a.Record, 0, "SLEEP1")).ShouldBeOfType<Outcome.Done>();
        (await Place(a.Record, 1, "SLEEP1")).ShouldBeOfType<Outcome.Done>();
        (await Place(a.Record, 2, "WORRY1")).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<JustTaken>();
        (await Book(a.Record, "PERS0N0000000003", "REFERRA100000003", 3)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<JustTaken>();
        (await Place(a.Record, 4, "SLEEP1", new(16, 0))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<GroupIsAnotherTime>();
        (await Book(a.Record, "PERS0N0000000004", "REFERRA100000004", 5, new(14, 45))).ShouldBeOfType<Outcome.Done>();
        await using var db = a.Record.Lists();
        (await db.TakenSquares(AStory.Jo.Actor, Moment.Utc(2026, 10, 12), Moment.Utc(2026, 10, 13))).Count.ShouldBe(6);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_place_in_a_group_moves_to_another_session_and_takes_its_leaders_time_there_once(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        for (var i = 0; i < 3; i++)
            await Register(a.Record, $"PERS0N{i:0000000000}", $"REFERRA1{i:00000000}");
        (await Place(a.Record, 0, "SLEEP1")).ShouldBeOfType<Outcome.Done>();
        (await Place(a.Record, 1, "SLEEP1")).ShouldBeOfType<Outcome.Done>();
        (await Place(a.Record, 2, "SLEEP2", new(16, 0))).ShouldBeOfType<Outcome.Done>();

        (await Moves(a.Record, 0, null, new(16, 0))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NameTheNewGroup>();
        (await Moves(a.Record, 0, "SLEEP2", new(17, 0))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<GroupIsAnotherTime>();
        (await Moves(a.Record, 0, "SLEEP3", new(14, 0))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<JustTaken>();
        (await Moves(a.Record, 0, "sleep2", new(16, 0))).ShouldBeOfType<Outcome.Done>();

        var there = Appointment.Of(await a.Record.Read(Streams.Referral("REFERRA100000000"))).Single();
        (there.Group, there.Starts).ShouldBe(("SLEEP2", Moment.Utc(2026, 10, 12, 15)));
        Appointment.Of(await a.Record.Read(Streams.Referral("REFERRA100000001"))).Single().Group.ShouldBe("SLEEP1");
        await using var db = a.Record.Lists();
        (await db.TakenSquares(AStory.Jo.Actor, Moment.Utc(2026, 10, 12), Moment.Utc(2026, 10, 13))).Count.ShouldBe(6);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_group_that_its_last_place_has_left_gives_its_leaders_time_back(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        for (var i = 0; i < 4; i++)
            await Register(a.Record, $"PERS0N{i:0000000000}", $"REFERRA1{i:00000000}");
        (await Place(a.Record, 0, "SLEEP1")).ShouldBeOfType<Outcome.Done>();
        (await Place(a.Record, 1, "SLEEP1")).ShouldBeOfType<Outcome.Done>();
        (await Place(a.Record, 2, "SLEEP2", new(16, 0))).ShouldBeOfType<Outcome.Done>();

        (await Leaves(a.Record, 0, "SLEEP1")).ShouldBeOfType<Outcome.Done>();
        (await Book(a.Record, "PERS0N0000000003", "REFERRA100000003", 3)).ShouldBeOfType<Outcome.No>("one still sits in it").Because.ShouldBeOfType<JustTaken>();
        (await Moves(a.Record, 1, "SLEEP2", new(16, 0))).ShouldBeOfType<Outcome.Done>();
        (await Book(a.Record, "PERS0N0000000003", "REFERRA100000003", 3)).ShouldBeOfType<Outcome.Done>("nobody is left in it");
        (await Moves(a.Record, 1, "SLEEP1", new(17, 0))).ShouldBeOfType<Outcome.Done>("an empty group can be placed at another time");
        (await Leaves(a.Record, 2, "SLEEP2")).ShouldBeOfType<Outcome.Done>();
        await using var db = a.Record.Lists();
        (await db.TakenSquares(AStory.Jo.Actor, Moment.Utc(2026, 10, 12), Moment.Utc(2026, 10, 13))).Count.ShouldBe(6);
    }

    private static Task<Outcome> Leaves(TheRecord record, int number, string group)
    {
        var (referral, session) = (Streams.Referral($"REFERRA1{number:00000000}"), GroupSessions.Stream(group));
        var cancel = new CancelAppointment { Appointment = $"APP{number:0000000000000}", AskedBy = AskedBy.Person };
        return record.Write(new($"leave-{number}-{group}", AStory.Sam), [referral, session], (h, now) => cancel.Decide(h[referral], AStory.Sam, now, h[session]));
    }

    /// <summary>Moves a place to a session on the same day.</summary>
    private static Task<Outcome> Moves(TheRecord record, int number, string? group, TimeOnly at)
    {
        var (person, referral) = (Streams.Person($"PERS0N{number:0000000000}"), Streams.Referral($"REFERRA1{number:00000000}"));
        StreamId[] session = group is null ? [] : [GroupSessions.Stream(group)];
        StreamId[] all = [.. new[] { "SLEEP1", "SLEEP2", "SLEEP3" }.Select(GroupSessions.Stream)];
        var move = new MoveAppointment
        {
            Appointment = $"APP{number:0000000000000}", With = new(AStory.Jo.Actor, "Jo", 0, null), Slot = new(new(2026, 10, 12), at, 45), AskedBy = AskedBy.Person, Phone = "", Group = group,
        };
        return record.Write(
            new($"move-{number}-{group}-{at.Hour}", AStory.Sam), [person, referral, .. all],
            (h, now) => move.Decide(
                h[person], h[referral], AStory.Sam, now, session is [var its] ? h[its] : null, GroupSessions.Of(Appointment.Of(h[referral]).Single()) is { } left ? h[left] : null));
    }

    [Fact]
    public async Task A_one_to_one_hour_stops_a_group_over_it()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        for (var i = 0; i < 2; i++)
            await Register(a.Record, $"PERS0N{i:0000000000}", $"REFERRA1{i:00000000}");
        (await Book(a.Record, "PERS0N0000000000", "REFERRA100000000", 0)).ShouldBeOfType<Outcome.Done>();
        (await Place(a.Record, 1, "SLEEP1", new(14, 30))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<JustTaken>();
    }

    /// <summary>Books a place in a group that is led by Jo.</summary>
    private static Task<Outcome> Place(TheRecord record, int number, string group, TimeOnly? at = null)
    {
        var (person, referral, session) = (Streams.Person($"PERS0N{number:0000000000}"), Streams.Referral($"REFERRA1{number:00000000}"), GroupSessions.Stream(group));
        var book = new BookAppointment
        {
            Appointment = $"APP{number:0000000000000}", Person = person.Id, With = new(AStory.Jo.Actor, "Jo", 0, null),
            Slot = new(new(2026, 10, 12), at ?? new(14, 0), 45), Kind = "02", Medium = Media.Video, Return = new() { Mode = ForTheReturn.GroupMode, Group = group, GroupFacilitators = 2 },
        };
        return record.Write(
            new($"place-{number}-{group}", AStory.Sam), [person, referral, session],
            (h, now) => book.Decide(h[person], h[referral], AStory.Sam, now, h[session]));
    }

    private static async Task Register(TheRecord record, string person, string referral) =>
        (await record.Write(new($"register-{person}", AStory.Amy), [Streams.Person(person), Streams.Referral(referral)], (_, _) =>
            ((Accepted)Decision.Accept(Streams.Person(person), new PersonRegistered { FirstName = "Bo", LastName = "Sample", FilledBy = FilledBy.Me }))
                .And(Streams.Referral(referral), new ReferralReceived
                {
                    Person = person, ReceivedOn = new(2026, 10, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
                }))).ShouldBeOfType<Outcome.Done>();

    private static Task<Outcome> Book(TheRecord record, string person, string referral, int number, TimeOnly? at = null)
    {
        var book = new BookAppointment
        {
            Appointment = $"APP{number:0000000000000}", Person = person, With = new(AStory.Jo.Actor, "Jo", 0, null),
            Slot = new(new(2026, 10, 12), at ?? new(14, 0), 45), Kind = "02", Medium = Media.Video,
        };
        return record.Write(
            new($"book-{number}", AStory.Sam), [Streams.Person(person), Streams.Referral(referral)],
            (h, now) => book.Decide(h[Streams.Person(person)], h[Streams.Referral(referral)], AStory.Sam, now));
    }
}
