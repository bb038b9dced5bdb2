using Candour.Clinical.Instruments;

namespace Candour.CareRecord.Questionnaires;

/// <summary>The words that may be shown here: those shipped, and those a licensed provider has put in.</summary>
public sealed class Wordings
{
    private readonly Dictionary<string, Wording> _byInstrument;

    public Wordings(IEnumerable<Wording> putIn)
    {
        _byInstrument = Instrument.All.Where(i => i.Wording is not null).ToDictionary(i => i.Token, i => i.Wording!);
        foreach (var wording in putIn)
            _byInstrument[wording.Instrument] = wording;
    }

    /// <summary>Only what the owners allow everybody to show.</summary>
    public static Wordings Shipped { get; } = new([]);

    /// <summary>Null: this service has no words for it and cannot ask it item by item.</summary>
    public Wording? Of(string instrument) => _byInstrument.GetValueOrDefault(instrument);

    /// <summary>As "PHQ9/1/en-GB".</summary>
    public string VersionOf(string instrument) =>
        Of(instrument) is { } words ? $"{words.Instrument}/{words.Version}/{words.Language}" : instrument;
}
