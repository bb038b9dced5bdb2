using Candour.Clinical.Instruments;

namespace Candour.CareRecord.Safeguards;

/// <summary>No page and no address takes a total: the server adds up the answers.</summary>
public sealed record TotalIsAddedUp(Instrument Instrument)
    : Refusal($"{Instrument.Name} is added up from its {Instrument.Items.Count} answers. Enter the answers, or choose \"not done\" and say why.");

/// <summary>What has not been sent is nobody's to read, item 9 excepted.</summary>
public sealed record NotSentYet(string Name) : Refusal($"{Name} has not sent these yet. You will see them when {Name} does.");

/// <summary>A repeat never replaces: it is kept beside the first set, with its reason.</summary>
/// <param name="Number">2 for the first repeat.</param>
/// <param name="First">The first set, as "14, sent 9:12am".</param>
/// <param name="For">"this session", "week 12".</param>
/// <param name="IsScore">The first set counts; false: it is left out, not complete or late.</param>
public sealed record RepeatDoesNotReplace(int Number, string First, string For, bool IsScore) : Refusal(
    $"These are kept as the {Ordinal(Number)} set for {For}. The first set ({First}) {(IsScore ? "stays the score" : "is kept, and is not the score")}. Why were they asked again?")
{
    public override string Field => "Again";

    private static string Ordinal(int number) => (number % 10, number % 100) switch
    {
        (1, not 11) => $"{number}st",
        (2, not 12) => $"{number}nd",
        (3, not 13) => $"{number}rd",
        _ => $"{number}th",
    };
}
