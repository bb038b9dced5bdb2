using Candour.CareRecord;
using Candour.CareRecord.Waiting;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Access;

/// <summary>Conditions of the permissions table that no scope says: a role is let do something in one place only.</summary>
public sealed class ConditionTests
{
    [Fact]
    public async Task An_employment_adviser_reads_no_note_while_no_consent_to_it_can_be_recorded()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var ed = await site.Staff(Roles.EmploymentAdviser);
        await course.Tell("hers", By.Worker, Streams.Referral(ACourse.Referral), new ClinicianAllocated { Clinician = ASite.StaffId(Roles.EmploymentAdviser) });
        foreach (var page in (string[])[$"/sessions/{ACourse.First}", $"/assess/{ACourse.First}"])
        {
            var answer = await ed.Get(page);
            answer.Status.ShouldBe(403, page);
            answer.Body.ShouldNotContain("Went well.");
        }

        (await ed.Get($"/appointments/{ACourse.First}")).Status.ShouldBe(200, "on their caseload");
    }
}
