using System.Collections.Frozen;

namespace Candour.Clinical.Instruments;

/// <summary>The instruments Candour knows, in the order people meet them.</summary>
public sealed partial record Instrument
{
    public static Instrument Phq9 => Instruments.Phq9.Definition;

    public static Instrument Gad7 => Instruments.Gad7.Definition;

    public static IReadOnlyList<Instrument> All => Catalogue.All;

    /// <summary>The instrument of this token. Throws for an unknown one: tokens come from the record, not from people.</summary>
    public static Instrument Find(string token) =>
        Catalogue.ByToken.TryGetValue(token, out var found)
            ? found
            : throw new KeyNotFoundException($"No instrument has the token '{token}'.");

    public static bool TryFind(string? token, out Instrument instrument)
    {
        instrument = null!;
        return token is not null && Catalogue.ByToken.TryGetValue(token, out instrument!);
    }

    /// <summary>The disorder measure a national token stood for on a day: PTSD is PCL-5 since September 2020, IES-R before.</summary>
    public static Instrument? OfAdsmToken(string token, DateOnly day) =>
        Catalogue.All.FirstOrDefault(i => i.AdsmToken == token && i.WasUsedOn(day));

    public bool WasUsedOn(DateOnly day) => (UsedFrom is null || day >= UsedFrom) && (UsedTo is null || day <= UsedTo);

    private static class Catalogue
    {
        public static readonly IReadOnlyList<Instrument> All =
        [
            Instruments.Phq9.Definition,
            Instruments.Gad7.Definition,
        ];

        public static readonly FrozenDictionary<string, Instrument> ByToken = All.ToFrozenDictionary(i => i.Token);
    }
}
