using Candour.CareRecord.Store;

namespace Candour.CareRecord.Erasure;

/// <summary>
/// Erases parts of events: two people, a code, an authority, a reason. Core (scores, contacts, times) goes only under E1, E2
/// and E4, because erasing bad outcomes would be a way to cheat.
/// </summary>
public sealed record EraseParts(IReadOnlyList<PartToErase> Parts, ErasureCode Code, string Authority, string Reason, string AskedBy)
{
    /// <param name="beside">The parts that now stand in the same events as these and are not among them.</param>
    public Decision Decide(History service, By by, IReadOnlyCollection<PartToErase> beside)
    {
        if (Parts.Count == 0)
            return new NothingToErase();
        if (by.Actor == AskedBy)
            return new ErasureNeedsTwoPeople();
        if (string.IsNullOrWhiteSpace(Authority) || string.IsNullOrWhiteSpace(Reason))
            return new ErasureNeedsAuthority();
        if (Parts.FirstOrDefault(p => !May(p.Kind)) is { } kept)
            return new ErasureNotUnderThisCode(Code, kept);
        if (Parts.FirstOrDefault(p => p.Kind == PartKind.Core && beside.Any(b => b.Position == p.Position)) is { } alone)
            return new ErasureStrandsParts(alone);
        return Decision.Accept(service.Stream, new PartsErased
        {
            Parts = [.. Parts.Select(p => $"{p.Position}.{p.Ordinal}")],
            Code = Code,
            Authority = Authority,
            Reason = Reason,
            AskedBy = AskedBy,
        });
    }

    private bool May(PartKind kind) => Code switch
    {
        ErasureCode.E3 => kind == PartKind.Words,
        ErasureCode.E5 => kind is PartKind.Words or PartKind.Identity,
        _ => true,
    };
}

/// <summary>One part, by the position of its event in the log and its ordinal within the event.</summary>
public sealed record PartToErase(long Position, int Ordinal, PartKind Kind);

public sealed record NothingToErase() : Refusal("None of these entries holds anything to erase: it may have been erased before.");

public sealed record ErasureStrandsParts(PartToErase Part)
    : Refusal($"Entry {Part.Position} would keep names or words that nobody could find again. Erase all of it, or keep its scores, contacts and times.");

public sealed record ErasureNeedsTwoPeople() : Refusal("Erasing needs two people. Ask someone else who may approve it.");

public sealed record ErasureNeedsAuthority() : Refusal("Say under which decision this is erased, and why.");

public sealed record ErasureNotUnderThisCode(ErasureCode Code, PartToErase Part)
    : Refusal($"Under {Code} entry {Part.Position} keeps its {(Part.Kind == PartKind.Core ? "scores, contacts and times" : "names and addresses")}. "
        + "Those can only be erased when retention is over, for a wrong person, or by order of a court or regulator.");
