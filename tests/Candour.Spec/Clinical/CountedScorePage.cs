using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;
using Candour.Clinical.Tests.Pathways;

namespace Candour.Spec.Clinical;

/// <summary>docs/reference/scores-in-a-session.md: which answers count, which are late, and how long scores stay below.</summary>
public sealed class CountedScorePage
{
    private static readonly DateOnly Day = new(2026, 11, 11);

    [Fact]
    public void Counted_scores_are_as_the_page_says() => Page.Check("reference/scores-in-a-session.md", "Which score counts in a session", page => page
        .Text("""
            The score of a session is the first complete set of answers in the window from 72 hours before to the start of the session. A repeat is
            kept and never replaces it. A late set is kept and marked; the national return carries it only when there is none in the window.
            """)
        .Heading("Sets of answers")
        .Text("Each set is PHQ-9, written score@hours before the start (minus: after it); a dash for the score is a set that was not finished.")
        .Cases("""
            | sets                | → counts | → in the return | → repeats | → when             |
            | 14@5                | 14       | 14              | 0         | in window          |
            | 14@5 8@1            | 14       | 14              | 1         | in window, in window |
            | 8@1 14@5            | 14       | 14              | 1         | in window, in window |
            | -@5 9@1             | 9        | 9               | 0         | incomplete, in window |
            | 14@72               | 14       | 14              | 0         | in window          |
            | 14@73               |          |                 | 0         | early              |
            | 14@0                | 14       | 14              | 0         | in window          |
            | 14@-1               |          | 14              | 0         | late               |
            | 14@-1 8@-2          |          | 14              | 1         | late, late         |
            | 8@-1 14@2           | 14       | 14              | 1         | late, in window    |
            | -@5                 |          |                 | 0         | incomplete         |
            """, row =>
        {
            var builder = APathway.Referred(Day.AddDays(-60)).Seen(Day, AppointmentType.Treatment, APathway.GuidedSelfHelp);
            foreach (var set in row["sets"].Split(' '))
            {
                var parts = set.Split('@');
                builder.Scored("PHQ9", Number(parts[0]), TimeSpan.FromHours(Number(parts[1])!.Value));
            }

            Pathway pathway = builder;
            return
            [
                Value(pathway, CountedScore.Of(pathway, 0, Instrument.Phq9)),
                Value(pathway, CountedScore.ForReturn(pathway, 0, Instrument.Phq9)),
                $"{CountedScore.Repeats(pathway, 0, Instrument.Phq9)}",
                string.Join(", ", Enumerable.Range(0, pathway.Measurements.Count).Select(i => When(CountedScore.TimingOf(pathway, pathway.Measurements[i])))),
            ];
        })
        .Heading("Where the window ends")
        .Text("""
            A session planned for 10:00. Start is pressed to the second, and where it was pressed that decides. Where it was not, a typed start, cut
            to its minute and read as the end of it, moves the planned one earlier, never later. Nobody makes answers count, or stop counting, by
            what they type afterwards; the typed time is kept beside. An empty cell: not pressed, not typed.
            """)
        .Cases("""
            | pressed  | typed | answers sent | → when    |
            |          |       | 09:59:59     | in window |
            |          |       | 10:00:01     | late      |
            | 10:03:50 |       | 10:03:20     | in window |
            | 10:03:50 | 10:03 | 10:03:20     | in window |
            | 10:03:50 | 10:03 | 10:03:51     | late      |
            | 10:00:00 | 10:45 | 10:40:00     | late      |
            |          | 10:45 | 10:40:00     | late      |
            | 10:00:00 | 09:50 | 09:55:00     | in window |
            | 10:00:00 | 09:50 | 10:00:01     | late      |
            | 10:52:00 | 10:00 | 10:40:00     | in window |
            | 10:52:00 | 10:00 | 10:52:01     | late      |
            |          | 09:50 | 09:55:00     | late      |
            |          | 09:50 | 09:50:30     | in window |
            """, row =>
        {
            var pathway = new Pathway();
            pathway.Contacts.Add(new() { Id = "C0", Day = Day, Time = new(10, 0), Logged = At(row["pressed"]), Began = At(row["typed"]) });
            pathway.Measurements.Add(new() { Instrument = Instrument.Phq9, Value = 14, Day = Day, Completed = At(row["answers sent"]) });
            return When(CountedScore.TimingOf(pathway, pathway.Measurements[0]));
        })
        .Heading("Below the cut-off, in a row")
        .Text("""
            Sessions a week apart, each PHQ-9/GAD-7; a dash is no score, "late" a late set. Cut-offs: PHQ-9 10, GAD-7 8. A session without a score
            neither counts nor breaks the row.
            """)
        .Cases("""
            | sessions             | → PHQ-9 below for | → GAD-7 below for | → both below for |
            | 18/14 12/9 9/7       | 1                 | 1                 | 1                |
            | 18/14 9/7 8/6        | 2                 | 2                 | 2                |
            | 9/9 9/7 9/7          | 3                 | 2                 | 2                |
            | 18/14 9/7 10/7       | 0                 | 2                 | 0                |
            | 18/14 9/7 -/-        | 1                 | 1                 | 1                |
            | 18/14 9/7 -/7 8/6    | 2                 | 3                 | 2                |
            | 18/14 9/7 late       | 1                 | 1                 | 1                |
            | 9/7                  | 1                 | 1                 | 1                |
            | -/-                  | 0                 | 0                 | 0                |
            """, row =>
        {
            var builder = APathway.Referred(Day.AddDays(-60)).Problem("F411", Day.AddDays(-50));
            var day = Day.AddDays(-42);
            foreach (var session in row["sessions"].Split(' '))
            {
                builder.Seen(day = day.AddDays(7), AppointmentType.Treatment, APathway.GuidedSelfHelp);
                if (session == "late")
                    builder.Scored("PHQ9", 20, TimeSpan.FromHours(-1)).Scored("GAD7", 15, TimeSpan.FromHours(-1));
                else
                    builder.Scored("PHQ9", Number(session.Split('/')[0])).Scored("GAD7", Number(session.Split('/')[1]));
            }

            Pathway pathway = builder;
            return
            [
                $"{ScoreSeries.BelowInARow(Series(pathway, Instrument.Phq9), Instrument.Phq9)}",
                $"{ScoreSeries.BelowInARow(Series(pathway, Instrument.Gad7), Instrument.Gad7)}",
                $"{SustainedRecovery.InARow(pathway, SustainedRecovery.MeasureOf(pathway), Day)}",
            ];
        }));

    private static Moment? At(string clock) =>
        clock.Length == 0 ? null : London.At(Day, TimeOnly.Parse(clock, System.Globalization.CultureInfo.InvariantCulture));

    private static List<ScorePoint> Series(Pathway pathway, Instrument instrument)
    {
        var points = new List<ScorePoint>();
        ScoreSeries.Of(pathway, instrument, Day, points);
        return points;
    }

    private static int? Number(string text) =>
        text == "-" ? null : int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Value(Pathway pathway, int? index) => index is { } i ? $"{pathway.Measurements[i].Value}" : "";

    private static string When(Timing timing) => timing switch
    {
        Timing.InWindow => "in window",
        Timing.Late => "late",
        Timing.Early => "early",
        Timing.Incomplete => "incomplete",
        _ => "no session",
    };
}
