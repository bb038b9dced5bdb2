using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Store;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;

namespace Candour.Web.Tests.Failures;

/// <summary>The disk of the record is full. It is a real one of 64 MB, on a loop device.</summary>
public sealed class FullDiskTests
{
    private const int Ballast = 16 * 1024 * 1024;
    private const string Worry = "He said on the telephone that he cannot see how to go on, and that nobody is at home tonight.";

    [Fact]
    public async Task Nothing_is_saved_and_nothing_typed_is_lost_until_the_ballast_is_deleted()
    {
        using var disk = new SmallDisk(64);
        // The top of a new file system is open to every account, and no record is kept there.
        var folder = Path.Combine(disk.Path, "record");
        await using var a = await ASession.Open(on: o => o with { Data = folder, Ballast = Ballast });
        var (amy, jo, machine) = (await a.Amy(), await a.Jo(), a.Site.Visitor());
        await ASession.Start(amy);
        (await ASession.Answer(amy, 1, 2)).Status.ShouldBe(302);
        (await machine.Get("/readyz")).Status.ShouldBe(200);

        disk.Fill(leave: Room.Reserve / 2);
        await Until(machine, 503);
        var answer = await ASession.Answer(amy, 2, 1);
        Refused(answer);
        var address = $"/worry/{ASession.Person}";
        var worry = await jo.Fill(address, ("Said", Worry), ("Source", "FrontDesk"), ("Now", "no"));
        Refused(worry);
        worry.Body.ShouldContain(Worry);
        (await a.OfPerson()).All<RiskDisclosed>().ShouldBeEmpty();

        // Read-only: a page is shown, and the look at it is stored first.
        var looks = await Looks(a);
        (await jo.Get($"/safety-plan/{ASession.Person}")).Status.ShouldBe(200);
        (await Looks(a)).ShouldBeGreaterThan(looks);
        (await machine.Get("/help-now")).Status.ShouldBe(200);
        (await machine.Get("/healthz")).Status.ShouldBe(200);

        File.Delete(Path.Combine(folder, Room.BallastName));
        await Until(machine, 200);
        for (var press = 0; press < 2; press++)
        {
            (await amy.Fill(answer, "", ("Answer", "1"))).Location.ShouldBe($"/q/{ASession.Form}/3");
            (await jo.Fill(worry, "", ("Said", Worry))).Location.ShouldBe($"{address}?done=true");
        }

        (await a.Answers()).Given.Select(g => (g.Event.Item, g.Event.Value)).ShouldBe([(1, 2), (2, 1)]);
        (await a.OfPerson()).All<RiskDisclosed>().Count().ShouldBe(1);
        (await new Rebuild(a.Site.Record.Database).Run(swap: false)).ListsWereEqual.ShouldBeTrue();
    }

    [Fact]
    public async Task Ballast_takes_real_room_and_is_not_laid_where_it_would_fill_the_disk()
    {
        using var disk = new SmallDisk(64);
        var before = disk.Free;
        Room.LayBallast(disk.Path, Ballast).ShouldBeTrue();
        disk.Free.ShouldBeLessThanOrEqualTo(before - Ballast);
        Room.LayBallast(disk.Path, Ballast).ShouldBeTrue();
        File.Delete(Path.Combine(disk.Path, Room.BallastName));
        disk.Fill(leave: Ballast + Room.Reserve);
        Room.LayBallast(disk.Path, Ballast).ShouldBeFalse();
        File.Exists(Path.Combine(disk.Path, Room.BallastName)).ShouldBeFalse();
        await Task.CompletedTask;
    }

    private static void Refused(Answered answer)
    {
        answer.Status.ShouldBe(503);
        answer.Body.ShouldContain("We cannot save anything right now.");
        answer.Body.ShouldContain("What you sent is still on this page");
        answer.Body.ShouldContain("Try again");
    }

    // The room is looked at four times a second; each request is a look, none is a wait.
    private static async Task Until(Visitor machine, int status)
    {
        var deadline = System.Diagnostics.Stopwatch.StartNew();
        while ((await machine.Get("/readyz")).Status != status)
            deadline.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static async Task<long> Looks(ASession a)
    {
        await using var connection = await a.Site.Record.Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from view";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
