using Candour.CareRecord.Links;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Questionnaires;

public sealed class CarryOnTests
{
    private static readonly StreamId Form = Streams.Questionnaire(AForm.First);
    private static readonly StreamId Person = Streams.Person(AForm.Person);
    private static readonly Sender Northmere = new("Northmere", "01632 960 123", Simulated: false);

    [Fact]
    public async Task A_link_goes_to_a_confirmed_and_safe_number_and_works_until_8pm_tomorrow()
    {
        await using var a = await With(texts: true, confirmed: true);
        var done = (await Send(a, "M1AAAAAAAAAAAAA1")).ShouldBeOfType<Outcome.Done>();
        var sent = done.Events.Select(e => e.Event).OfType<LinkToCarryOnSent>().ShouldHaveSingleItem();
        (sent.Way, sent.Until).ShouldBe((Ways.Text, Moment.Utc(2026, 11, 21, 20)));
        var queued = done.Events.Select(e => e.Event).OfType<MessageQueued>().ShouldHaveSingleItem();
        (queued.LinkPurpose, queued.LinkTarget, queued.Template).ShouldBe((LinkPurpose.AnswerQuestions, AForm.First, "T7"));
        queued.Text!.ShouldStartWith("Northmere: here is the new link you asked for. It works until 8pm tomorrow:");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Without_a_confirmed_and_safe_way_nothing_is_sent_nobody_is_asked_to_call_and_the_code_is_offered(bool texts, bool confirmed)
    {
        await using var a = await With(texts, confirmed);
        var no = (await Send(a, "M1AAAAAAAAAAAAA1")).ShouldBeOfType<Outcome.No>();
        no.Because.Message.ShouldBe("We have no confirmed number or address that is safe to use now, so we sent nothing. Show a code instead and write it down.");
        (await a.Record.Read(Streams.Message("M1AAAAAAAAAAAAA1"))).Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task A_code_opens_the_same_form_with_the_birth_date_and_no_more_after_8pm_tomorrow()
    {
        await using var a = await With(texts: false, confirmed: false);
        var code = NewLink.OnPaper(new SeededRandomness(7));
        (await a.Write([Form], (all, now) => new ShowCodeToCarryOn(code).Decide(all[Form], now))).ShouldBeOfType<Outcome.Done>();
        var opening = new OpeningLinks(a.Record);
        (await opening.Open(NewLink.Printed(code.Token).ToLowerInvariant(), new(1991, 3, 5), new("w", By.Worker))).Because.ShouldBeOfType<WrongBirthDate>();
        (await opening.Open(NewLink.Printed(code.Token), new(1991, 3, 4), new("r", By.Worker))).Opened!.Target.ShouldBe(AForm.First);
        a.Clock.Skip(TimeSpan.FromHours(30));
        (await opening.Open(code.Token, new(1991, 3, 4), new("late", By.Worker))).Because!.Message.ShouldBe("This link worked until 21 November. That has passed.");
    }

    [Fact]
    public async Task Three_an_hour_are_enough_and_an_hour_later_there_are_more()
    {
        await using var a = await With(texts: true, confirmed: true);
        for (var i = 1; i <= 3; i++)
            (await Send(a, $"M1AAAAAAAAAAAAA{i}")).ShouldBeOfType<Outcome.Done>();
        (await Send(a, "M1AAAAAAAAAAAAA4")).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<EnoughForThisHour>();
        a.Clock.Skip(TimeSpan.FromMinutes(61));
        (await Send(a, "M1AAAAAAAAAAAAA4")).ShouldBeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task What_was_sent_is_not_carried_on()
    {
        await using var a = await With(texts: true, confirmed: true);
        await a.Start();
        await a.AnswerAll();
        await a.Send();
        (await Send(a, "M1AAAAAAAAAAAAA1")).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<AlreadySent>();
    }

    private static async Task<AForm> With(bool texts, bool confirmed)
    {
        var a = await AForm.On(Kept.InSqlite);
        var facts = new List<Event>
        {
            new PersonRegistered { FirstName = "Amira", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me },
            new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = "07700900123" },
            new SafeContactRulesGiven { TextsSafe = texts, NeutralName = true },
        };
        if (confirmed)
            facts.Add(new ContactConfirmed { Way = Ways.Text, Address = "07700900123" });
        await a.Write([Person], (_, _) => Decision.Accept(Person, [.. facts]));
        return a;
    }

    private static Task<Outcome> Send(AForm a, string message) => a.Write(
        [Form, Person], (all, now) => new SendLinkToCarryOn(message).Decide(all[Form], all[Person], Northmere, now));
}
