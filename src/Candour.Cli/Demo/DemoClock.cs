using Candour.Clinical;

namespace Candour.Cli.Demo;

/// <summary>The one clock of a seeding: the script moves it, nothing else does.</summary>
internal sealed class DemoClock : TimeProvider
{
    public Moment Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}

/// <summary>Randomness of a seeding: ids and salts that come out the same for the same seed.</summary>
internal sealed class DemoRandomness(ulong seed) : CareRecord.Randomness
{
    private readonly Simulation.Dice _dice = new(seed);

    public override void Fill(Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)_dice.Whole(0, 255);
    }
}
