using Candour.Clinical.Instruments;

namespace Candour.CareRecord.Safeguards;

/// <summary>No page and no address takes a total: the server adds up the answers.</summary>
public sealed record TotalIsAddedUp(Instrument Instrument)
    : Refusal($"{Instrument.Name} is added up from its {Instrument.Items.Count} answers. Enter the answers, or choose \"not done\" and say why.");

/// <summary>What has not been sent is nobody's to read, item 9 excepted.</summary>
public sealed record NotSentYet(string Name) : Refusal($"{Name} has not sent these yet. You will see them when {Name} does.");

/// <summary>A repeat never replaces.</summary>
/// <param name="Ordinal">2nd, 3rd …</param>
public sealed record RepeatDoesNotReplace(string Ordinal, string First)
    : Refusal($"These are kept as the {Ordinal} set for this session. The first set ({First}) stays the score. Why were they asked again?");
