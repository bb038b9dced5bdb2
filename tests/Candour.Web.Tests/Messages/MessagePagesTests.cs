using Candour.CareRecord;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Referrals;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Messages;

public sealed class MessagePagesTests
{
    private const string Ivo = "VXM0000000000000";
    private const string Call = "MESSAGE000000001";
    private const string Doubt = "MESSAGE000000002";

    [Fact]
    public async Task The_front_desk_sees_whom_to_call_and_why_and_works_the_row()
    {
        await using var site = await ASite.Open(seed: Seed);
        var desk = await site.Staff(Roles.Administrator);
        var list = await desk.Get("/messages");
        list.Body.ShouldContain("Ivo Madeup");
        list.Body.ShouldContain("Their number or address was never confirmed");

        (await desk.Fill($"/messages/{Call}", ("Outcome", "NoAnswer"))).Body.ShouldContain("Nobody was reached, so this row stays on the list.");
        (await desk.Fill($"/messages/{Call}")).Body.ShouldContain("Say what happened");
        (await desk.Fill($"/messages/{Call}", ("Outcome", "Spoke"), ("WhatWasDone", "Told him by phone"))).Location.ShouldBe("/messages");
        (await FindMessages.CountCallList(site.Record)).ShouldBe(0);
        (await site.Record.Read(Streams.Message(Call))).Last<CallListWorked>()!.WhatWasDone.ShouldBe("Told him by phone");
    }

    [Fact]
    public async Task A_message_in_doubt_is_settled_by_a_person_and_its_words_are_kept_without_the_link()
    {
        await using var site = await ASite.Open(seed: Seed);
        var desk = await site.Staff(Roles.Administrator);
        var page = await desk.Get($"/messages/{Doubt}");
        page.Body.ShouldContain("May have gone");
        page.Body.ShouldContain("Northmere: please tell us if you still want our help.");
        (await desk.Fill(page, $"/messages/{Doubt}", ("SettledAs", "LeaveIt"))).Location.ShouldBe("/messages");
        MessageState.Of(await site.Record.Read(Streams.Message(Doubt)))!.Stage.ShouldBe(MessageStage.Cancelled);
        (await desk.Get("/messages")).Body.ShouldContain("No message is in doubt.");
    }

    [Theory]
    [InlineData(Roles.Pwp)]
    [InlineData(Roles.ServiceLead)]
    public async Task People_of_other_caseloads_are_on_no_other_roles_page(string role)
    {
        await using var site = await ASite.Open(seed: Seed);
        var other = await site.Staff(role);
        foreach (var path in new[] { "/messages", $"/messages/{Call}" })
        {
            var answer = await other.Get(path);
            answer.Status.ShouldBeOneOf(403, 404);
            answer.Body.ShouldNotContain("Madeup");
        }
    }

    [Fact]
    public async Task Every_person_on_the_list_can_see_that_it_was_opened()
    {
        await using var site = await ASite.Open(seed: Seed);
        await (await site.Staff(Roles.Administrator)).Get("/messages");
        await using var connection = await site.Record.Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from view where person='{Ivo}'";
        ((long)(await command.ExecuteScalarAsync())!).ShouldBe(1);
    }

    private static async Task Seed(TheRecord record)
    {
        var person = Streams.Person(Ivo);
        await record.Write(new("seed", By.Worker), [person], (_, now) => Decision.Accept(
                person,
                new PersonRegistered { FirstName = "Ivo", LastName = "Madeup", BirthDate = new(1955, 1, 2), FilledBy = FilledBy.Me },
                new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = "07700 900 321" },
                new SafeContactRulesGiven { TextsSafe = true, NeutralName = true })
            .And(Streams.Message(Call), new MessageBlocked { Template = "T4", Person = Ivo, Why = WhyNotSent.NotConfirmed, Text = "Northmere: your appointment is Tue 6 Oct, 2pm, by video." })
            .And(
                Streams.Message(Doubt),
                new MessageQueued
                {
                    Template = "T2", Way = Ways.Text, Person = Ivo, Address = "07700900321", Due = now, UselessAfter = now.Plus(TimeSpan.FromDays(1)),
                    Text = "Northmere: please tell us if you still want our help. You keep your place: {link}", LinkPurpose = LinkPurpose.ReplyToOptIn,
                },
                new HandOverBegun { Attempt = 1 },
                new MessageMayHaveGone { Attempt = 1 }));
    }
}
