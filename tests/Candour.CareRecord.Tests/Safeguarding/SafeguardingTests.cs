using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguarding.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Tests.Pathways;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Safeguarding;

/// <summary>A concern about a child or an adult: written by anybody, owned at once, never closed without words (H29).</summary>
[Trait("Hazard", "H29")]
public sealed class SafeguardingTests
{
    private const string Lead = "STAFFLEAD0000001";

    // Friday 9 October 2026, 3pm: the service opens again on Monday.
    private static readonly Moment Friday = London.At(new(2026, 10, 9), new(15, 0));

    private static readonly StreamId Stream = Streams.Safeguarding("7KSAFEGXARD00001");

    [Fact]
    public void An_entry_has_the_lead_as_owner_and_the_next_working_day_in_the_same_write()
    {
        var accepted = Raise(Set(PolicyNames.SafeguardingLead, Lead)).ShouldBeOfType<Accepted>();
        var raised = accepted.Events.Select(e => e.Event).OfType<SafeguardingRaised>().ShouldHaveSingleItem();
        (raised.Owner, raised.Due, raised.About).ShouldBe((Lead, new DateOnly(2026, 10, 12), ConcernAbout.Child));
        var told = accepted.Events.Select(e => e.Event).OfType<MessageQueued>().ShouldHaveSingleItem();
        (told.Staff, told.Person, told.Text).ShouldBe((Lead, null, "A task needs you. Please sign in."));
    }

