using Candour.CareRecord;
using Candour.Web.Access;
using Candour.Web.Hosting;
using Candour.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Candour.Web.Tests.Failures;

/// <summary>More requests than can be served: some wait, some are told so, and neither staff nor patients take the other's place.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Past_the_queue_people_are_told_in_words_and_staff_go_on()
    {
        var served = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var site = await ASite.Open(endpoints: web => web.MapGet("/refer/slow", async () =>
        {
            await served.Task;
            return Results.Text("served");
        }).WithMetadata(new OpenToAllAttribute("a test")));
        var jo = await site.Staff(Roles.Pwp);
        const int Room = Sheds.AtOnce + Sheds.OthersWaiting;
        var asked = Enumerable.Range(0, Room + 20).Select(_ => site.Visitor().Get("/refer/slow")).ToList();
        var refused = new List<Answered>();
        while (refused.Count < 20)
        {
            var one = await Task.WhenAny(asked);
            asked.Remove(one);
            refused.Add(await one);
        }

        refused.ShouldAllBe(r => r.Status == 429);
        refused[0].Body.ShouldContain("Many people are using this");
        refused[0].Body.ShouldContain("Call 116 123");
        refused[0].Header("Retry-After").ShouldBe("10");
        (await jo.Get("/today")).Status.ShouldBe(200);
        (await site.Visitor().Get("/help-now")).Status.ShouldBe(200);
        (await site.Visitor().Get("/readyz")).Status.ShouldBe(200);

        served.SetResult();
        (await Task.WhenAll(asked)).ShouldAllBe(a => a.Status == 200 && a.Body == "served");
        asked.Count.ShouldBe(Room);
    }
}
