using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;

namespace Candour.Web.Tests.Pages.Consent;

public sealed class ConsentPagesTests
{
    private const string PlanPage = $"/pathways/{ACase.Referral}/plan";
    private const string AgreePage = $"/me/agree/{ACase.Referral}";

    private static readonly (string, string)[] GuidedSelfHelp =
        [("Form.Choice", "2/748051000000105"), ("Form.Sessions", "8"), ("Form.Minutes", "35"), ("Form.Medium", "11")];

    [Fact]
    public async Task From_the_plan_to_the_signature_one_idea_a_page()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        var plan = await a.Jo.Get(PlanPage);
        plan.Body.ShouldContain("National guidance suggests 6 to 8 sessions");
        (await a.Jo.Fill(PlanPage, [.. GuidedSelfHelp, ("Form.Clinician", a.JoId)])).Status.ShouldBe(303);

        var amy = await site.Patient(ACase.Person);
        (await amy.Get("/me/agree")).Location.ShouldBe(AgreePage);
        (await amy.Get(AgreePage)).Body.ShouldContain("Its official name is guided self-help (book)");
        (await amy.Get($"{AgreePage}/2")).Body.ShouldContain("8 sessions of about 35 minutes, by video, with Jo Demo, a psychological wellbeing practitioner.");
        (await amy.Get($"{AgreePage}/2")).Body.ShouldContain("Nobody stops you early because of a score.");
        (await amy.Get($"{AgreePage}/3")).Body.ShouldContain("No treatment now");
        (await amy.Fill($"{AgreePage}/4", ("Form.UsualSelf", "Back at choir"))).Location.ShouldBe($"{AgreePage}/5");
        (await amy.Get($"{AgreePage}/5")).Body.ShouldContain("Back at choir");

        var nameless = await amy.Fill($"{AgreePage}/5", ("Form.Answer", "Agree"));
        nameless.Status.ShouldBe(200);
        nameless.Body.ShouldContain("Type your name to agree");
        SignedPlan.InForce(await a.TheReferral()).ShouldBeNull();

