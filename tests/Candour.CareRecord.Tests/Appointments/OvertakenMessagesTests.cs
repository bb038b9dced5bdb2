using Candour.CareRecord.Appointments;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Tests.Messages;
using Candour.CareRecord.Tests.Questionnaires;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Appointments;

/// <summary>What waits for the morning, and is not so any more by then, is not said.</summary>
public sealed class OvertakenMessagesTests
{
    private const string Second = "APPTNORTHMERE002";
    private static readonly StreamId Person = Streams.Person(AForm.Person);
    private static readonly StreamId Referral = Streams.Referral(AForm.Referral);
    private static readonly Moment Evening = Moment.Utc(2026, 11, 16, 20, 30);
    private static readonly Moment Morning = Moment.Utc(2026, 11, 17, 8, 1);
    private static readonly DateOnly Friday = new(2026, 11, 27);

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Moved_in_the_night_only_the_new_time_is_said(Kept kept)
    {
        await using var a = await Booked(kept);
        a.Clock.AdvanceTo(Evening.Plus(TimeSpan.FromMinutes(30)));
        await Move(a, Friday, new(16, 0));
        (await Sent(a)).ShouldHaveSingleItem().ShouldContain("Fri 27 Nov, 4pm");
    }

    [Theory]
    [InlineData(AskedBy.Person, new string[0])]
    [InlineData(AskedBy.Us, new[] { "T16" })]
    public async Task Called_off_in_the_night_the_booking_is_not_said(AskedBy asked, string[] said)
    {
        await using var a = await Booked(Kept.InSqlite);
        await Cancel(a, Second, asked);
        a.Clock.AdvanceTo(Morning);
        (await Run(a)).Select(m => m.Template).ShouldBe(said);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_that_did_not_see_the_message_still_keeps_it_from_going(bool moved)
    {
        await using var a = await Booked(Kept.InSqlite);
        a.Clock.AdvanceTo(Evening.Plus(TimeSpan.FromMinutes(30)));
        Event change = moved
            ? new AppointmentMoved { Appointment = Second, Clinician = "jo", Starts = London.At(Friday, new(16, 0)), Ends = London.At(Friday, new(17, 0)), Medium = "11", AskedBy = AskedBy.Us }
            : new AppointmentCancelled { Appointment = Second, AskedBy = AskedBy.Us };
        await a.Write([Referral], (_, _) => Decision.Accept(Referral, change));
        (await Sent(a)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("moved")]
    [InlineData("called off")]
    [InlineData("answered")]
    [InlineData("declined")]
    [InlineData("")]
    public async Task The_questions_are_not_asked_before_a_session_that_is_not_then_nor_of_who_has_answered(string what)
    {
        // The session is on Monday at 2pm: its questions are due on Friday at 2pm, and this person's texts come after 6pm.
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2026, 11, 20, 14), issued: false);
        await Reachable(a, "18:00", "20:00");
        await a.Write([Streams.Policy], (_, _) => Decision.Accept(
            Streams.Policy, new PolicySet { Name = PolicyNames.HomeQuestionnaires, Value = "yes", From = new(2026, 1, 1) }));
        await new SendQuestions(Wordings.Shipped, new SeededRandomness(3)).Run(a.Record, a.Clock.Now);
        var set = (await a.OfReferral()).Last<QuestionsIssued>()!.Questionnaire;
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 20, 15));
        switch (what)
        {
            case "moved":
                await Move(a, Friday, new(16, 0), AForm.Appointment);
                break;
            case "called off":
                await a.Write([Referral], (_, _) => Decision.Accept(Referral, Other));
                await Cancel(a, AForm.Appointment, AskedBy.Person);
                break;
            case "answered":
                await a.Start(set);
                await a.AnswerAll(set);
                await a.Send(set);
                break;
            case "declined":
                await a.Write([Streams.Questionnaire(set), Referral], (h, now) => new DeclineQuestionnaire().Decide(h[Streams.Questionnaire(set)], h[Referral], now));
                break;
        }

        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 20, 18, 5));
        (await Run(a)).Select(m => m.Template).ShouldBe(what switch { "" => ["T5"], "moved" => ["T4"], _ => [] });
    }

    [Fact]
    public async Task Nobody_is_to_call_with_the_old_time_either()
    {
        await using var a = await AForm.On(Kept.InSqlite, Evening, issued: false);
        await a.Write([Person], (_, _) => Decision.Accept(Person, new PersonRegistered { FirstName = "Amira", LastName = "Testwell", FilledBy = FilledBy.Me }));
        await Book(a);
        (await FindMessages.CallList(a.Record, 0, 10)).Count.ShouldBe(1);
        await Move(a, Friday, new(16, 0));

        var row = (await FindMessages.CallList(a.Record, 0, 10)).ShouldHaveSingleItem();
        (await a.Record.Read(Streams.Message(row.Message))).First<MessageBlocked>()!.Text!.ShouldContain("Fri 27 Nov, 4pm");
        await Cancel(a, Second, AskedBy.Person);
        (await FindMessages.CallList(a.Record, 0, 10)).ShouldBeEmpty();
    }

    /// <summary>Booked at half past eight in the evening: its text waits for eight in the morning.</summary>
    private static async Task<AForm> Booked(Kept kept)
    {
        var a = await AForm.On(kept, Evening, issued: false);
        await Reachable(a);
        await Book(a);
        return a;
    }

    private static AppointmentBooked Other => new()
    {
        Appointment = Second, Person = AForm.Person, Clinician = "jo", Starts = London.At(Friday, new(14, 0)), Ends = London.At(Friday, new(15, 0)), Kind = "02", Medium = "11",
    };

    private static Task Book(AForm a) => Tell(a, (_, _) => Decision.Accept(Referral, Other));

    private static Task Move(AForm a, DateOnly day, TimeOnly at, string appointment = Second) => Tell(a, (h, now) => new MoveAppointment
    {
        Appointment = appointment, With = new("jo", "Jo", 0, null), Slot = new(day, at, 60), AskedBy = AskedBy.Us, Phone = "01632 960000",
    }.Decide(h[Person], h[Referral], AForm.Jo, now));

    private static Task Cancel(AForm a, string appointment, AskedBy asked) => Tell(a, (h, now) => new CancelAppointment
    {
        Appointment = appointment, AskedBy = asked,
    }.Decide(h[Referral], AForm.Jo, now));

    private static async Task Tell(AForm a, Func<Histories, Moment, Decision> decide)
    {
        var message = Ids.New(a.Randomness);
        (await a.Write([Person, Referral, .. TellThem.Streams, .. await TellThem.Unsaid(a.Record, Person)],
            (h, now) => TellThem.Of(decide(h, now), h, Person, Referral, message, now), AForm.Jo)).ShouldBeOfType<Outcome.Done>();
    }

    private static async Task<IReadOnlyList<string>> Sent(AForm a)
    {
        a.Clock.AdvanceTo(Morning);
        return [.. (await Run(a)).Select(m => m.Text!)];
    }

    /// <summary>What leaves in the next round.</summary>
    private static async Task<IReadOnlyList<MessageQueued>> Run(AForm a)
    {
        var channel = new Counting();
        await new Outbox(_ => channel, t => t, a.Randomness).Run(a.Record, a.Clock.Now);
        var sent = new List<MessageQueued>();
        foreach (var id in channel.Sent)
            sent.Add((await a.Record.Read(Streams.Message(id))).First<MessageQueued>()!);
        return sent;
    }

    private static Task Reachable(AForm a, string? from = null, string? until = null) => a.Write([Person], (_, _) => Decision.Accept(
        Person,
        new PersonRegistered { FirstName = "Amira", LastName = "Testwell", CalledName = "Amy", FilledBy = FilledBy.Me },
        new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = "07700 900123" },
        new SafeContactRulesGiven { TextsSafe = true, NeutralName = true, MessagesFrom = from, MessagesUntil = until },
        new ContactConfirmed { Way = Ways.Text, Address = "07700 900123" }));
}
