using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Policies;

public sealed class SetPolicyTests
{
    private static readonly Moment Now = Moment.Utc(2026, 11, 20, 12);
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData(PolicyNames.FirstLookMinutes, "61")]
    [InlineData(PolicyNames.FirstLookMinutes, "0")]
    [InlineData(PolicyNames.NoticeDays, "13")]
    [InlineData(PolicyNames.NoReplyDays, "20")]
    [InlineData(PolicyNames.YoungestAge, "15")]
    [InlineData(PolicyNames.NoticeDays, "fourteen")]
    public void A_setting_cannot_be_weaker_than_its_floor(string name, string value) =>
        new SetPolicy(name, value, Today).Decide(None, AtWork.Everybody, Now).ShouldBeOfType<Refused>().Because.ShouldBeOfType<PolicyBelowFloor>();

    [Fact]
    public void A_stronger_setting_is_taken_from_its_day_on()
    {
        var set = Of(new PolicySet { Name = PolicyNames.NoticeDays, Value = "21", From = new(2026, 12, 1) });
        ServicePolicy.On(new(2026, 11, 30), set).NoticeDays.ShouldBe(14);
        ServicePolicy.On(new(2026, 12, 1), set).NoticeDays.ShouldBe(21);
    }

    [Fact]
    public void Home_questionnaires_wait_for_hours_a_rota_and_a_clinical_lead()
    {
        var order = new SetPolicy(PolicyNames.HomeQuestionnaires, "yes", Today);
        order.Decide(None, AtWork.Everybody, Now).ShouldBeOfType<Refused>().Because.Message.ShouldContain("a duty rota, a clinical lead");
        var ready = Of(
            new PolicySet { Name = PolicyNames.ClinicalLead, Value = "CLEAD", From = Today },
            new DutySet { Staff = "DUTY", From = Now, Until = Now.Plus(TimeSpan.FromDays(30)) });
        order.Decide(ready, AtWork.Everybody, Now).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void Home_questionnaires_stop_by_themselves_when_the_rota_or_the_lead_is_gone()
    {
        PolicySet on = new() { Name = PolicyNames.HomeQuestionnaires, Value = "yes", From = Today }, lead = new() { Name = PolicyNames.ClinicalLead, Value = "CLEAD", From = Today };
        var duty = new DutySet { Staff = "DUTY", From = Now, Until = Now.Plus(TimeSpan.FromDays(30)) };
        ServicePolicy.On(Today, Of(on, lead, duty)).HomeQuestionnaires(Now, AtWork.Everybody).ShouldBeTrue();
        ServicePolicy.On(Today, Of(on, duty)).HomeQuestionnaires(Now, AtWork.Everybody).ShouldBeFalse();
        ServicePolicy.On(Today, Of(on, lead)).HomeQuestionnaires(Now, AtWork.Everybody).ShouldBeFalse();
        var later = Now.Plus(TimeSpan.FromDays(31));
        ServicePolicy.On(London.DayOf(later), Of(on, lead, duty)).HomeQuestionnaires(later, AtWork.Everybody).ShouldBeFalse();
    }

    [Theory]
    [InlineData(PolicyNames.ClinicalLead)]
    [InlineData(PolicyNames.OpeningHours)]
    public void What_answering_at_home_needs_cannot_be_emptied_while_it_is_on(string name)
    {
        var empty = new SetPolicy(name, "", Today);
        empty.Decide(Of(new PolicySet { Name = PolicyNames.HomeQuestionnaires, Value = "yes", From = Today }), AtWork.Everybody, Now)
            .ShouldBeOfType<Refused>().Because.Message.ShouldContain("Set 'home-questionnaires' to no first.");
        empty.Decide(None, AtWork.Everybody, Now).ShouldBeOfType<Accepted>();
    }

    [Theory]
    [InlineData(PolicyNames.HomeQuestionnaires, "on", "Say yes or no.")]
    [InlineData(PolicyNames.CrisisChecked, "yesterday", "is not a day like")]
    [InlineData(PolicyNames.LeaveTo, "javascript:1", "is not an address like")]
    [InlineData(PolicyNames.Commissioner, "QT", "is not a code of 3 to 5")]
    public void A_setting_that_no_page_could_read_is_refused(string name, string value, string words) =>
        new SetPolicy(name, value, Today).Decide(None, AtWork.Everybody, Now).ShouldBeOfType<Refused>().Because.Message.ShouldContain(words);

    [Fact]
    public void The_rota_answers_for_its_own_hours_only()
    {
        var policy = ServicePolicy.On(Today, Of(new DutySet { Staff = "DUTY", From = Now, Until = Now.Plus(TimeSpan.FromHours(8)) }));
        policy.Duty(Now).ShouldBe("DUTY");
        policy.Duty(Now.Plus(TimeSpan.FromHours(8))).ShouldBeNull();
        policy.Duty(Now.Minus(TimeSpan.FromMilliseconds(1))).ShouldBeNull();
    }

    private static History None => History.Empty(Streams.Policy);

    private static History Of(params Event[] events) => new(
        Streams.Policy,
        [.. events.Select((e, i) => new Recorded(
            new() { Stream = Streams.Policy, Sequence = i + 1, Type = e.GetType().Name, By = By.Worker, At = Now, CommandId = $"c{i}" }, e))]);
}
