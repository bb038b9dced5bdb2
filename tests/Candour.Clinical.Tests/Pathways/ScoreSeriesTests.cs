using Candour.Clinical.Codes;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;

namespace Candour.Clinical.Tests.Pathways;

public sealed class ScoreSeriesTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    [Fact]
    public void The_chart_shows_every_session_in_order_with_what_is_missing_late_or_repeated()
    {
        Pathway pathway = APathway.Referred(Day)
            .Seen(Day.AddDays(7), AppointmentType.Assessment).Scored("PHQ9", 18).Scored("GAD7", 14)
            .With(Day.AddDays(14), AppointmentType.Treatment, Attendance.DidNotAttend, true)
            .Seen(Day.AddDays(21), AppointmentType.Treatment, APathway.Cbt)
            .Seen(Day.AddDays(28), AppointmentType.Treatment, APathway.Cbt).Scored("PHQ9", 12, TimeSpan.FromHours(-1))
            .Seen(Day.AddDays(35), AppointmentType.Treatment, APathway.Cbt).Scored("PHQ9", 9).Scored("PHQ9", 4, TimeSpan.FromHours(1));
        Series(pathway, Instrument.Phq9).ShouldBe(
        [
            new(Day.AddDays(7), 0, 0, 18, ScoreMark.Counted, ByStaff: false, Disputed: false),
            new(Day.AddDays(21), 2, -1, null, ScoreMark.None, ByStaff: false, Disputed: false),
            new(Day.AddDays(28), 3, 2, 12, ScoreMark.Late, ByStaff: false, Disputed: false),
            new(Day.AddDays(35), 4, 3, 9, ScoreMark.Counted, ByStaff: false, Disputed: false),
            new(Day.AddDays(35), 4, 4, 4, ScoreMark.Repeat, ByStaff: false, Disputed: false),
        ]);
    }

    [Fact]
    public void What_the_person_disputes_leaves_the_protocol_figure_and_stays_on_the_chart_and_in_the_return()
    {
        Pathway pathway = APathway.Referred(Day).Seen(Day.AddDays(7), AppointmentType.Treatment, APathway.Cbt);
        pathway.Measurements.Add(Set(5) with { EnteredBy = EnteredBy.Staff, Disputed = true });
        CountedScore.Of(pathway, 0, Instrument.Phq9).ShouldBeNull();
        CountedScore.ForReturn(pathway, 0, Instrument.Phq9).ShouldBe(0);
        Series(pathway, Instrument.Phq9).Single().ShouldBe(new(Day.AddDays(7), 0, 0, 5, ScoreMark.Repeat, ByStaff: true, Disputed: true));

        pathway.Measurements.Add(Set(16) with { Row = 1 });
        CountedScore.Of(pathway, 0, Instrument.Phq9).ShouldBe(1);
        Series(pathway, Instrument.Phq9).Select(p => (p.Value, p.Mark)).ShouldBe([(16, ScoreMark.Counted), (5, ScoreMark.Repeat)]);

        Measurement Set(int value) => new()
        {
            Instrument = Instrument.Phq9,
            Value = value,
            Contact = 0,
            Day = Day.AddDays(7),
            Completed = London.At(Day.AddDays(7), new(9, 0)),
        };
    }

    [Fact]
    public void A_set_that_belongs_to_no_session_stands_on_its_day()
    {
        Pathway pathway = APathway.Referred(Day)
            .Seen(Day.AddDays(7), AppointmentType.Treatment).Scored("PHQ9", 18)
            .Seen(Day.AddDays(90), AppointmentType.Treatment).Scored("PHQ9", 8);
        pathway.Measurements.Add(new() { Instrument = Instrument.Phq9, Value = 11, Contact = -1, Day = Day.AddDays(84) });
        Series(pathway, Instrument.Phq9).Select(p => p.Value).ShouldBe([18, 11, 8]);
    }

    [Theory]
    [InlineData(Attendance.DidNotAttend)]
    [InlineData(Attendance.CancelledByPatient)]
    public void Answers_for_a_session_that_did_not_take_place_stay_on_the_chart_and_count_nowhere(string code)
    {
        Pathway pathway = APathway.Referred(Day)
            .Seen(Day.AddDays(7), AppointmentType.Treatment).Scored("PHQ9", 18)
            .With(Day.AddDays(14), AppointmentType.Treatment, code, true).Scored("PHQ9", 24, TimeSpan.FromHours(48)).Scored("PHQ9", 20, TimeSpan.FromHours(1))
            .Seen(Day.AddDays(21), AppointmentType.Treatment).Scored("PHQ9", 12);
        var series = Series(pathway, Instrument.Phq9);
        series.Select(p => (p.Day, p.Value, p.Mark)).ShouldBe(
        [
            (Day.AddDays(7), 18, ScoreMark.Counted), (Day.AddDays(12), 24, ScoreMark.NotHeld), (Day.AddDays(14), 20, ScoreMark.Repeat),
            (Day.AddDays(21), 12, ScoreMark.Counted),
        ]);
        ScoreWords.Of(series, Instrument.Phq9, Day.AddDays(200)).ForStaff.ShouldBe("12 now, 18 at the start");
        CountedScore.Counts(pathway, 1).ShouldBeFalse();
        CountedScore.ForReturn(pathway, 1, Instrument.Phq9).ShouldBeNull();
    }

    [Fact]
    public void A_past_session_still_to_be_written_up_stands_in_its_place_and_not_at_the_end()
    {
        Pathway pathway = APathway.Referred(Day)
            .Seen(Day.AddDays(7), AppointmentType.Treatment).Scored("PHQ9", 18)
            .With(Day.AddDays(14), AppointmentType.Treatment, null, true).Scored("PHQ9", 12)
            .Seen(Day.AddDays(21), AppointmentType.Treatment).Scored("PHQ9", 8);
        var points = new List<ScorePoint>();
        ScoreSeries.Of(pathway, Instrument.Phq9, Day.AddDays(200), points, withOpen: true);
        points.Select(p => p.Value).ShouldBe([18, 12, 8]);
        ScoreWords.Of(points, Instrument.Phq9, Day.AddDays(200)).ForPerson.ShouldContain("It is now 8.");
        Series(pathway, Instrument.Phq9).Select(p => p.Value).ShouldBe([18, 8]);
    }

    [Fact]
    public void The_words_give_start_and_now_and_nothing_like_praise()
    {
        var words = Words(18, 12, 8);
        words.ForPerson.ShouldBe("Your low mood score was 18 when you started. It is now 8. Lower is better. A change of 6 or more is bigger than normal ups and downs.");
        words.CutOff.ShouldBe("10 or more is where we say low mood may need treatment. It is a guide, not a verdict on you.");
        words.ForStaff.ShouldBe("8 now, 18 at the start");
        words.Below.ShouldBe("Below the cut-off for 1 score");
        words.Change.ShouldBe("A change of 6 or more is a reliable change.");
        words.WentUp.ShouldBeFalse();
    }

    [Fact]
    public void One_score_is_compared_with_nothing_and_none_says_nothing()
    {
        var one = Words(18);
        (one.OnlyOne, one.ForPerson, one.ForStaff, one.Below).ShouldBe((true, "Your low mood score was 18 when you started. Lower is better.", "18 at the start", null));
        var none = Words();
        (none.First, none.ForPerson, none.ForStaff, none.Below).ShouldBe((null, "", "", null));
    }

    [Fact]
    public void Two_below_in_a_row_and_a_score_that_went_up_are_told()
    {
        Words(18, 9, 8).Below.ShouldBe("Below the cut-off for 2 scores in a row");
        Words(8, 12).WentUp.ShouldBeTrue();
        Words(18, 12, 12).WentUp.ShouldBeFalse();
    }

    private static ScoreWords Words(params int[] scores)
    {
        var builder = APathway.Referred(Day);
        for (var i = 0; i < scores.Length; i++)
            builder.Seen(Day.AddDays(7 * (i + 1)), AppointmentType.Treatment, APathway.Cbt).Scored("PHQ9", scores[i]);
        return ScoreWords.Of(Series(builder, Instrument.Phq9), Instrument.Phq9, Day.AddDays(200));
    }

    private static List<ScorePoint> Series(Pathway pathway, Instrument instrument)
    {
        var points = new List<ScorePoint>();
        ScoreSeries.Of(pathway, instrument, Day.AddDays(200), points);
        return points;
    }
}
