using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.Web.Components.Crisis;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pages.Faults;

public sealed class HelpNumbersPageTests
{
    [Theory]
    [InlineData(30, false, false)]
    [InlineData(31, true, false)]
    [InlineData(90, true, false)]
    [InlineData(91, true, true)]
    public void The_numbers_are_tried_every_month_and_are_red_after_ninety_days(int days, bool due, bool red)
    {
        var check = new HelpNumbers(new(2026, 11, 21), new DateOnly(2026, 11, 21).AddDays(days));
        (check.IsDue, check.IsRed).ShouldBe((due, red));
    }

    [Fact]
    [Trait("Hazard", "H06")]
    public async Task The_lead_sees_when_they_were_tried_and_says_so_and_the_help_page_shows_the_new_day()
    {
        await using var site = await ASite.Open();
        site.Clock.Skip(TimeSpan.FromDays(143));
        var lead = await site.Staff(Roles.ServiceLead);
        (await lead.Get("/manage/waits")).Body.ShouldContain("were not tried for 96 days");
        var page = await lead.Get("/manage/help-numbers");
        page.Body.ShouldContain("Saturday 21 November 2026");
        page.Body.ShouldContain("Call 116 123");
        (await lead.Fill(page, "/manage/help-numbers")).Location.ShouldBe("/manage/help-numbers");
        (await lead.Get("/manage/waits")).Body.ShouldContain(" were last tried on 25 February 2027.");
        site.Clock.Skip(TimeSpan.FromMinutes(2));
        await site.Visitor().Get("/");
        (await site.Visitor().Get("/help-now")).Body.ShouldContain("Checked on Thursday 25 February 2027.");
    }

    [Fact]
    public async Task Who_does_not_lead_is_not_asked()
    {
        await using var site = await ASite.Open();
        (await (await site.Staff(Roles.Pwp)).Get("/manage/help-numbers")).Status.ShouldBe(403);
    }

    [Fact]
    public void A_number_that_has_an_end_is_not_shown_any_more()
    {
        static Dictionary<string, string> Row(string kind, string act, string to, string tried) => new()
        {
            ["from"] = "2026-01-01", ["to"] = to, ["area"] = "England", ["kind"] = kind, ["act"] = act, ["href"] = "tel:999", ["words"] = "", ["checked_on"] = tried,
        };
        var lines = CrisisLines.Of("England", [Row("way", "Old", "2026-06-30", "2026-01-01"), Row("way", "New", "", "2026-11-02"), Row("abuse", "Line", "", "2026-11-05")]);
        lines.Ways.Select(w => w.Act).ShouldBe(["New"]);
        lines.CheckedOn.ShouldBe(new DateOnly(2026, 11, 2));
    }
}
