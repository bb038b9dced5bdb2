using Candour.CareRecord;
using Candour.CareRecord.Links;
using Candour.CareRecord.Safeguards;
using Candour.Testing;
using Candour.Web.Access;
using Candour.Web.Hosting;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;

namespace Candour.Web.Tests.Failures;

/// <summary>Made-up codes and passwords cost a slow hash each: one at a time, and the surplus is told so while everybody else goes on.</summary>
public sealed class SlowHashTests
{
    private const int TooMany = 20;

    [Fact]
    public async Task A_flood_of_made_up_codes_keeps_no_answer_to_question_9_and_nobody_at_work_out()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        for (var number = 1; number < 9; number++)
            await ASession.Answer(amy, number, 1);
        var (hashes, made) = (a.Site.Get<SlowHashes>(), new SeededRandomness(4));
        using var inHand = hashes.Codes.AttemptAcquire();
        var flood = Enumerable.Range(0, SlowHashes.CodesWaiting + TooMany).Select(_ => Type(a.Site, NewLink.OnPaper(made).Token)).ToList();

        var refused = await First(TooMany, flood);
        refused.ShouldAllBe(r => r.Status == 429 && r.Header("Retry-After") == "10");
        refused[0].Body.ShouldContain("Many people are using this");
        refused[0].Body.ShouldContain("Call 116 123");
        hashes.Codes.GetStatistics()!.CurrentQueuedCount.ShouldBe(SlowHashes.CodesWaiting);
        hashes.Codes.GetStatistics()!.CurrentAvailablePermits.ShouldBe(0, "one is hashed at a time");
        (await Type(a.Site, "not a code")).Status.ShouldBe(200, "what has not the form of a code costs nothing and waits for nobody");
        (await ASession.Answer(amy, 9, 2)).Body.ShouldContain("Thank you for telling us");
        RiskTask.OpenOf(await a.OfPerson()).ShouldNotBeNull();
        (await SignIn(a.Site)).Status.ShouldBe(200, "looked at, and wrong");

        inHand.Dispose();
        (await Task.WhenAll(flood)).ShouldAllBe(r => r.Status == 200 && r.Body.Contains("We cannot find"));
        hashes.Codes.GetStatistics()!.TotalFailedLeases.ShouldBe(TooMany);
    }

    [Fact]
    public async Task Made_up_passwords_are_hashed_one_at_a_time_and_keep_no_patient_out()
    {
        await using var site = await ASite.Open();
        var hashes = site.Get<SlowHashes>();
        using var inHand = hashes.Passwords.AttemptAcquire();
        var flood = Enumerable.Range(0, SlowHashes.PasswordsWaiting + TooMany).Select(n => SignIn(site, $"nobody{n}@northmere.example")).ToList();
        var refused = await First(TooMany, flood);
        refused.ShouldAllBe(r => r.Status == 429 && r.Header("Retry-After") == "10");
        refused[0].Body.ShouldContain("Call 116 123");
        hashes.Passwords.GetStatistics()!.CurrentQueuedCount.ShouldBe(SlowHashes.PasswordsWaiting);
        (await Type(site, NewLink.OnPaper(new SeededRandomness(5)).Token)).Status.ShouldBe(200);
        inHand.Dispose();
        (await Task.WhenAll(flood)).ShouldAllBe(r => r.Status == 200);
    }

    [Fact]
    public async Task A_flood_of_made_up_passwords_keeps_nobody_out_whose_session_ran_out_here()
    {
        await using var site = await ASite.Open();
        var jo = await site.Staff(Roles.Pwp);
        site.Clock.Advance(TimeSpan.FromMinutes(21));
        using var inHand = site.Get<SlowHashes>().Passwords.AttemptAcquire();
        var flood = Enumerable.Range(0, SlowHashes.PasswordsWaiting + TooMany).Select(n => SignIn(site, $"nobody{n}@northmere.example")).ToList();
        await First(TooMany, flood);
        var again = await jo.Fill("/sign-in", ("Email", "jo.pwp@northmere.example"), ("Password", "not the right words at all"));
        again.Status.ShouldBe(200);
        again.Body.ShouldContain("do not match");
        (await jo.Fill("/sign-in", ("Email", "nobody@northmere.example"), ("Password", "not the right words at all"))).Status.ShouldBe(429, "somebody else's");
        inHand.Dispose();
        await Task.WhenAll(flood);
    }

    [Fact]
    public void Those_who_wait_for_a_hash_leave_places_for_other_strangers() =>
        (SlowHashes.CodesWaiting + 1 + SlowHashes.PasswordsWaiting + 1 + SlowHashes.KnownWaiting + 1).ShouldBeLessThanOrEqualTo(Sheds.AtOnce * 3 / 4);

    private static async Task<List<Answered>> First(int some, List<Task<Answered>> asked)
    {
        var answered = new List<Answered>();
        while (answered.Count < some)
        {
            var one = await Task.WhenAny(asked);
            asked.Remove(one);
            answered.Add(await one);
        }

        return answered;
    }

    private static Task<Answered> Type(ASite site, string code) =>
        site.Visitor().Fill("/l", ("Code", code), ("BirthDate.Day", "4"), ("BirthDate.Month", "3"), ("BirthDate.Year", "1991"));

    private static Task<Answered> SignIn(ASite site, string email = "jo.pwp@northmere.example") =>
        site.Visitor().Fill("/sign-in", ("Email", email), ("Password", "not the right words at all"));
}
