using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Safeguards;

/// <summary>The stated time is the first staffed time and the deadline after it: at night, on a closed day, as the doors shut.</summary>
public sealed class WhenReadTests
{
    [Theory]
    [InlineData("2026-11-23T02:00:00.000Z", "by 10am today", true)]
    [InlineData("2026-11-20T18:00:00.000Z", "by 10am on Monday 23 November", true)]
    [InlineData("2026-11-20T17:00:00.000Z", "by 10am on Monday 23 November", true)]
    [InlineData("2026-12-25T12:00:00.000Z", "by 10am on Tuesday 29 December", true)]
    [InlineData("2026-11-20T15:02:00.000Z", "by 4:05pm today", false)]
    [InlineData("2026-12-31T20:00:00.000Z", "by 10am on Friday 1 January 2027", true)]
    [InlineData("2026-10-24T23:30:00.000Z", "by 10am on Monday 26 October", true)]
    public void The_stated_time_equals_staffed_time(string at, string words, bool closed)
    {
        var now = Moment.Parse(at);
        var policy = Open();
        var told = Cover.At(policy, now, null, AtWork.Everybody).Due;
        var when = WhenRead.Of(policy, now, told, History.Empty(Streams.Person("AMY")));
        (when.By, when.Closed).ShouldBe((words, closed));
        WhenRead.NextWorking(policy, now).ShouldBe(words);
    }

    [Fact]
    public void Nothing_is_promised_where_no_hours_are_set_or_the_time_has_passed()
    {
        var policy = ServicePolicy.On(new(2026, 11, 20), Policy(Set(PolicyNames.OpeningHours, "")));
        var now = Moment.Utc(2026, 11, 20, 12);
        WhenRead.NextWorking(policy, now).ShouldBeNull();
        Cover.At(policy, now, null, AtWork.Everybody).Promised.ShouldBeFalse();
        WhenRead.Of(Open(), now, now.Minus(TimeSpan.FromHours(1)), History.Empty(Streams.Person("AMY"))).By.ShouldBeNull();
    }

    [Theory]
    [InlineData("text", true, "text you")]
    [InlineData("text", false, "be in touch")]
    [InlineData("text", null, "be in touch")]
    [InlineData("call", null, "call you")]
    [InlineData("letter", null, "be in touch")]
    public void The_way_named_is_one_the_person_said_is_safe(string way, bool? safe, string words)
    {
        var person = new History(Streams.Person("AMY"),
        [
            Recorded(new PersonRegistered { FirstName = "Amira", FilledBy = FilledBy.Me }),
            Recorded(new ContactDetailsGiven { Chosen = [way], Mobile = "07700 900123", Address = "1 Sample Street" }),
            Recorded(new SafeContactRulesGiven { TextsSafe = safe, NeutralName = true }),
        ]);
        WhenRead.Of(Open(), Moment.Utc(2026, 11, 20), null, person).Way.ShouldBe(words);
    }

    private static ServicePolicy Open() =>
        ServicePolicy.On(new(2026, 12, 31), Policy(Set(PolicyNames.ClosedDays, "2026-12-25 2026-12-28")));

    private static History Policy(params Event[] events) => new(Streams.Policy, [.. events.Select(Recorded)]);

    private static PolicySet Set(string name, string value) => new() { Name = name, Value = value, From = new(2026, 1, 1) };

    private static Recorded Recorded(Event e) => new(
        new()
        {
            Stream = Streams.Policy, Sequence = 1, Type = e.GetType().Name, By = By.Worker, At = Moment.Utc(2026, 1, 1), CommandId = "c",
        },
        e);
}
