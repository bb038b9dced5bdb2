using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;
using static Candour.Web.Tests.Safeguards.ADisclosure;

namespace Candour.Web.Tests.Safeguards;

/// <summary>The person says that they feel worse: help in the answer itself, and a task with whom it concerns.</summary>
public sealed class WorsePageTests
{
    [Fact]
    public async Task I_feel_worse_shows_help_and_opens_a_task_in_the_same_response()
    {
        await using var a = await ASession.Open();
        var amy = await a.Site.Patient(ASession.Person);
        var help = await amy.Fill("/me/worse", ("Said", "I cannot sleep at all."));
        help.Status.ShouldBe(200);
        help.Body.ShouldContain("tel:116123");
        help.Body.ShouldContain("by 11:15am today");
        RiskTask.OpenOf(await a.OfPerson())!.Told[0].Said.ShouldBe("I cannot sleep at all.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Hazard", "H01")]
    public async Task I_feel_worse_goes_to_the_persons_own_clinician_with_their_referral(bool afterTheSession)
    {
        await using var a = await ASession.Open();
        var referral = Streams.Referral(ASession.Referral);
        await a.Site.Record.Write(new("seed/received", By.Worker), [referral], (_, _) => Decision.Accept(referral, new ReferralReceived
        {
            Person = ASession.Person, ReceivedOn = new(2026, 9, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
        }));
        var amy = await a.Site.Patient(ASession.Person);
        var page = await amy.Get("/me/worse");
        if (afterTheSession)
            a.Clock.Advance(TimeSpan.FromMinutes(31));
        (await amy.Fill(page, "/me/worse", ("Said", "I cannot sleep at all."))).Body.ShouldContain("tel:116123");
        var task = RiskTask.OpenOf(await a.OfPerson()).ShouldNotBeNull();
        (task.Owner, task.OwnerAs, task.Referral).ShouldBe((a.Clinician, RiskOwnerAs.Clinician, ASession.Referral));
    }
}
