using System.Collections.Frozen;

namespace Candour.Clinical.Instruments;

/// <summary>The instruments Candour knows, in the order people meet them.</summary>
public sealed partial record Instrument
{
    public static Instrument Phq9 => Instruments.Phq9.Definition;

    public static Instrument Gad7 => Instruments.Gad7.Definition;

    public static Instrument Wsas => Instruments.Wsas.Definition;

    public static IReadOnlyList<Instrument> All => Catalogue.All;

    /// <summary>The instrument of this token. Throws for an unknown one: tokens come from the record, not from people.</summary>
    public static Instrument Find(string token) =>
        TryFind(token, out var found) ? found : throw new KeyNotFoundException($"No instrument has the token '{token}'.");

    public static bool TryFind(string? token, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Instrument? instrument)
    {
        instrument = null;
        return token is not null && Catalogue.ByToken.TryGetValue(token, out instrument);
    }

    /// <summary>The disorder measure a national token stands for on a day: PTSD is PCL-5 since September 2020, IES-R before.</summary>
    public static Instrument? OfAdsmToken(string token, DateOnly day) =>
        Catalogue.All.FirstOrDefault(i => i.AdsmToken == token && i.IsAdsmOn(day));

    /// <summary>The instrument whose total a SNOMED CT code names; null for codes of single items and unknown ones.</summary>
    public static Instrument? OfSnomed(string code) => Catalogue.BySnomed.GetValueOrDefault(code);

    private bool IsAdsmOn(DateOnly day) => (AdsmFrom is null || day >= AdsmFrom) && (UsedTo is null || day <= UsedTo);

    private static class Catalogue
    {
        public static readonly IReadOnlyList<Instrument> All =
        [
            Instruments.Phq9.Definition,
            Instruments.Gad7.Definition,
            Instruments.Wsas.Definition,
            MobilityAlone.Definition,
            MobilityAccompanied.Definition,
            Spin.Definition,
            Pdss.Definition,
            Oci.Definition,
            Pcl5.Definition,
            Hai.Definition,
            Biq.Definition,
            Pswq.Definition,
            Phq15.Definition,
            Cfq.Definition,
            Ibs.Definition,
            Bpi.Definition,
            Cat.Definition,
            Dds.Definition,
            Ipcq.Definition,
            PatientExperience.Assessment,
            PatientExperience.Treatment,
            Iesr.Definition,
            PhobiaScale.Definition,
        ];

        public static readonly FrozenDictionary<string, Instrument> ByToken = All.ToFrozenDictionary(i => i.Token);

        public static readonly FrozenDictionary<string, Instrument> BySnomed =
            All.Where(i => i.Snomed is not null).ToFrozenDictionary(i => i.Snomed!);
    }
}
