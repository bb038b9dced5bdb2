using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Messages;

/// <summary>Message type × way × rule: a blocked message is never in the outbox, it is on the call list instead.</summary>
public sealed class SafeContactTests
{
    private static readonly Moment Now = Amira.Now;
    private static readonly LinkWanted ALink = new(LinkPurpose.MyPage);

    public static TheoryData<string, string, string> Matrix()
    {
        var cells = new TheoryData<string, string, string>();
        foreach (var template in Templates.All.Where(t => t.Id != "S1"))
        foreach (var way in new[] { Ways.Text, Ways.Email })
        foreach (var rule in new[] { "safe", "not safe", "never", "not asked", "not chosen", "not confirmed", "came back", "no address", "hours later", "no hour" })
            cells.Add(template.Id, way, rule);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_message_goes_only_by_a_safe_confirmed_way(string template, string way, string rule)
    {
        var accepted = Message.Queue(AMessage(template) with { OnlyBy = way }, PersonWith(way, rule), Amira.Northmere, Now);
        var e = accepted.Events.ShouldHaveSingleItem().Event;
        WhyNotSent? why = rule switch
        {
            "safe" or "hours later" => null,
            "not safe" or "never" or "not asked" or "not chosen" => WhyNotSent.NotSafe,
            "not confirmed" => WhyNotSent.NotConfirmed,
            "came back" => WhyNotSent.CameBack,
            "no address" => WhyNotSent.NoAddress,
            _ => WhyNotSent.NoSafeHour,
        };
        var message = Amira.Told(Streams.Message("M"), e);
        if (why is null)
        {
            e.ShouldBeOfType<MessageQueued>().Way.ShouldBe(way);
            CallRow.RowsOf(message).ShouldBeEmpty();
        }
        else
        {
            e.ShouldBeOfType<MessageBlocked>().Why.ShouldBe(why.Value);
            OutboxRow.RowsOf(message).ShouldBeEmpty();
            CallRow.RowsOf(message).ShouldHaveSingleItem().Person.ShouldBe(Amira.Id);
        }
    }

    [Fact]
    public void Text_goes_before_email_and_email_where_text_is_not_safe()
    {
        Amira.Only<MessageQueued>(Queue(Amira.WhoMayBeReached())).Way.ShouldBe(Ways.Text);
        Amira.Only<MessageQueued>(Queue(Amira.WhoMayBeReached(Amira.Rules with { TextsSafe = false }))).Way.ShouldBe(Ways.Email);
    }

    [Fact]
    public void A_person_who_never_gave_rules_is_sent_nothing() =>
        Amira.Only<MessageBlocked>(Queue(Amira.Is(Amira.Details, Amira.Confirmed[0]))).Why.ShouldBe(WhyNotSent.NotSafe);

    [Fact]
    public void Messages_carry_the_neutral_name_even_when_the_full_one_is_allowed() =>
        Amira.Only<MessageQueued>(Queue(Amira.WhoMayBeReached(Amira.Rules with { NeutralName = false })))
            .Text!.ShouldStartWith("Northmere: ");

    [Fact]
    public void To_somebody_who_has_died_nothing_is_written_and_nobody_is_asked_to_call()
    {
        ((Accepted)Queue(Amira.WhoMayBeReached(new DeathRecorded()))).Events.ShouldBeEmpty();
        Amira.Only<MessageQueued>(Queue(Amira.WhoMayBeReached(new DeathRecorded(), new DeathWithdrawn())));
    }

    [Fact]
    public void A_new_number_has_to_be_confirmed_again() =>
        Amira.Only<MessageBlocked>(Message.Queue(AMessage("T4") with { OnlyBy = Ways.Text },
                Amira.WhoMayBeReached(Amira.Details with { Mobile = "07700 900 456" }), Amira.Northmere, Now))
            .Why.ShouldBe(WhyNotSent.NotConfirmed);

    [Fact]
    public void A_number_that_came_back_works_again_once_confirmed_again() =>
        Amira.Only<MessageQueued>(Queue(Amira.WhoMayBeReached(
                new ContactBounced { Way = Ways.Text, Address = Amira.Mobile, Message = "M0" }, Amira.Confirmed[0])))
            .Way.ShouldBe(Ways.Text);

    [Fact]
    public void A_number_written_with_the_country_code_is_the_same_number() =>
        Reach.Plain(Ways.Text, "+44 (0)7700 900 123").ShouldBe(Reach.Plain(Ways.Text, "07700 900123"));

    [Fact]
    public void The_code_that_confirms_an_address_goes_there_unconfirmed_but_only_where_it_is_safe()
    {
        var code = new NewMessage("M", Say.Code("48213"), Now.Plus(Codes.Lifetime)) { OnlyBy = Ways.Text, ToConfirm = "+44 7700 900 123" };
        Amira.Only<MessageQueued>(Message.Queue(code, Amira.Is(Amira.Details, Amira.Rules), Amira.Northmere, Now)).Address.ShouldBe(Amira.Mobile);
        Amira.Only<MessageBlocked>(Message.Queue(code, Amira.Is(Amira.Details, Amira.Rules with { TextsSafe = false }), Amira.Northmere, Now));
    }

    [Fact]
    public void What_a_caller_may_say_holds_no_link_and_no_empty_colon() =>
        Amira.Only<MessageBlocked>(Queue(Amira.Is())).Text.ShouldBe("Northmere: your appointment is Mon 5 Oct, 10:12am, by video. To see or change it");

    [Fact]
    public void A_page_to_staff_says_a_task_needs_them_and_nothing_else()
    {
        var page = Amira.Only<MessageQueued>(Message.QueueForStaff("M", "STAFF00000000001", Ways.Text, "07700900999", Amira.Northmere, Now));
        page.Text.ShouldBe("Northmere: a task needs you. Please sign in.");
        page.Person.ShouldBeNull();
        page.Due.ShouldBe(Now);
    }

    private static Decision Queue(History person) => Message.Queue(AMessage("T4"), person, Amira.Northmere, Now);

    private static NewMessage AMessage(string template) => new(
        "M", Template(template), Now.Plus(TimeSpan.FromHours(6)), Templates.On(London.DayOf(Now), template).HasLink ? ALink : null);

    private static Wording Template(string id) => id switch
    {
        "T1" => Say.ReferralReceived(London.DayOf(Now)),
        "T3" => Say.PleaseReplyLast(London.DayOf(Now)),
        "T4" => Say.Booked(Now, "by video"),
        "T5" => Say.QuestionsBefore(Now),
        "T6" => Say.QuestionsTomorrow(Now),
        "T7" => Say.NewLink(Now, Now),
        "T11" => Say.WouldLikeToSpeak("01632 960 123"),
        "T12" => Say.EndingNotice(London.DayOf(Now)),
        "T14" => Say.Code("482137"),
        "T16" => Say.CancelledByUs(London.DayOf(Now)),
        "T17" => Say.DetailsChanged("01632 960 123"),
        "T18" => Say.CopyOfWhatYouAgreed(),
        "T20" => Say.AnsweredYou(),
        "T19" => Say.AnotherTherapist(),
        _ => new(id, []),
    };

    private static History PersonWith(string way, string rule)
    {
        var text = way == Ways.Text;
        var (details, rules) = (Amira.Details, Amira.Rules);
        return rule switch
        {
            "not safe" => Amira.WhoMayBeReached(text ? rules with { TextsSafe = false } : rules with { EmailSafe = false }),
            "not asked" => Amira.WhoMayBeReached(text ? rules with { TextsSafe = null } : rules with { EmailSafe = null }),
            "never" => Amira.WhoMayBeReached(rules with { Never = [way] }),
            "not chosen" => Amira.WhoMayBeReached(details with { Chosen = [text ? Ways.Email : Ways.Text] }),
            "not confirmed" => Amira.Is(details, rules),
            "came back" => Amira.WhoMayBeReached(new ContactBounced { Way = way, Address = text ? Amira.Mobile : Amira.Email, Message = "M0" }),
            "no address" => Amira.WhoMayBeReached(text ? details with { Mobile = null } : details with { Email = null }),
            // Now is 10:12; of no use after 16:12.
            "hours later" => Amira.WhoMayBeReached(rules with { MessagesFrom = "13:00", MessagesUntil = "15:00" }),
            "no hour" => Amira.WhoMayBeReached(rules with { MessagesFrom = "17:00", MessagesUntil = "18:00" }),
            _ => Amira.WhoMayBeReached(),
        };
    }
}
