using Candour.CareRecord.Access;
using Candour.CareRecord.Safeguards;

namespace Candour.CareRecord.Tests.Safeguards;

/// <summary>Looking at a worry is one thing, acting on it another: the table is asked for each, as they stand to this person.</summary>
public sealed class RiskRoleTests
{
    private static readonly Facts Caseload = new() { Caseload = true, Unit = true }, Duty = new() { Duty = true, Unit = true },
        Unit = new() { Unit = true }, Emergency = new() { BreakGlass = true, Unit = true }, Case = new() { Case = true, Unit = true };

    [Fact]
    public void Whose_it_is_or_who_is_on_duty_does_all_of_it()
    {
        foreach (var facts in new[] { Caseload, Duty })
        {
            foreach (var doing in new[] { RiskDoing.Write, RiskDoing.HandOn, RiskDoing.Close })
                RiskRole.Of(doing, Of(Roles.Pwp), facts).Role.ShouldBe(Roles.Pwp);
        }
    }

    [Fact]
    public void In_an_emergency_what_was_done_is_written_and_nothing_is_closed_agreed_or_handed_on()
    {
        RiskRole.Of(RiskDoing.Write, Of(Roles.Pwp), Emergency).Role.ShouldBe(Roles.Pwp);
        foreach (var doing in new[] { RiskDoing.HandOn, RiskDoing.Close })
            RiskRole.Of(doing, Of(Roles.Pwp), Emergency).No.ShouldBeOfType<OnlyWriteInAnEmergency>().Message.ShouldContain("Write what you did");
        RiskRole.Of(RiskDoing.Agree, Of(Roles.Pwp), Emergency).No.ShouldBeOfType<OnlyAClinicianCloses>();
    }

    [Fact]
    public void The_clinical_lead_and_the_supervisor_act_close_and_agree()
    {
        foreach (var doing in Enum.GetValues<RiskDoing>())
        {
            RiskRole.Of(doing, Of(Roles.ClinicalLead), Unit).Role.ShouldBe(Roles.ClinicalLead);
            RiskRole.Of(doing, Of(Roles.Pwp, Roles.Supervisor), Unit).Role.ShouldBe(Roles.Supervisor);
        }

        RiskRole.Of(RiskDoing.Close, Of(Roles.Pwp, Roles.Supervisor), Caseload).Role.ShouldBe(Roles.Pwp);
        RiskRole.Of(RiskDoing.Agree, Of(Roles.Pwp, Roles.Supervisor), Caseload).Role.ShouldBe(Roles.Supervisor, "agreeing is a supervisor's");
    }

    [Fact]
    public void A_trainee_proposes_for_their_own_people_and_does_nothing_for_others()
    {
        RiskRole.Of(RiskDoing.Close, Of(Roles.PwpTrainee), Caseload).Role.ShouldBe(Roles.PwpTrainee);
        RiskRole.Of(RiskDoing.Agree, Of(Roles.PwpTrainee), Caseload).No.ShouldBeOfType<OnlyAClinicianCloses>();
        RiskRole.Of(RiskDoing.Close, Of(Roles.PwpTrainee), Duty).No.ShouldBeOfType<NotYoursToActOn>();
    }

    [Fact]
    public void A_role_that_only_looks_lends_its_look_to_no_other_role()
    {
        foreach (var doing in new[] { RiskDoing.Write, RiskDoing.HandOn, RiskDoing.Close })
        {
            RiskRole.Of(doing, Of(Roles.SafeguardingLead, Roles.Pwp), Case).No.ShouldBeOfType<NotYoursToActOn>();
            RiskRole.Of(doing, Of(Roles.SafeguardingLead), Case).No.ShouldBeOfType<OnlyAClinicianCloses>();
            RiskRole.Of(doing, Of(Roles.ServiceLead, Roles.Pwp), Unit).No.ShouldBeOfType<NotYoursToActOn>();
        }
    }

    private static Actor Of(params string[] roles) => new("STAFF00000000001", roles[0], roles);
}
