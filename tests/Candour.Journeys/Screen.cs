namespace Candour.Journeys;

/// <summary>What somebody looks at the pages with.</summary>
/// <param name="Width">Pixels: 375 is a telephone, 1280 a desk.</param>
/// <param name="Script">Whether script runs.</param>
public sealed record Screen(int Width, bool Script)
{
    public const int Phone = 375, Desk = 1280;

    public int Height => Width == Phone ? 667 : 800;

    public static TheoryData<int, bool> All => new() { { Phone, true }, { Phone, false }, { Desk, true }, { Desk, false } };
}
