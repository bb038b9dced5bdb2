using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Tests.Questionnaires;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Access;

/// <summary>A record closes to a member of staff who knows the person, or whom the person blocks (safety.md 2.2).</summary>
public sealed class RelationTests
{
    private static readonly Moment Now = Moment.Utc(2026, 10, 9, 15);

    private static readonly StreamId Person = Streams.Person("0000000000000001");

    private static readonly Cover Dee = new(null, "dee", null, null, Now), Nobody = new(null, null, null, null, Now), Jo = new(null, "jo", null, null, Now);

    [Theory]
    [InlineData(null)]
    [InlineData(Closeness.AskedByThePerson)]
    public void A_member_of_staff_says_how_they_know_the_person(Closeness? not)
    {
        Relations.Declare(Told(), "jo", not, Closing(), Now).ShouldBeOfType<Refused>().Because.ShouldBeOfType<SayHowYouKnowThem>();
        var declared = Events(Relations.Declare(Told(), "jo", Closeness.Family, Closing(), Now)).ShouldHaveSingleItem().ShouldBeOfType<RelationDeclared>();
        (declared.Staff, declared.Closeness).ShouldBe(("jo", Closeness.Family));
        Relations.Declare(Told(declared), "jo", Closeness.Family, Closing(), Now).ShouldBe(Decision.AlreadySo);
        RelationRow.RowsOf(Told(declared)).ShouldHaveSingleItem().Staff.ShouldBe("jo");
    }

    [Fact]
    public void What_somebody_said_of_themselves_is_ended_by_another_with_a_reason_and_a_block_by_the_person_alone()
    {
        Event declared = new RelationDeclared { Staff = "jo", Closeness = Closeness.Friend }, blocked = new StaffBlocked { Staff = "jo" };
        Relations.End(Told(declared), "jo", "They chose the wrong person", "jo").ShouldBeOfType<Refused>().Because.ShouldBeOfType<NotYourOwnRelation>();
        Relations.End(Told(declared), "jo", " short ", "pat").ShouldBeOfType<Refused>().Because.ShouldBeOfType<SayWhyItEnds>();
        Relations.End(Told(blocked), "jo", "They chose the wrong person", "pat").ShouldBeOfType<Refused>().Because.ShouldBeOfType<NoSuchRelation>();
        var ended = Events(Relations.End(Told(declared), "jo", "They chose the wrong person", "pat")).ShouldHaveSingleItem();
        RelationRow.RowsOf(Told(declared, ended)).ShouldBeEmpty();
        RelationRow.RowsOf(Told(declared, blocked, ended)).ShouldHaveSingleItem().Closeness.ShouldBe(Closeness.AskedByThePerson);
        RelationRow.RowsOf(Told(declared, blocked, new StaffUnblocked { Staff = "jo" })).ShouldHaveSingleItem().Closeness.ShouldBe(Closeness.Friend);
        RelationRow.RowsOf(Told(blocked, Events(Relations.Unblock(Told(blocked), "jo")).Single())).ShouldBeEmpty();
        Relations.Unblock(Told(declared), "jo").ShouldBe(Decision.AlreadySo);
    }

    [Fact]
    public void Neither_leaves_a_worry_about_the_person_to_nobody_who_was_somebodys_before()
    {
        var last = Closing() with { Before = Jo, After = Nobody };
        Relations.Block(Told(), "jo", last, Now).ShouldBeOfType<Refused>().Because.Message.ShouldContain("nobody else is named here");
        Relations.Declare(Told(), "jo", Closeness.Family, last, Now).ShouldBeOfType<Refused>().Because.ShouldBeOfType<NobodyElseIsNamed>();
        // Where nobody was named before, the block takes nothing away.
        Relations.Block(Told(), "jo", last with { Before = Nobody }, Now).ShouldBeOfType<Accepted>();
    }

