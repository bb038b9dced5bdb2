using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using static Candour.CareRecord.Tests.Referrals.AReferral;

namespace Candour.CareRecord.Tests.Referrals;

public sealed class ScreeningTests
{
    [Fact]
    public void Accepting_moves_a_referral_from_the_inbox_to_being_reached()
    {
        var a = Received();
        Standing.Of(a.Referral).ShouldBe(Stage.Inbox);
        One<ReferralAccepted>(Screening.Accept(a.Referral));
        Standing.Of(a.OfReferral(new ReferralAccepted()).Referral).ShouldBe(Stage.Reaching);
        Refusal<AlreadyDecided>(Screening.Accept(a.Referral));
    }

    [Fact]
    public void Not_for_us_says_why_and_where_instead()
    {
        var a = Received();
        Refusal<SayWhyNotForUs>(Screening.NotForUs(a.Referral, a.Person, " ", "x", Ada, a.Now));
        Refusal<SayWhereTheyCanGo>(Screening.NotForUs(a.Referral, a.Person, "x", null, Ada, a.Now));
        One<ReferralNotForUs>(Screening.NotForUs(a.Referral, a.Person, "x", "y", Ada, a.Now)).EndCode.ShouldBe("50");
    }

    [Fact]
    [Trait("Hazard", "H11")]
    public void Nobody_is_sent_away_while_a_worry_is_open_and_only_a_clinician_after_one()
    {
        var a = Received(SafeNow.NotSure);
        Refusal<ClinicianOnly>(Screening.NotForUs(a.Referral, a.Person, "x", "y", Ada, a.Now));
        One<ReferralNotForUs>(Screening.NotForUs(a.Referral, a.Person, "x", "y", Cleo, a.Now));
        a.OfPerson(new RiskTaskOpened { Task = "T", Owner = "cleo", OwnerAs = RiskOwnerAs.Duty, ClockFrom = a.Now, Due = a.Now });
        Refusal<WorryStillOpen>(Screening.NotForUs(a.Referral, a.Person, "x", "y", Cleo, a.Now));
    }

    [Fact]
    public void An_objection_brings_it_back_on_the_same_day_for_somebody_else_to_look()
    {
        var a = Received();
        a.OfReferral(Ada, One<ReferralNotForUs>(Screening.NotForUs(a.Referral, a.Person, "x", "y", Ada, a.Now)));
        a.On(11, 20).OfReferral(One<NotForUsObjected>(Screening.Object(a.Referral, "please look again")));
        Standing.Of(a.Referral).ShouldBe(Stage.Inbox);
        Standing.CountsFrom(a.Referral).ShouldBe(new(2026, 11, 2));
        Refusal<SomebodyElseLooks>(Screening.NotForUs(a.Referral, a.Person, "x", "y", Ada, a.Now));
        One<ReferralNotForUs>(Screening.NotForUs(a.Referral, a.Person, "x", "y", Ben, a.Now));
    }

    [Fact]
    public void Triage_is_a_clinicians_and_in_words()
    {
        var a = Received(SafeNow.NeedsHelpToday);
        Refusal<ClinicianOnly>(Screening.Triage(a.Referral, TriageOutcome.GoesOn, "x", Ada));
        Refusal<SayWhatYouSaw>(Screening.Triage(a.Referral, TriageOutcome.GoesOn, "", Cleo));
        var done = Screening.Triage(a.Referral, TriageOutcome.SeenFirst, "Spoke with Ivo. Sister stays tonight.", Cleo);
        One<TriageDone>(done).Outcome.ShouldBe(TriageOutcome.SeenFirst);
        One<ReferralAccepted>(done);
    }

    [Fact]
    [Trait("Hazard", "H41")]
    public void A_death_is_recorded_once_and_can_be_taken_back_with_a_reason()
    {
        var a = Received();
        Refusal<DeathDayWrong>(new RecordDeath(new(2026, 12, 1), null).Decide(a.Person, a.Now));
        a.OfPerson(One<DeathRecorded>(new RecordDeath(null, "his sister").Decide(a.Person, a.Now)));
        Person.Of(a.Person)!.SafeWays.ShouldBeEmpty();
        Refusal<DeathAlreadyRecorded>(new RecordDeath(null, null).Decide(a.Person, a.Now));
        Refusal<SayWhyChanged>(RecordDeath.Withdraw(a.Person, " "));
        a.OfPerson(One<DeathWithdrawn>(RecordDeath.Withdraw(a.Person, "another person")));
        Person.Of(a.Person)!.HasDied.ShouldBeFalse();
        Refusal<NoDeathToWithdraw>(RecordDeath.Withdraw(a.Person, "x"));
    }

    [Fact]
    [Trait("Hazard", "H40")]
    public void A_corrected_number_takes_the_old_one_out_of_every_present_view()
    {
        var a = Received().OfPerson(new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = "07700 900456", Why = "new phone" });
        Person.Of(a.Person)!.AddressFor(Ways.Text).ShouldBe("07700 900456");
        Person.Of(a.Person)!.AddressFor(Ways.Email).ShouldBeNull();
        a.Person.All<ContactDetailsGiven>().Count().ShouldBe(2);
    }
}
