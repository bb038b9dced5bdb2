using Candour.CareRecord.Access;
using Candour.CareRecord.Policies;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Access;

public sealed class BreakGlassTests
{
    private const string Words = "He is here and says he will not go home";

    // Friday 9 October 2026, 4pm in England.
    private static readonly Moment Friday = Moment.Utc(2026, 10, 9, 15);

    private static readonly OpeningHours Weekdays =
        OpeningHours.Parse("mon 09:00-17:00; tue 09:00-17:00; wed 09:00-17:00; thu 09:00-17:00; fri 09:00-17:00", "2026-10-12");

    private static readonly StreamId Person = Streams.Person("0000000000000001");

    [Fact]
    public void It_opens_for_sixty_minutes_and_is_to_be_reviewed_within_two_working_days()
    {
        var opened = Opens(History.Empty(Person)).ShouldBeOfType<Accepted>().Events.Single().Event.ShouldBeOfType<BreakGlassOpened>();
        opened.Until.ShouldBe(Friday.Plus(TimeSpan.FromMinutes(60)));
        // The weekend and Monday, a closed day, do not count.
        opened.ReviewBy.ShouldBe(new DateOnly(2026, 10, 14));
    }

    [Theory]
    [InlineData(null, Words, typeof(SayWhichReason))]
    [InlineData(BreakGlassReason.Other, "too short to be one", typeof(SayWhyInWords))]
    [InlineData(BreakGlassReason.Other, "            spaces do not count           ", typeof(SayWhyInWords))]
    [InlineData(BreakGlassReason.Other, "exactly 20 letters..", null)]
    public void A_reason_and_twenty_characters_are_needed(BreakGlassReason? reason, string words, Type? because)
    {
        var decision = BreakGlass.Open(History.Empty(Person), "o1", "S1", reason, words, Weekdays, Friday);
        (decision is Refused refused ? refused.Because.GetType() : null).ShouldBe(because);
    }

    [Fact]
    public void Somebody_close_to_the_person_cannot_open_it()
    {
        var close = With(new RelationDeclared { Staff = "S1", Closeness = Closeness.Family });
        Opens(close).ShouldBeOfType<Refused>().Because.ShouldBeOfType<TooCloseToOpen>();
        RelationRow.RowsOf(close).Single().Closeness.ShouldBe(Closeness.Family);
        var over = With(new RelationDeclared { Staff = "S1", Closeness = Closeness.Colleague }, new RelationEnded { Staff = "S1" });
        Opens(over).ShouldBeOfType<Accepted>();
        RelationRow.RowsOf(over).ShouldBeEmpty();
    }

    [Fact]
    public void It_is_reviewed_once_by_somebody_else()
    {
        var opened = With(((Accepted)Opens(History.Empty(Person))).Events.Single().Event);
        BreakGlassRow.RowsOf(opened).Single().Reviewed.ShouldBeFalse();
        BreakGlass.Review(opened, "o1", true, null, "S1").ShouldBeOfType<Refused>().Because.ShouldBeOfType<NotYourOwnOpening>();
        BreakGlass.Review(opened, "o1", null, null, "S9").ShouldBeOfType<Refused>().Because.ShouldBeOfType<SayRightOrNot>();
        BreakGlass.Review(opened, "o2", true, null, "S9").ShouldBeOfType<Refused>().Because.ShouldBeOfType<NoSuchOpening>();
        var reviewed = With(opened.Events[0].Event, ((Accepted)BreakGlass.Review(opened, "o1", false, "spoke with them", "S9")).Events.Single().Event);
        BreakGlassRow.RowsOf(reviewed).Single().Reviewed.ShouldBeTrue();
        BreakGlass.Review(reviewed, "o1", true, null, "S9").ShouldBe(Decision.AlreadySo);
    }

    private static Decision Opens(History person) => BreakGlass.Open(person, "o1", "S1", BreakGlassReason.RiskToLife, Words, Weekdays, Friday);

    private static History With(params Event[] events) => new(Person, [.. events.Select((e, i) => new Recorded(
        new() { Stream = Person, Sequence = i + 1, Type = e.GetType().Name, By = new("S1", Roles.Pwp), At = Friday, CommandId = $"c{i}" }, e))]);
}
