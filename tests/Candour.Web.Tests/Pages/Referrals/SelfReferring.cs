using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Store;
using Candour.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Candour.Web.Tests.Pages.Referrals;

/// <summary>Somebody who refers themselves, up to a step of the form.</summary>
internal static class SelfReferring
{
    internal static Task<Answered> Sent(ASite site) => SentBy(site.Visitor());

    internal static async Task<Answered> SentBy(Visitor visitor)
    {
        await ReadyToSend(visitor);
        await visitor.Fill("/refer/answers");
        return await visitor.Get("/refer/sent");
    }

    internal static Task<Visitor> ReadyToSend(ASite site) => ReadyToSend(site.Visitor());

    private static async Task<Visitor> ReadyToSend(Visitor visitor)
    {
        await Begun(visitor);
        await visitor.Fill("/refer/who", ("Form.WhoFor", "Me"));
        await visitor.Fill("/refer/birth", ("Form.Birth.Day", "4"), ("Form.Birth.Month", "3"), ("Form.Birth.Year", "1991"));
        await visitor.Fill("/refer/gp", ("Form.Practice", "V81997"));
        await visitor.Fill("/refer/name", ("Form.FirstName", "Bo"), ("Form.LastName", "Sample"));
        await visitor.Fill("/refer/contact", ("Form.Ways", "call"), ("Form.Phone", "01632 960001"));
        await visitor.Fill("/refer/thoughts", ("Form.Thoughts", "RatherNotSay"));
        return visitor;
    }

    internal static Task<Visitor> Begun(ASite site) => Begun(site.Visitor());

    private static async Task<Visitor> Begun(Visitor visitor)
    {
        await visitor.Fill("/refer");
        await visitor.Fill("/refer/safe", ("Form.Safe", "Yes"));
        return visitor;
    }

    internal static async Task Answer(Visitor visitor, string step, string next, params (string, string)[] fields)
    {
        var answer = await visitor.Fill($"/refer/{step}", fields);
        answer.Location.ShouldBe(next, $"{step}: {answer.Status}\n{answer.Body}");
    }

    internal static async Task<string> CodeSent(ASite site)
    {
        await using var lists = site.Record.Lists();
        var id = (await lists.Set<CareRecord.Messages.OutboxRow>().SingleAsync()).Message;
        var text = (await site.Record.Read(Streams.Message(id))).First<CareRecord.Messages.MessageQueued>()!.Text!;
        return string.Concat(text.TakeWhile(char.IsAsciiDigit));
    }

    internal static async Task Policies(TheRecord record)
    {
        foreach (var (name, value) in new[]
        {
            (PolicyNames.Area, "Northmere and Southmere"),
            (PolicyNames.Practices, "X00001, Lane End Surgery, NM1 1AA\nX00002, Mill Practice, NM2 2BB"),
            (PolicyNames.Neighbours, "EX, Example Valley Talking Therapies, 01632 960 777"),
            (PolicyNames.YoungPeople, "Young Northmere, 01632 960 555"),
        })
        {
            await record.Write(new($"policy-{name}", By.Worker), [Streams.Policy], (h, now) => new SetPolicy(name, value, new(2026, 1, 1)).Decide(h[Streams.Policy], AtWork.Everybody, now));
        }
    }
}
