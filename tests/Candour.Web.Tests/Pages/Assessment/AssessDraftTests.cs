using Candour.CareRecord.Assessment;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pages.Consent;

namespace Candour.Web.Tests.Pages.Assessment;

/// <summary>A call can drop in the middle of a block: what was typed is found again, by its author alone.</summary>
[Trait("Hazard", "H18")]
public sealed class AssessDraftTests
{
    private const string Problem = $"/assess/{ACase.Appointment}/2";
    private const string Risk = $"/assess/{ACase.Appointment}/6";

    [Fact]
    public async Task Without_script_save_draft_keeps_the_block_and_coming_back_finds_it()
    {
        var a = await Started();
        await using var site = a.Site;
        var page = await a.Jo.Get(Problem);
        var kept = await Press(a.Jo, page, Problem, "Draft", ("Said[main]", "Worry about work"), ("Form.Notes", "Since the spring"));
        kept.Status.ShouldBe(303);
        kept.Location!.ShouldStartWith($"{Problem}?draft=");
        (await a.TheReferral()).Any<AssessmentBlockSaved>(b => b.Block == AssessmentBlock.Problem).ShouldBeFalse();

        var later = (await a.Jo.Get(Problem)).Body;
        later.ShouldContain("Only you can see it.");
        later.ShouldContain("not yet, your draft saved");
        later.ShouldNotContain("Worry about work");
        var opened = await a.Jo.Get(Problem + later[later.IndexOf("?draft=", StringComparison.Ordinal)..][..23]);
        opened.Body.ShouldContain("Since the spring");
        var saved = await Press(a.Jo, opened, Problem, "Save", ("Said[main]", "Worry about work"), ("Form.Notes", "Since the spring"));
        saved.Location.ShouldBe(Problem);
        (await a.Jo.Get(Problem)).Body.ShouldNotContain("Only you can see it.");
    }

    [Fact]
    public async Task The_script_keeps_the_draft_while_somebody_types_and_the_choices_with_it()
    {
        var a = await Started();
        await using var site = a.Site;
        var page = await a.Jo.Get(Risk);
        page.Body.ShouldContain($"data-autosave=\"{Risk}?handler=Autosave\"");
        page.Header("Content-Security-Policy")!.ShouldContain("connect-src 'self'");
        (await Press(a.Jo, page, Risk, "Autosave", ("Said[spoken]", "Some"), ("Said[now]", "Said it on the stairs"))).Body.ShouldMatch("^Draft saved at [0-9:]+[ap]m\\. Only you can see it\\.$");
        (await Press(a.Jo, page, Risk, "Autosave", ("Said[spoken]", "Some"), ("Said[now]", "Said it on the stairs"))).Body.ShouldBe("");
        (await Press(a.Jo, await a.Jo.Get(Risk), Risk, "Autosave", ("Said[now]", " "))).Body.ShouldBe("");

        var list = (await a.Jo.Get(Risk)).Body;
        var opened = (await a.Jo.Get(Risk + list[list.IndexOf("?draft=", StringComparison.Ordinal)..][..23])).Body;
        opened.ShouldContain("Said it on the stairs");
        opened.ShouldMatch("<input[^>]*name=\"Said\\[spoken\\]\"[^>]*value=\"Some\"[^>]* checked");
    }

    [Fact]
    public async Task A_draft_is_its_authors_alone()
    {
        var a = await Started();
        await using var site = a.Site;
        await a.Tell(CareRecord.Streams.Policy, new CareRecord.Policies.PolicySet { Name = CareRecord.Policies.PolicyNames.Supervisor, Value = ASite.StaffId(CareRecord.Roles.Supervisor), From = new(2026, 1, 1) });
        var kept = await Press(a.Jo, await a.Jo.Get(Problem), Problem, "Draft", ("Form.Notes", "For my eyes"));
        (await a.Jo.Get(kept.Location!)).Body.ShouldContain("For my eyes");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var seen = await (await site.Staff(CareRecord.Roles.Supervisor)).Get(kept.Location!);
        seen.Status.ShouldBe(200);
        seen.Body.ShouldNotContain("For my eyes");
        seen.Body.ShouldNotContain("Only you can see it.");
    }

    [Fact]
    [Trait("Hazard", "H17")]
    public async Task A_second_window_of_the_same_block_shows_both_texts()
    {
        var a = await Started();
        await using var site = a.Site;
        var (one, two) = (await a.Jo.Get(Problem), await a.Jo.Get(Problem));
        (await Press(a.Jo, one, Problem, "Save", ("Form.Notes", "From the first window"))).Status.ShouldBe(303);
        var page = await Press(a.Jo, two, Problem, "Save", ("Form.Notes", "From the second window"));
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("<bdi>You</bdi> changed this record at");
        page.Body.ShouldContain("From the first window");
        page.Body.ShouldContain("From the second window");
        TheAssessment.Of(await a.TheReferral(), ACase.Appointment).Notes(AssessmentBlock.Problem).ShouldBe("From the first window");
        (await Press(a.Jo, page, Problem, "Save", ("Form.Notes", "From both"))).Status.ShouldBe(303);
        TheAssessment.Of(await a.TheReferral(), ACase.Appointment).Notes(AssessmentBlock.Problem).ShouldBe("From both");
    }

    private static async Task<ACase> Started()
    {
        var a = await ACase.Open("F32");
        (await a.Jo.Fill($"/assess/{ACase.Appointment}", ("Form.WithoutAnswers", "ChoseNotTo"), ("Form.WhereNow", "At home"))).Status.ShouldBe(303);
        return a;
    }

    /// <summary>Presses the button of the block's form that posts to the handler, as the browser does.</summary>
    private static Task<Answered> Press(Visitor who, Answered page, string address, string handler, params (string, string)[] fields) =>
        who.Fill(page with { Body = page.Body.Replace($"action=\"{address}?handler=Save\"", $"action=\"{address}?handler={handler}\"", StringComparison.Ordinal) }, address, fields);
}
