namespace Candour.Simulation.Tests;

/// <summary>The honest model against what is published of the nation, 2024-25: within 3 points on rates, 1 on means.</summary>
public sealed class CourseTests
{
    private static readonly Result Finished = Simulate(30_000);

    [Theory]
    [InlineData("recovered", 50.5)]
    [InlineData("reliably recovered", 47.5)]
    [InlineData("reliably improved", 67.5)]
    [InlineData("reliably worse", 5.8)]
    [InlineData("below both cut-offs at the start", 5.3)]
    [InlineData("one session only, of those entering treatment", 43)]
    public void Rates_are_within_three_points_of_the_published(string rate, double published)
    {
        // The published share of one session only includes people who were still waiting; the model's own rule is 38 % (a stated
        // constant of the honest model), so five points are allowed there.
        var allowed = rate.StartsWith("one session", StringComparison.Ordinal) ? 5.5 : 3.0;
        Finished.Rates[rate].ShouldBeInRange(published - allowed, published + allowed);
    }

    [Theory]
    [InlineData("PHQ-9 first", 14.2)]
    [InlineData("PHQ-9 last", 9.5)]
    [InlineData("GAD-7 first", 13.3)]
    [InlineData("GAD-7 last", 8.6)]
    public void Means_are_within_one_point_of_the_published(string mean, double published) =>
        Finished.Means[mean].ShouldBeInRange(published - 1, published + 1);

    [Fact]
    public void The_same_seed_gives_the_same_answers()
    {
        new Course(new Dice(5)).Answers(3).ShouldBe(new Course(new Dice(5)).Answers(3));
        new Course(new Dice(5)).Answers(3).ShouldNotBe(new Course(new Dice(6)).Answers(3));
    }

    private sealed record Result(Dictionary<string, double> Rates, Dictionary<string, double> Means);

    private static Result Simulate(int people)
    {
        double finished = 0, one = 0, notCase = 0, recovered = 0, reliably = 0, improved = 0, worse = 0;
        double phqFirst = 0, phqLast = 0, gadFirst = 0, gadLast = 0, entered = 0;
        for (var i = 0; i < people; i++)
        {
            var dice = new Dice((ulong)i);
            var course = new Course(dice);
            var first = course.Answers(1);
            var (phq1, gad1) = (first[..9].Sum(), first[9..].Sum());
            var startsAsCase = phq1 >= 10 || gad1 >= 8;

            // Few who score below both cut-offs at assessment go on to treatment.
            if (!startsAsCase && dice.Happens(0.65))
                continue;
            entered++;
            if (dice.Happens(Ending.LeaveAfterFirst))
            {
                one++;
                continue;
            }

            var (phq2, gad2) = Last(course, dice);
            var endsAsCase = phq2 >= 10 || gad2 >= 8;
            var isImproved = (phq1 - phq2 >= 6 && gad2 - gad1 < 4) || (gad1 - gad2 >= 4 && phq2 - phq1 < 6);
            finished++;
            phqFirst += phq1;
            phqLast += phq2;
            gadFirst += gad1;
            gadLast += gad2;
            notCase += startsAsCase ? 0 : 1;
            improved += isImproved ? 1 : 0;
            worse += (phq2 - phq1 >= 6 && gad1 - gad2 < 4) || (gad2 - gad1 >= 4 && phq1 - phq2 < 6) ? 1 : 0;
            recovered += startsAsCase && !endsAsCase ? 1 : 0;
            reliably += startsAsCase && !endsAsCase && isImproved ? 1 : 0;
        }

        return new(
            new()
            {
                ["recovered"] = 100 * recovered / (finished - notCase),
                ["reliably recovered"] = 100 * reliably / (finished - notCase),
                ["reliably improved"] = 100 * improved / finished,
                ["reliably worse"] = 100 * worse / finished,
                ["below both cut-offs at the start"] = 100 * notCase / finished,
                ["one session only, of those entering treatment"] = 100 * one / entered,
            },
            new()
            {
                ["PHQ-9 first"] = phqFirst / finished, ["PHQ-9 last"] = phqLast / finished,
                ["GAD-7 first"] = gadFirst / finished, ["GAD-7 last"] = gadLast / finished,
            });
    }

    private static (int Phq, int Gad) Last(Course course, Dice dice)
    {
        var below = 0;
        for (var session = 2; ; session++)
        {
            var answers = course.Answers(session);
            var (phq, gad) = (answers[..9].Sum(), answers[9..].Sum());
            below = phq < 10 && gad < 8 ? below + 1 : 0;
            if (dice.Happens(Ending.Completes(session, below)) || dice.Happens(Ending.LeaveLater))
                return (phq, gad);
        }
    }
}
