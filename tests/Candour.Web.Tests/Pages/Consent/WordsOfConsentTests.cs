using System.Net;
using Candour.CareRecord;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Sessions;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pages.Consent;

/// <summary>What a person writes while they take consent back, or say that it is not what they said, is read by their clinician.</summary>
public sealed class WordsOfConsentTests
{
    private const string PlanPage = $"/pathways/{ACase.Referral}/plan";
    private const string Plan = "7KP1AN0000000001";
    private const string Words = "It is too soon for me.";

    [Fact]
    public async Task Words_written_with_I_have_changed_my_mind_stand_with_the_plan_and_in_the_timeline()
    {
        var a = await Agreed(SignedHow.ByLink);
        await using var site = a.Site;
        var amy = await site.Patient(ACase.Person);
        (await amy.Fill(await amy.Get("/me/treatment"), "/me/treatment", ("Form.InTheirWords", Words))).Status.ShouldBe(303);
        var page = (await a.Jo.Get(PlanPage)).Body;
        page.ShouldContain("When they took it back, in their words");
        page.ShouldContain(Words);
        WebUtility.HtmlDecode((await a.Jo.Get($"/pathways/{ACase.Referral}")).Body).ShouldContain($"Amy took consent back. “{Words}”");
    }

    [Theory]
    [InlineData("no", "That is not what I said, in their words", "that is not what I said")]
    [InlineData("yes", "That they agreed by phone, in their words", "yes, I agreed")]
    public async Task Words_written_after_a_consent_by_phone_stand_with_the_plan_once_and_in_the_timeline(string answer, string key, string line)
    {
        var a = await Agreed(SignedHow.AloudByTelephone);
        await using var site = a.Site;
        var amy = await site.Patient(ACase.Person);
        (await amy.Fill(await amy.Get("/me/treatment"), "/me/treatment", ("Form.InTheirWords", Words), ("Form.Answer", answer))).Status.ShouldBe(303);
        var page = (await a.Jo.Get(PlanPage)).Body;
        page.ShouldContain(key);
        page.Split(Words).Length.ShouldBe(2);
        WebUtility.HtmlDecode((await a.Jo.Get($"/pathways/{ACase.Referral}")).Body).ShouldContain($"Amy says of the plan agreed by phone: {line}. “{Words}”");
    }

    [Fact]
    public async Task While_a_changed_plan_waits_the_plan_in_force_is_shown_and_can_be_taken_back_which_the_clinician_is_asked_to_talk_about()
    {
        var a = await Agreed(SignedHow.ByLink);
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PlanProposed { Plan = "7KP1AN0000000002", Therapy = Pathways.ACourse.GuidedSelfHelp, Step = 2, Sessions = 12 });
        var amy = await site.Patient(ACase.Person);
        var page = await amy.Get("/me/treatment");
        page.Body.ShouldContain("0 of 8");
        page.Body.ShouldContain("We have suggested a change.");
        page.Body.ShouldNotContain("Earlier versions");
        (await amy.Fill(page, "/me/treatment", ("Form.InTheirWords", Words))).Status.ShouldBe(303);
        SignedPlan.InForce(await a.TheReferral()).ShouldBeNull();
        CareRecord.Pathways.NextStep.Of(await a.TheReferral())!.What.ShouldBe("Talk about what next: took consent back");
        (await a.Jo.Get(PlanPage)).Body.ShouldContain(Words);
        (await amy.Get("/me/treatment")).Body.ShouldContain("You took back your agreement.");
    }

    private static async Task<ACase> Agreed(SignedHow how)
    {
        var a = await ACase.Open();
        await a.Tell(
            Streams.Referral(ACase.Referral),
            new PlanProposed { Plan = Plan, Therapy = Pathways.ACourse.GuidedSelfHelp, Step = 2, Sessions = 8 },
            new PlanSigned { Plan = Plan, How = how, NameTyped = "Amira Testwell" });
        return a;
    }
}
