using Candour.CareRecord;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguarding.Store;
using Candour.CareRecord.Waiting;
using Candour.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Candour.Web.Tests.Questionnaires;

/// <summary>"Nobody may tell you what to answer. Tell us if someone did": it is somebody's task, and not the therapist's (H21, H29).</summary>
public sealed class TellUsPageTests
{
    private const string Address = $"/q/{ASession.Form}/tell-us";
    private const string Words = "He sat beside me, and he hits me when I say how I am.";

    [Fact]
    [Trait("Hazard", "H29")]
    public async Task What_somebody_told_beside_the_questions_is_on_the_safeguarding_list_with_owner_and_day_and_not_with_the_therapist()
    {
        await using var a = await ASession.Open();
        var lead = await a.Site.Staff(Roles.SafeguardingLead);
        await Policy(a, PolicyNames.SafeguardingLead, ASite.StaffId(Roles.SafeguardingLead));
        var amy = await a.Amy();
        var sent = await amy.Fill(Address, ("Said", Words));
        sent.Status.ShouldBe(303);
        var told = await amy.Get(sent.Location!);
        // Monday 5 October, in hours: the next day that the service is open.
        told.Body.ShouldContain("Somebody here who is not your therapist reads it by Tuesday 6 October 2026. In danger: call 999.");
        told.Body.ShouldContain("tel:116123");
        told.Body.ShouldNotContain("Jo Demo");

        var list = (await lead.Get("/safeguarding")).Body;
        list.ShouldContain("1 concern is open.");
        list.ShouldContain("Told what to answer, or hurt");
        list.ShouldContain("Not taken up yet. Due 6 October");
        list.ShouldContain("The person themselves");
        list.ShouldNotContain("Amira");
        var one = $"/safeguarding/{await Entry(a)}";
        var shown = await lead.Get(one);
        shown.Body.ShouldContain("A person told us that someone told them what to answer");
        shown.Body.ShouldContain(Words);
        shown.Body.ShouldContain("Their therapist is not told, because it may be about them.");
        (await lead.Fill(shown, $"{one}?handler=Take")).Status.ShouldBe(303);

        var jo = await a.Jo();
        (await jo.Get(one)).Status.ShouldBe(404);
        (await jo.Get("/safeguarding")).Body.ShouldContain("none was shared with you");
        await using var lists = a.Site.Record.Lists();
        foreach (var message in await lists.Set<OutboxRow>().Select(m => m.Message).ToListAsync())
            (await a.Site.Record.Read(Streams.Message(message))).First<MessageQueued>()!.Staff.ShouldNotBe(a.Clinician);
    }

    [Fact]
    [Trait("Hazard", "H29")]
    public async Task A_lead_who_is_also_the_therapist_neither_owns_it_nor_reads_it()
    {
        await using var a = await ASession.Open();
        var me = ASite.StaffId(Roles.SafeguardingLead);
        var lead = await a.Site.Staff(Roles.SafeguardingLead);
        await Policy(a, PolicyNames.SafeguardingLead, me);
        await Tell(a, Streams.Referral(ASession.Referral), new ClinicianAllocated { Clinician = me });
        await (await a.Amy()).Fill(Address, ("Said", Words));

        var raised = (await a.Site.Record.Read(Streams.Safeguarding(await Entry(a)))).First<SafeguardingRaised>()!;
        (raised.Owner, raised.NotFor).ShouldBe(("sam", me));
        (await lead.Get("/safeguarding")).Body.ShouldNotContain(await Entry(a));
        (await lead.Get($"/safeguarding/{await Entry(a)}")).Status.ShouldBe(404);
        new ShareSafeguarding(me).Decide(await a.Site.Record.Read(Streams.Safeguarding(await Entry(a)))).ShouldBeOfType<Refused>();
    }

    [Fact]
    public async Task Pressed_without_a_word_it_is_a_task_too_and_sent_twice_it_is_one()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        var page = await amy.Get(Address);
        await amy.Fill(page, Address);
        await amy.Fill(page, Address);
        (await a.Site.Record.Read(Streams.Safeguarding(await Entry(a)))).First<SafeguardingRaised>()!.Seen.ShouldBe("They wrote nothing more.");
        (await a.Site.Record.Read(Streams.Questionnaire(ASession.Form))).All<PressureReported>().ShouldHaveSingleItem().Entry.ShouldBe(await Entry(a));
    }

    private static Task Policy(ASession a, string name, string value) =>
        Tell(a, Streams.Policy, new PolicySet { Name = name, Value = value, From = new(2026, 1, 1) });

    private static async Task Tell(ASession a, StreamId stream, Event said) =>
        (await a.Site.Record.Write(new($"tell/{stream.Kind}", By.Worker), [stream], (_, _) => Decision.Accept(stream, said))).ShouldBeOfType<Outcome.Done>();

    private static async Task<string> Entry(ASession a)
    {
        await using var lists = a.Site.Record.Lists();
        return (await lists.Set<SafeguardingRow>().SingleAsync()).Entry;
    }
}
