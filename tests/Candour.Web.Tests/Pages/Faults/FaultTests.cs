using Candour.Clinical;
using Candour.Testing;
using Candour.Web.Components.Crisis;
using Candour.Web.Components.Frame;
using Candour.Web.Pages.Faults;
using Candour.Web.Tests.Components;
using Candour.Web.Tests.Components.Sample;

namespace Candour.Web.Tests.Pages.Faults;

public sealed class FaultTests(SampleHost host) : IClassFixture<SampleHost>
{
    public static TheoryData<string, string> Files { get; } = new([
        ("help-now.html", HelpNow.Page(ServiceFace.OfAnyService, CrisisLines.England).Text()),
        .. new[] { 400, 403, 404, 429, 500, 503 }.Select(status =>
            ($"faults/{status}.html", new FaultPage(status, ServiceFace.OfAnyService, CrisisLines.England).Page().Text())),
    ]);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_committed_page_says_what_the_dated_crisis_lines_say(string file, string page)
    {
        var committed = Checkout.At("src/Candour.Web/wwwroot", file);
        var wanted = Checkout.At("artifacts", file);
        Directory.CreateDirectory(Path.GetDirectoryName(wanted)!);
        File.WriteAllText(wanted, page);
        (File.Exists(committed) ? File.ReadAllText(committed) : "").ShouldBe(page, $"Copy artifacts/{file} to src/Candour.Web/wwwroot/{file}.");
    }

    [Theory]
    [InlineData(400, "Go back, check what you wrote and send it again.")]
    [InlineData(404, "If you came from a message, the link may be cut short. Copy all of it.")]
    [InlineData(429, "Wait a minute and press Send again. Your answers are kept.")]
    [InlineData(500, "Something went wrong on our side at 2:14pm. What you had saved is safe. Try again in a few minutes.")]
    [InlineData(502, "Something went wrong on our side at 2:14pm.")]
    [InlineData(503, "We cannot save anything right now. Do not type more here.")]
    public void A_patients_fault_page_says_what_to_do_and_ends_with_the_crisis_lines(int status, string words)
    {
        var page = new FaultPage(status, SampleHost.Face, CrisisLines.England) { At = At, Reference = "R1" }.Page().Text();
        var text = Html.Parse(page).AllText;
        text.ShouldContain(words);
        text.ShouldContain("Call 116 123");
        text.ShouldContain("Not an emergency service.");
        text.ShouldNotContain("R1");
        page.ShouldNotContain("<script");
    }

    [Fact]
    public void Staff_get_a_reference_number_and_whom_to_ask()
    {
        var text = Html.Parse(new FaultPage(403, SampleHost.Face, CrisisLines.England)
        {
            At = At, Reference = "R1", Staff = new("Jo Demo", "PWP", "pwp"), NotYours = new("administrators", "Sam Lead"),
        }.Page().Text()).AllText;
        text.ShouldContain("This page is for administrators. You are signed in as PWP. If you need it for your work, ask Sam Lead.");
        text.ShouldContain("Reference R1");
        text.ShouldNotContain("Call 116 123");
    }

    [Fact]
    public async Task Help_now_answers_without_a_strip_that_leads_to_itself()
    {
        var page = await host.Get("/help-now");
        page.All.ShouldNotContain(each => each.Is("div", "candour-help"));
        page.AllText.ShouldContain("If someone is hurting you");
        page.AllText.ShouldContain("Checked on Saturday 21 November 2026.");
    }

    [Theory]
    [InlineData("mon 09:00-17:00; tue 09:00-17:00; wed 09:00-17:00", "Monday to Wednesday, 9am to 5pm")]
    [InlineData("mon 09:00-17:00; thu 12:00-20:30", "Monday 9am to 5pm, Thursday midday to 8:30pm")]
    [InlineData("", null)]
    public void Opening_hours_are_said_in_words(string hours, string? words) => CurrentFace.HoursInWords(hours).ShouldBe(words);

    private static Moment At => London.At(new DateOnly(2026, 11, 21), new TimeOnly(14, 14));
}
