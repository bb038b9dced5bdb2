using Candour.CareRecord;
using Candour.Web.Access;
using Candour.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Candour.Web.Tests.Access;

public sealed class LandingTests
{
    [Theory]
    [InlineData(Roles.Administrator, "/inbox")]
    [InlineData(Roles.Pwp, "/today")]
    [InlineData(Roles.PwpTrainee, "/today")]
    [InlineData(Roles.HighIntensity, "/today")]
    [InlineData(Roles.Supervisor, "/today")]
    [InlineData(Roles.EmploymentAdviser, "/today")]
    [InlineData(Roles.ServiceLead, "/manage/waits")]
    [InlineData(Roles.DataManager, "/look-up")]
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