        (await amy.Fill($"{AgreePage}/5", ("Form.Answer", "Agree"), ("Form.NameTyped", "Amira Testwell"))).Location.ShouldBe($"{AgreePage}/done");
        (await amy.Get($"{AgreePage}/done")).Body.ShouldContain("Your treatment starts with your next session, Monday 5 October 2026.");
        var signed = SignedPlan.InForce(await a.TheReferral())!;
        (signed.How, signed.UsualSelf, signed.Sessions).ShouldBe((SignedHow.ByLink, "Back at choir", 8));
        (await amy.Get("/me/treatment")).Body.ShouldContain("0 of 8");
    }

    [Theory]
    [InlineData("304891004", "F411", "With the main problem worry (generalised anxiety), about 6 in 10 recover, with any treatment. Of every 1,000 people in England who had this main problem, came to 2 or more treatment sessions and began above a cut-off, 576 recovered. Source: NHS England, yearly report for 2024-25.")]
    [InlineData("304891004", "K58", "With the main problem irritable bowel, 3 to 4 in 10 recover, with any treatment. Of every 1,000 people in England who had this main problem, came to 2 or more treatment sessions and began above a cut-off, 354 recovered. These were only 92 people: too few to rely on. Source: NHS England, yearly report for 2024-25.")]
    [InlineData("304891004", "anxiety", null)]
    [InlineData("748051000000105", "F411", null)]
    public async Task The_figure_of_the_main_problem_is_shown_where_the_treatment_is_for_many_and_one_is_published(string therapy, string problem, string? words)
    {
        var a = await ACase.Open(problem);
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PlanProposed { Plan = "P1AN000000000001", Therapy = therapy, Step = 3, Sessions = 12, Problem = Clinical.Problems.ProblemDescriptor.Find(problem).Code });
        var page = (await (await site.Patient(ACase.Person)).Get(AgreePage)).Body;
        page.ShouldContain("courses that finished. Source: NHS England, yearly report for 2024-25.");
        page.ShouldNotContain("figure is shown too");
        if (words is null)
            page.ShouldNotContain("With the main problem");
        else
            page.ShouldContain(words);
    }

    [Fact]
    public async Task Signed_in_the_assessment_the_treatment_starts_with_a_session_to_come()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Jo.Fill(PlanPage, GuidedSelfHelp);
        site.Clock.AdvanceTo(Clinical.London.At(new(2026, 10, 5), new(11, 20)));
        var amy = await site.Patient(ACase.Person);
        await amy.Fill($"{AgreePage}/5", ("Form.Answer", "Agree"), ("Form.NameTyped", "Amira Testwell"));
        (await amy.Get($"{AgreePage}/done")).Body.ShouldContain("Your treatment starts with your first session. We will tell you when.");
        var starts = Clinical.London.At(new(2026, 10, 12), new(14, 0));
        await a.Tell(Streams.Referral(ACase.Referral), new CareRecord.Appointments.AppointmentBooked
        {
            Appointment = "APP0000000000002", Person = ACase.Person, Clinician = a.JoId, Starts = starts, Ends = starts.Plus(TimeSpan.FromMinutes(35)), Kind = "02", Medium = "11",
        });
        (await amy.Get($"{AgreePage}/done")).Body.ShouldContain("Your treatment starts with your next session, Monday 12 October 2026.");
    }

    [Fact]
    public async Task The_page_says_what_became_of_a_plan_and_never_that_it_was_sent_when_it_was_not()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        async Task<string> Sends(params (string, string)[] plan) => (await a.Jo.Get((await a.Jo.Fill(PlanPage, plan)).Location!)).Body;

        (await Sends(GuidedSelfHelp)).ShouldContain("Saved. Amy is sent it.");
        (await Sends(GuidedSelfHelp)).ShouldContain("Nothing was sent: this is the plan already.");
        (await Sends([("Form.Choice", "2/748101000000105"), .. GuidedSelfHelp[1..], ("Form.AgainstGuidance", "She asks for it.")]))
            .ShouldContain("Saved. It waits for a supervisor. Amy is sent it when they agree.");
        await a.Tell(Streams.Person(ACase.Person), new SafeContactRulesGiven { TextsSafe = false, NeutralName = true });
        (await Sends([.. GuidedSelfHelp[..1], ("Form.Sessions", "6")])).ShouldContain("Saved. Amy is not sent it, for want of a safe way.");
    }

    [Fact]
    public async Task A_changed_plan_keeps_what_they_hope_for_and_does_not_say_that_treatment_starts()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Jo.Fill(PlanPage, GuidedSelfHelp);
        var amy = await site.Patient(ACase.Person);
        await amy.Fill($"{AgreePage}/4", ("Form.UsualSelf", "Back at choir"));
        await amy.Fill($"{AgreePage}/5", ("Form.Answer", "Agree"), ("Form.NameTyped", "Amira Testwell"));

        await a.Jo.Fill(PlanPage, [.. GuidedSelfHelp[..1], ("Form.Sessions", "6")]);
        (await amy.Get($"{AgreePage}/4")).Body.ShouldContain("Back at choir");
        await amy.Fill($"{AgreePage}/5", ("Form.Answer", "Agree"), ("Form.NameTyped", "Amira Testwell"));
        (await amy.Get($"{AgreePage}/done")).Body.ShouldContain("Your plan is changed, from your next session on, Monday 5 October 2026.");
        var signed = SignedPlan.InForce(await a.TheReferral())!;
        (signed.UsualSelf, signed.Sessions).ShouldBe(("Back at choir", 6));

        await a.Jo.Fill(PlanPage, [.. GuidedSelfHelp[..1], ("Form.Sessions", "7")]);
        await amy.Fill($"{AgreePage}/4", ("Form.UsualSelf", ""));
        await amy.Fill($"{AgreePage}/5", ("Form.Answer", "Agree"), ("Form.NameTyped", "Amira Testwell"));
        SignedPlan.InForce(await a.TheReferral())!.UsualSelf.ShouldBeNull("taken away, it does not come back");
    }

    [Fact]
    public async Task Handed_over_in_the_room_the_screen_is_the_persons_and_opens_nothing_else()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Jo.Fill(PlanPage, GuidedSelfHelp);
        var page = await a.Jo.Get(PlanPage);
        var form = page.Body[page.Body.IndexOf("handler=HandOver", StringComparison.Ordinal)..];
        form.ShouldContain("Hand over to Amy");
        (await a.Jo.Fill(page, PlanPage)).Location.ShouldBe(AgreePage);

        (await a.Jo.Get(AgreePage)).Body.ShouldNotContain("Sign out");
        (await a.Jo.Get(PlanPage)).Status.ShouldBe(404);
        (await a.Jo.Get("/me/treatment")).Status.ShouldBe(404);
        (await a.Jo.Fill($"{AgreePage}/5", ("Form.Answer", "Agree"), ("Form.NameTyped", "Amira Testwell"))).Status.ShouldBe(303);
        (await a.Jo.Get($"{AgreePage}/done")).Body.ShouldContain("Give the device back");
        SignedPlan.InForce(await a.TheReferral())!.How.ShouldBe(SignedHow.InTheRoom);
        (await a.Jo.Fill($"{AgreePage}/done")).Location.ShouldBe("/sign-in");
        (await a.Jo.Get(PlanPage)).Status.ShouldBeOneOf(302, 303, 401);
    }

    [Fact]
    public async Task Something_else_goes_to_the_clinician_in_their_words_and_starts_nothing()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Jo.Fill(PlanPage, GuidedSelfHelp);
        var amy = await site.Patient(ACase.Person);
        await amy.Fill($"{AgreePage}/5", ("Form.Answer", "SomethingElse"), ("Form.InTheirWords", "I would rather see someone."));
        (await amy.Get($"{AgreePage}/done")).Body.ShouldContain("That is fine. Nothing starts until you say so.");
        (await a.Jo.Get(PlanPage)).Body.ShouldContain("I would rather see someone.");
        SignedPlan.InForce(await a.TheReferral()).ShouldBeNull();
    }

    [Fact]
    public async Task A_refusal_stands_on_the_same_page_with_what_was_typed()
    {
        var a = await ACase.Open("F431");
        await using var site = a.Site;
        var refused = await a.Jo.Fill(PlanPage, GuidedSelfHelp);
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("PTSD is treated at step 3. Choose a step 3 treatment.");
        refused.Body.ShouldContain("value=\"35\"");
        (await a.Jo.Fill(PlanPage, ("Form.Sessions", "8"))).Body.ShouldContain("Say which treatment. Nobody can agree to");
    }

    [Fact]
    public async Task A_plan_waits_for_a_main_problem_and_that_for_the_talk_about_risk()
    {
        var a = await ACase.Open(problem: null);
        await using var site = a.Site;
        (await a.Jo.Get(PlanPage)).Body.ShouldContain("Add the main problem first, with the reason.");
        var problem = await a.Jo.Get($"/pathways/{ACase.Referral}/problem");
        problem.Body.ShouldContain("Talk about risk and the story first.");
        (await a.TheReferral()).Any<ProblemDescriptorRecorded>().ShouldBeFalse();
    }

    [Fact]
    public async Task Changing_ones_mind_keeps_the_place()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Jo.Fill(PlanPage, GuidedSelfHelp);
        var amy = await site.Patient(ACase.Person);
        await amy.Fill($"{AgreePage}/5", ("Form.Answer", "Agree"), ("Form.NameTyped", "Amira Testwell"));
        (await amy.Get("/me/treatment")).Body.ShouldContain("We will stop this treatment and talk with you about what next. You do not lose your place.");
        (await amy.Fill("/me/treatment")).Location.ShouldBe("/me/treatment");
        SignedPlan.InForce(await a.TheReferral()).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_reads_another_persons_plan()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Jo.Fill(PlanPage, GuidedSelfHelp);
        await a.Tell(Streams.Person("PERS0N0000000002"), new CareRecord.Referrals.PersonRegistered { FirstName = "Bo", LastName = "Sample", FilledBy = CareRecord.Referrals.FilledBy.Me });
        var bo = await site.Patient("PERS0N0000000002");
        (await bo.Get(AgreePage)).Status.ShouldBe(404);
        var answerOnly = await site.Patient(ACase.Person, PatientStrength.Answer, "questionnaire/7K00000000000000");
        (await answerOnly.Get(AgreePage)).Location.ShouldBe($"/l/more?to={Uri.EscapeDataString(AgreePage)}", "a code first");
        (await a.Jo.Get(AgreePage)).Status.ShouldBe(404);
    }
}
