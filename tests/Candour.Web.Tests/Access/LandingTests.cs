using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.Web.Access;
using Candour.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Candour.Web.Tests.Access;

public sealed class LandingTests
{
    public static TheoryData<string> EveryRole() => new(CareRecord.Access.Permissions.Embedded.Rows
        .Select(r => r.Role).Distinct().Where(role => role is not ("patient" or "proxy" or "public" or "staff_member")));

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Every_word_of_every_menu_leads_to_a_page_that_opens(string role)
    {
        await using var site = await ASite.Open();
        var who = await site.Staff(role);
        using var scope = site.Web.Services.CreateScope();
        var page = (await who.Get(scope.ServiceProvider.GetRequiredService<Landing>().Of(role))).Body;
        var header = page[page.IndexOf("<header", StringComparison.Ordinal)..page.IndexOf("</header>", StringComparison.Ordinal)];
        var wrong = new List<string>();
        foreach (var address in Regex.Matches(header, "href=\"(/[^\"]*)\"").Select(m => m.Groups[1].Value).Distinct())
        {
            if ((await who.Get(address)).Status is not 200 and var status)
                wrong.Add($"{address}: {status}");
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Roles.Administrator, "/inbox")]
    [InlineData(Roles.Pwp, "/today")]
    [InlineData(Roles.PwpTrainee, "/today")]
    [InlineData(Roles.HighIntensity, "/today")]
    [InlineData(Roles.Supervisor, "/today")]
    [InlineData(Roles.EmploymentAdviser, "/today")]
    [InlineData(Roles.ServiceLead, "/manage/waits")]
    [InlineData(Roles.DataManager, "/manage/waits")]
    [InlineData(Roles.ClinicalLead, "/risk")]
    [InlineData(Roles.SafeguardingLead, "/safeguarding")]
    [InlineData(Roles.PrivacyOfficer, "/break-glass")]
    [InlineData(Roles.AccountAdmin, "/manage/people")]
    [InlineData("operator", "/sessions-of-mine")]
    public async Task Everybody_lands_on_a_page_that_is_theirs(string role, string address)
    {
        await using var site = await ASite.Open();
        using var scope = site.Web.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Landing>().Of(role).ShouldBe(address);
        (await (await site.Staff(role)).Get(address)).Status.ShouldBe(200);
    }
}
