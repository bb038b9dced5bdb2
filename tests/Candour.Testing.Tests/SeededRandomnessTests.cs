using Candour.CareRecord;

namespace Candour.Testing.Tests;

public sealed class SeededRandomnessTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_however_they_are_asked_for()
    {
        var whole = new SeededRandomness(7).Bytes(100);
        var parts = new SeededRandomness(7);
        byte[] joined = [.. parts.Bytes(1), .. parts.Bytes(40), .. parts.Bytes(59)];
        joined.ShouldBe(whole);
    }

    [Fact]
    public void Another_seed_gives_other_bytes() =>
        new SeededRandomness(8).Bytes(32).ShouldNotBe(new SeededRandomness(7).Bytes(32));

    [Fact]
    public void Ten_thousand_ids_from_one_seed_are_all_different()
    {
        var randomness = new SeededRandomness(1);
        Enumerable.Range(0, 10_000).Select(_ => Ids.New(randomness)).Distinct().Count().ShouldBe(10_000);
    }
}
