namespace Candour.Simulation;

/// <summary>
/// Seeded chance: the same numbers for the same seed on every machine and version of .NET (xoshiro256** by Blackman and
/// Vigna, seeded by splitmix64).
/// </summary>
public sealed class Dice
{
    private readonly ulong[] _state = new ulong[4];

    public Dice(ulong seed)
    {
        for (var i = 0; i < 4; i++)
        {
            seed += 0x9E3779B97F4A7C15;
            var z = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            _state[i] = z ^ (z >> 31);
        }
    }

    /// <summary>Dice of its own for one person: what happens to one never moves another's.</summary>
    public Dice For(int number) => new((Next() & 0xFFFFFFFF00000000) ^ ((ulong)number * 0xD1342543DE82EF95));

    /// <summary>Evenly from 0 up to, not including, 1.</summary>
    public double Even() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from least to most, both possible.</summary>
    public int Whole(int least, int most) => least + (int)(Even() * (most - least + 1));

    public bool Happens(double probability) => Even() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Whole(0, from.Count - 1)];

    /// <summary>One of several, by weight.</summary>
    public T Weighted<T>(IReadOnlyList<(T Value, double Weight)> from)
    {
        var left = Even() * from.Sum(f => f.Weight);
        foreach (var (value, weight) in from)
        {
            left -= weight;
            if (left < 0)
                return value;
        }

        return from[^1].Value;
    }

    /// <summary>From the normal distribution (Box and Muller).</summary>
    public double Normal(double mean = 0, double deviation = 1) =>
        mean + deviation * Math.Sqrt(-2 * Math.Log(1 - Even())) * Math.Cos(2 * Math.PI * Even());

    private ulong Next()
    {
        var result = ulong.RotateLeft(_state[1] * 5, 7) * 9;
        var t = _state[1] << 17;
        _state[2] ^= _state[0];
        _state[3] ^= _state[1];
        _state[1] ^= _state[2];
        _state[0] ^= _state[3];
        _state[2] ^= t;
        _state[3] = ulong.RotateLeft(_state[3], 45);
        return result;
    }
}
