using Candour.CareRecord.Complaints;
using Candour.CareRecord.Complaints.Store;
using Candour.CareRecord.Erasure;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Store;
using Candour.CareRecord.Tests.Messages;
using Candour.Clinical;
using Candour.Testing;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Tests.Complaints;

public sealed class ComplaintTests
{
    private const string Id = "7KC0MP1A1N000001";
    private static readonly By Sam = new("STAFFSAM00000001", Roles.ServiceLead);
    private static readonly StreamId Stream = Streams.Complaint(Id);
    private static readonly History None = History.Empty(Stream);

    /// <summary>Monday 5 October 2026.</summary>
    private static readonly Moment Now = Moment.Utc(2026, 10, 5, 9);

    private static readonly ServicePolicy Policy = ServicePolicy.On(London.DayOf(Now), History.Empty(Streams.Policy));

    private static MakeComplaint Make(string? what = "Nobody called back.", string? person = "7KAM1RA000000001", bool? mayContact = true) =>
        new(what, "A call", [(Sam.Actor, "7KM0000000000001")]) { Person = person, MayContact = mayContact };

    private static History Made(MakeComplaint? make = null) => None.With(
        (make ?? Make()).Decide(None, Policy, Now).ShouldBeOfType<Accepted>().Events.Where(e => e.Stream == Stream).Select(e => e.Event), new By("7KAM1RA000000001", Roles.Patient), Now);

    [Fact]
    public void A_complaint_stands_on_a_stream_of_its_own_with_days_to_acknowledge_and_to_answer()
    {
        var events = Make().Decide(None, Policy, Now).ShouldBeOfType<Accepted>().Events;
        events.Select(e => e.Stream.Kind).Distinct().ShouldBe(["complaint", "message"], "nothing of it is on the person or the referral");
        var made = events.Select(e => e.Event).OfType<ComplaintMade>().ShouldHaveSingleItem();
        // Three working days after Monday, and six months.
        (made.AcknowledgeBy, made.AnswerBy).ShouldBe((new DateOnly(2026, 10, 8), new DateOnly(2027, 4, 5)));
        events.Select(e => e.Event).OfType<MessageQueued>().ShouldHaveSingleItem().Staff.ShouldBe(Sam.Actor);
    }

    [Fact]
    public void Only_an_empty_page_is_refused()
    {
        Refusal<SayWhatHappened>(Make(" ").Decide(None, Policy, Now));
        Refusal<TextTooLong>(Make(new string('x', Text.Most + 1)).Decide(None, Policy, Now));
        Make().Decide(Made(), Policy, Now).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
    }

    [Fact]
    public void It_is_late_past_the_day_to_acknowledge_and_once_read_past_the_day_to_answer()
    {
        var complaint = Made();
        var row = ComplaintRow.RowsOf(complaint).Single();
        (row.IsLate(new(2026, 10, 8)), row.IsLate(new(2026, 10, 9))).ShouldBe((false, true));
        complaint = complaint.With([new ComplaintAcknowledged()], Sam, Now);
        row = ComplaintRow.RowsOf(complaint).Single();
        (row.IsLate(new(2027, 4, 5)), row.IsLate(new(2027, 4, 6))).ShouldBe((false, true));
        new AcknowledgeComplaint().Decide(complaint).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_closes_it_once_and_the_way_to_it_is_sent_to_who_may_be_contacted()
    {
        var amy = Amira.WhoMayBeReached();
        var answered = Answer(Made(), amy);
        answered.Events.Select(e => e.Event).OfType<MessageQueued>().ShouldHaveSingleItem().Template.ShouldBe("T20");
        answered.Events.Select(e => e.Event).OfType<ComplaintAnswered>().Single().Message.ShouldBe("7KM0000000000002");
        foreach (var mayContact in new bool?[] { false, null })
            Answer(Made(Make(mayContact: mayContact)), amy).Events.ShouldHaveSingleItem("nothing is sent where nobody said that we may");
        Answer(Made(Make(person: null)), null).Events.ShouldHaveSingleItem();

        var closed = Made().With([new ComplaintAnswered { Reply = "We are sorry." }], Sam, Now);
        ComplaintRow.RowsOf(closed).Single().IsOpen.ShouldBeFalse();
        Refusal<ComplaintIsAnswered>(Decide(closed, amy, "Once more"));
        Refusal<WriteTheAnswer>(Decide(Made(), amy, " "));
        Refusal<NoSuchComplaint>(Decide(None, amy, "To nobody"));
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Its_words_can_be_erased_and_the_list_holds_none(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var make = Make("walrus-in-a-complaint");
        (await a.Record.Write(new("told", MakeComplaint.Nameless), [Stream, Streams.Policy], (all, now) => make.Decide(all[Stream], Policy, now))).ShouldBeOfType<Outcome.Done>();
        await using (var lists = a.Record.Lists())
            (await lists.Set<ComplaintRow>().SingleAsync()).ToString().ShouldNotContain("walrus");
        var eraser = new Eraser(a.Record, Path.Combine(a.Folder ?? Path.GetTempPath(), $"erased-{a.Postgres?.Name ?? "sqlite"}.txt"), a.Postgres?.Owner);
        var parts = await eraser.Find(Stream, PartKind.Words);
        (await eraser.Erase(new("erase", new("approver", Roles.PrivacyOfficer)), new(parts, ErasureCode.E5, "Case 12", "Asked for.", "asker"))).ShouldBeOfType<Outcome.Done>();
        var left = ComplaintFile.Of(await a.Record.Read(Stream))!;
        (left.Made.What, left.Made.PutRight).ShouldBe((null, null));
        (left.Made.Person, left.IsOpen).ShouldBe(("7KAM1RA000000001", true));
    }

    private static Accepted Answer(History complaint, History? person) => Decide(complaint, person, "We are sorry. We called today.").ShouldBeOfType<Accepted>();

    private static Decision Decide(History complaint, History? person, string reply) =>
        new AnswerComplaint(reply, "7KM0000000000002").Decide(complaint, person, Amira.Northmere, Now);

    private static void Refusal<T>(Decision decision)
        where T : Refusal => decision.ShouldBeOfType<Refused>().Because.ShouldBeOfType<T>();
}
