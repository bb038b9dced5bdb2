using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Questionnaires;

public sealed class InTheRoomTests
{
    private static readonly StreamId Form = Streams.Questionnaire(AForm.First);

    [Fact]
    public async Task Handing_over_is_in_the_record_with_the_member_of_staff_who_did_it()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        (await HandOver(a)).ShouldBeOfType<Outcome.Done>();
        (await a.Record.Read(Form)).Recorded<QuestionnaireHandedOver>().ShouldHaveSingleItem().Envelope.By.Actor.ShouldBe("jo");
    }

    [Fact]
    public async Task What_is_sent_closed_or_being_entered_by_staff_is_not_handed_over()
    {
        await using var entered = await AForm.On(Kept.InSqlite);
        var entry = new EnterForPerson(StaffEntryReason.NoInternet, AnswerMode.InSession, null, null, SignOfPerson.InTheRoom, "Amy");
        await entered.Write([Form], (all, now) => entry.Decide(all[Form], now), AForm.Jo);
        (await HandOver(entered)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<EntryBegun>();

        await using var sent = await AForm.On(Kept.InSqlite);
        await sent.Start();
        await sent.AnswerAll();
        await sent.Send();
        (await HandOver(sent)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<AlreadyIn>();

        await using var closed = await AForm.On(Kept.InSqlite);
        closed.Clock.Skip(TimeSpan.FromDays(10));
        (await HandOver(closed)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<FormsOver>();
    }

    [Fact]
    public async Task One_answer_on_the_services_own_device_makes_the_whole_set_one_of_that_device()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.AnswerAll();
        await Give(a, "PHQ9", 1, 2, new() { Mode = AnswerMode.Kiosk });
        await a.Send();
        (await a.OfReferral()).Last<ScoresRecorded>()!.Mode.ShouldBe(AnswerMode.Kiosk);
        (await a.Form()).Given[0].Event.Mode.ShouldBe(AnswerMode.Link);
    }

    [Fact]
    public async Task A_question_answered_in_private_is_the_persons_own_answer_in_a_form_a_carer_fills_in()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start(by: FilledInBy.Carer);
        await a.AnswerAll(item9: 0);
        await Give(a, "PHQ9", 9, 0, new() { InPrivate = true });
        var of9 = (await a.Form()).Given.Where(g => g.Event is { Instrument: "PHQ9", Item: 9 }).ToList();
        of9.Select(g => (g.Event.FilledInBy, g.Event.Private)).ShouldBe([(FilledInBy.Carer, false), (FilledInBy.Person, true)]);
    }

    [Fact]
    public async Task What_the_person_answered_alone_is_replaced_by_somebody_else_only_with_a_higher_concern()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start(by: FilledInBy.Carer);
        await Give(a, "PHQ9", 9, 2, new() { InPrivate = true });
        foreach (var value in new int?[] { 0, 1, 2, null })
            await a.Answer("PHQ9", 9, value);
        (await a.Form()).Given.ShouldHaveSingleItem().Event.Value.ShouldBe(2);
        (await a.OfPerson()).Any<RiskAnswerLowered>().ShouldBeFalse();
        await a.Answer("PHQ9", 9, 3);
        (await a.Form()).Given.Select(g => (g.Event.Value, g.Event.Private)).ShouldBe([(2, true), (3, false)]);
        (await a.OfPerson()).All<RiskDisclosed>().Select(d => d.Value).ShouldBe([2, 3]);
    }

    private static Task<Outcome> HandOver(AForm a) =>
        a.Write([Form], (all, now) => HandOverQuestionnaire.Decide(all[Form], now), AForm.Jo);

    private static Task<Outcome> Give(AForm a, string instrument, int item, int value, How how) =>
        new GiveAnswer(instrument, item, value, a.Clock.Now, "page") { Mode = how.Mode, InPrivate = how.InPrivate }
            .Write(a.Record, new Order($"give{item}", AForm.Amy), AForm.First, new SeededRandomness(5));

    private sealed record How
    {
        public AnswerMode? Mode { get; init; }

        public bool InPrivate { get; init; }
    }
}
