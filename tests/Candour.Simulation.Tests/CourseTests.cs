namespace Candour.Simulation.Tests;

public sealed class CourseTests
{
    [Fact]
    public void The_same_seed_gives_the_same_answers()
    {
        new Course(new Dice(5)).Answers(3).ShouldBe(new Course(new Dice(5)).Answers(3));
        new Course(new Dice(5)).Answers(3).ShouldNotBe(new Course(new Dice(6)).Answers(3));
    }

    [Fact]
    public void Every_set_has_sixteen_answers_from_nothing_to_nearly_every_day()
    {
        var sets = Enumerable.Range(0, 500).Select(seed => new Course(new Dice((ulong)seed)).Answers(1)).ToList();
        sets.ShouldAllBe(set => set.Length == 16 && set.All(answer => answer >= 0 && answer <= 3));
        sets.SelectMany(set => set).Distinct().Count().ShouldBe(4);
    }
}