    [Fact]
    public void Without_a_lead_the_supervisor_owns_it_who_may_open_it_and_never_the_clinical_lead_who_may_not()
    {
        Raised(Raise(Set(PolicyNames.Supervisor, "STAFFS0000000001"))).Owner.ShouldBe("STAFFS0000000001");
        Raised(Raise(Set(PolicyNames.ClinicalLead, "STAFFC0000000001"))).Owner.ShouldBe(Cover.Nobody);
        var alone = Raise().ShouldBeOfType<Accepted>();
        Raised(alone).Owner.ShouldBe(Cover.Nobody);
        alone.Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Only_an_empty_page_is_refused_and_nobodys_consent_is_asked()
    {
        Raise(null, "  ").ShouldBeOfType<Refused>().Because.ShouldBeOfType<SayWhatWasSeen>();
        var raised = Raised(new RaiseSafeguarding(AStory.PersonId, null, null, "A bruise", null, "M").Decide(History.Empty(Stream), Policy(), Friday));
        (raised.About, raised.DoneAtOnce).ShouldBe((ConcernAbout.NotSure, null));
    }

    [Fact]
    public void The_deadline_is_a_dated_setting_that_cannot_be_loosened()
    {
        Raised(Raise(Set(PolicyNames.SafeguardingDays, "0"))).Due.ShouldBe(new(2026, 10, 9));
        new SetPolicy(PolicyNames.SafeguardingDays, "2", new(2026, 11, 1)).Decide(History.Empty(Streams.Policy), AtWork.Everybody, Friday)
            .ShouldBeOfType<Refused>().Because.ShouldBeOfType<PolicyBelowFloor>();
    }

    [Fact]
    public void Closing_needs_words_and_a_closed_entry_takes_no_more()
    {
        var entry = Written();
        new CloseSafeguarding(" ").Decide(entry).ShouldBeOfType<Refused>().Because.ShouldBeOfType<SayHowItEnded>();
        new NoteSafeguarding("").Decide(entry).ShouldBeOfType<Refused>().Because.ShouldBeOfType<SayWhatWasDone>();
        new ShareSafeguarding(null).Decide(entry).ShouldBeOfType<Refused>().Because.ShouldBeOfType<ChooseWhoReadsIt>();
        entry = Then(entry, new NoteSafeguarding("Called the children's team").Decide(entry));
        entry = Then(entry, new CloseSafeguarding("The children's team has it").Decide(entry));
        SafeguardingEntry.Of(entry)!.IsOpen.ShouldBeFalse();
        new NoteSafeguarding("More").Decide(entry).ShouldBeOfType<Refused>().Because.ShouldBeOfType<SafeguardingIsClosed>();
        new CloseSafeguarding("Again").Decide(entry).ShouldBe(Decision.AlreadySo);
        new TakeSafeguarding().Decide(History.Empty(Stream)).ShouldBeOfType<Refused>().Because.ShouldBeOfType<NoSuchSafeguarding>();
    }

    [Fact]
    public void It_is_known_to_who_wrote_it_who_owns_it_and_whom_it_was_shared_with()
    {
        var entry = Written();
        entry = Then(entry, new ShareSafeguarding("STAFF0THER000001").Decide(entry));
        var known = SafeguardingEntry.Of(entry)!;
        (known.IsKnownTo(AStory.Jo.Actor), known.IsKnownTo(Lead), known.IsKnownTo("STAFF0THER000001"), known.IsKnownTo(AStory.Sam.Actor))
            .ShouldBe((true, true, true, false));
        SafeguardingRow.RowsOf(entry).Single().SharedWith.ShouldBe("STAFF0THER000001");
    }

    [Fact]
    public void An_entry_left_unopened_past_its_day_is_told_once_to_lead_and_clinical_lead()
    {
        var policy = Policy(Set(PolicyNames.SafeguardingLead, Lead), Set(PolicyNames.ClinicalLead, "STAFFC0000000001"));
        var entry = Written();
        var messages = 0;
        var alarm = new AlarmSafeguarding(() => $"7KMESSAGE000000{messages++}");
        alarm.Decide(entry, policy, London.At(new(2026, 10, 12), new(23, 0))).ShouldBe(Decision.AlreadySo);
        var late = London.At(new(2026, 10, 13), new(0, 1));
        var told = alarm.Decide(entry, policy, late).ShouldBeOfType<Accepted>();
        told.Events.Select(e => e.Event).OfType<MessageQueued>().Select(m => m.Staff).ShouldBe([Lead, "STAFFC0000000001"], ignoreOrder: true);
        alarm.Decide(Then(entry, told), policy, late).ShouldBe(Decision.AlreadySo);
        alarm.Decide(Then(entry, new TakeSafeguarding().Decide(entry)), policy, late).ShouldBe(Decision.AlreadySo);
    }

    [Fact]
    public void Where_nobody_can_be_told_the_alarm_is_not_spent_and_tells_the_lead_who_is_named_later()
    {
        var entry = Then(History.Empty(Stream), Raise());
        var late = London.At(new(2026, 10, 13), new(0, 1));
        var alarm = new AlarmSafeguarding(() => "7KMESSAGE0000001");
        alarm.Decide(entry, Policy(), late).ShouldBe(Decision.AlreadySo);
        alarm.Decide(entry, Policy(Set(PolicyNames.SafeguardingLead, Lead)), late).ShouldBeOfType<Accepted>()
            .Events.Select(e => e.Event).OfType<MessageQueued>().ShouldHaveSingleItem().Staff.ShouldBe(Lead);
    }

    [Fact]
    public void Who_goes_hands_it_on_to_the_lead_named_now_who_is_told_and_takes_it_up_anew()
    {
        const string Another = "STAFFLEAD0000002";
        var entry = Written();
        entry = Then(entry, new TakeSafeguarding().Decide(entry));
        var handOn = new HandOnSafeguarding(Lead, "7KMESSAGE0000003");
        handOn.Decide(entry, Policy(Set(PolicyNames.SafeguardingLead, Lead)), AtWork.Everybody, Friday).ShouldBe(Decision.AlreadySo, "nobody else could take it");
        var handed = handOn.Decide(entry, Policy(Set(PolicyNames.SafeguardingLead, Another)), AtWork.Everybody, Friday).ShouldBeOfType<Accepted>();
        handed.Events.Select(e => e.Event).OfType<MessageQueued>().ShouldHaveSingleItem().Staff.ShouldBe(Another);
        entry = Then(entry, handed);
        var now = SafeguardingEntry.Of(entry)!;
        (now.Owner, now.Taken, now.IsKnownTo(Another), now.IsKnownTo(Lead)).ShouldBe((Another, null, true, false));
        SafeguardingRow.RowsOf(entry).Single().Owner.ShouldBe(Another);
        new AlarmSafeguarding(() => "7KMESSAGE0000004").Decide(entry, Policy(), London.At(new(2026, 10, 13), new(0, 1))).ShouldBeOfType<Accepted>()
            .Events.Select(e => e.Event).OfType<MessageQueued>().ShouldHaveSingleItem().Staff.ShouldBe(Another);
    }

    [Fact]
    public void It_is_never_handed_on_to_whom_it_may_be_about()
    {
        const string Therapist = "STAFFTHERAP1ST01", Supervisor = "STAFFS0000000001";
        var raised = new RaiseSafeguarding(AStory.PersonId, null, null, "I was told what to say", null, "7KMESSAGE0000005") { NotFor = Therapist }
            .Decide(History.Empty(Stream), Policy(Set(PolicyNames.SafeguardingLead, Lead)), Friday);
        new HandOnSafeguarding(Lead, "7KMESSAGE0000006").Decide(
                Then(History.Empty(Stream), raised), Policy(Set(PolicyNames.SafeguardingLead, Therapist), Set(PolicyNames.Supervisor, Supervisor)), AtWork.Everybody, Friday)
            .ShouldBeOfType<Accepted>().Events.Select(e => e.Event).OfType<SafeguardingHandedOn>().Single().To.ShouldBe(Supervisor);
    }

    private static Decision Raise(PolicySet? set = null, string seen = "She said \"he shakes the baby\"") =>
        new RaiseSafeguarding(AStory.PersonId, AStory.ReferralId, ConcernAbout.Child, seen, "Phoned the lead", "7KMESSAGE0000009").Decide(
            History.Empty(Stream), set is null ? Policy() : Policy(set), Friday);

    private static History Written() => Then(History.Empty(Stream), Raise(Set(PolicyNames.SafeguardingLead, Lead)));

    private static SafeguardingRaised Raised(Decision decision) =>
        decision.ShouldBeOfType<Accepted>().Events.Select(e => e.Event).OfType<SafeguardingRaised>().Single();

    private static History Then(History entry, Decision decision) =>
        entry.With(decision.ShouldBeOfType<Accepted>().Events.Where(e => e.Stream == Stream).Select(e => e.Event), AStory.Jo, Friday);

    private static PolicySet Set(string name, string value) => new() { Name = name, Value = value, From = new(2026, 1, 1) };

    private static ServicePolicy Policy(params PolicySet[] sets) =>
        ServicePolicy.On(new(2026, 10, 9), History.Empty(Streams.Policy).With(sets, By.Worker, Friday));
}
