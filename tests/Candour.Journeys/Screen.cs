namespace Candour.Journeys;

/// <summary>What somebody looks at the pages with.</summary>
/// <param name="Width">Pixels: 375 is a telephone, 1280 a desk.</param>
/// <param name="Script">Whether script runs.</param>
/// <param name="Keyboard">Whether everything is done by the keyboard alone.</param>
public sealed record Screen(int Width, bool Script, bool Keyboard = false)
{
    public const int Phone = 375, Desk = 1280;

    public int Height => Width == Phone ? 667 : 800;

    public static TheoryData<int, bool> All => new() { { Phone, true }, { Phone, false }, { Desk, true }, { Desk, false } };
}