    [Fact]
    [Trait("Hazard", "H08")]
    public void An_open_task_of_theirs_passes_to_whoever_has_it_next_who_is_told_in_the_same_write()
    {
        var task = new RiskTaskOpened { Task = "t1", Owner = "jo", OwnerAs = RiskOwnerAs.Clinician, ClockFrom = Now, Due = Now };
        var events = Events(Relations.Block(Told(task), "jo", Closing(), Now));
        events.OfType<RiskTaskHandedOn>().ShouldHaveSingleItem().To.ShouldBe("dee");
        events.OfType<MessageQueued>().ShouldHaveSingleItem().Staff.ShouldBe("dee");
        RiskTask.OpenOf(Told([task, .. events.Where(e => e is RiskTaskHandedOn)]))!.Owner.ShouldBe("dee");
        Events(Relations.Block(Told(task), "ann", Closing(), Now)).ShouldHaveSingleItem().ShouldBeOfType<StaffBlocked>();
    }

    [Fact]
    public void Whoever_treats_the_person_leaves_the_front_desk_the_task_to_find_somebody_else_once()
    {
        var treats = Closing() with { Treats = true };
        var events = Events(Relations.Block(Told(), "jo", treats, Now));
        var asked = events.OfType<DetailsChangeAsked>().ShouldHaveSingleItem();
        (asked.What, asked.InWords).ShouldBe((DetailAsked.AnotherTherapist, "They closed their record to Jo Demo."));
        Events(Relations.Block(Told(asked), "jo", treats, Now)).ShouldHaveSingleItem().ShouldBeOfType<StaffBlocked>();
        Events(Relations.Declare(Told(), "jo", Closeness.Neighbour, treats, Now)).OfType<DetailsChangeAsked>().ShouldHaveSingleItem()
            .What.ShouldBe(DetailAsked.ClinicianKnowsThem);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task In_the_lists_it_closes_what_the_caseload_opened_and_no_emergency_opens_it(Kept kept)
    {
        await using var a = await AForm.On(kept);
        var (cases, closed) = (new CaseFacts(a.Record, a.Randomness), new ClosedRecords(a.Record, new Accounts(a.Record, a.Randomness), a.Randomness));
        var jo = new Actor("jo", Roles.Pwp, [Roles.Pwp]);
        var person = Streams.Person(AForm.Person);
        var whom = new Whom(AForm.Person, AForm.Referral, null, "person/" + AForm.Person);
        await a.Write([person], (_, now) => Decision.Accept(person, new BreakGlassOpened
        {
            Opening = "o1", Staff = "jo", Reason = BreakGlassReason.RiskToLife, Why = "She is here and says she will not go", Until = now.Plus(BreakGlass.Lasts), ReviewBy = new(2026, 12, 1),
        }));
        (await May(Act.View)).ShouldBeOfType<Answer.Yes>("the emergency opens it");

        (await closed.Declare(new("relation/1", new("jo", Roles.Pwp)), AForm.Person, "jo", Closeness.Family)).ShouldBeOfType<Outcome.Done>();
        (await May(Act.View)).ShouldBeOfType<Answer.No>().Why.ShouldBe(Why.OutOfScope);
        (await closed.To("jo")).ShouldHaveSingleItem().Person.ShouldBe(AForm.Person);

        await a.Write([person], (all, _) => Relations.End(all[person], "jo", "They chose the wrong person", "pat"));
        (await May(Act.View)).ShouldBeOfType<Answer.Yes>();
        (await closed.Block(new("relation/2", new(AForm.Person, Roles.Patient)), AForm.Person, "jo")).ShouldBeOfType<Outcome.Done>();
        (await May(Act.View)).ShouldBeOfType<Answer.No>();
        (await closed.To()).ShouldHaveSingleItem().Closeness.ShouldBe(Closeness.AskedByThePerson);

        async Task<Answer> May(string act) => Candour.CareRecord.Access.May.Embedded.Ask(jo, act, "answers", await cases.Of(jo, null, whom));
    }

    private static Closing Closing() => new(Dee, Dee, Treats: false, "Jo Demo", "m1", "r1");

    private static IReadOnlyList<Event> Events(Decision decision) => [.. decision.ShouldBeOfType<Accepted>().Events.Select(e => e.Event)];

    private static History Told(params Event[] events) => new(Person, [.. events.Select((e, i) => new Recorded(
        new() { Stream = Person, Sequence = i + 1, Type = e.GetType().Name, By = new("S1", Roles.Pwp), At = Now, CommandId = $"c{i}" }, e))]);
}
