using Candour.CareRecord.Sessions;

namespace Candour.CareRecord.Consent;

/// <summary>The plan put before the person last, and what became of it.</summary>
public sealed record PlanState
{
    public required PlanProposed Plan { get; init; }

    public required Envelope Proposed { get; init; }

    public PlanSigned? Signed { get; init; }

    public Envelope? SignedBy { get; init; }

    /// <summary>What the person said instead of agreeing, last.</summary>
    public PlanAnswered? Answer { get; init; }

    public Envelope? AnsweredAt { get; init; }

    public ConsentWithdrawn? Withdrawn { get; init; }

    public bool? SupervisorAgreed { get; init; }

    /// <summary>After a consent by telephone: whether the person says that is what they said.</summary>
    public bool? SpokenRight { get; init; }

    /// <summary>What the person wrote with that.</summary>
    public string? SpokenWords { get; init; }

    /// <summary>Photos of the signed paper, oldest first.</summary>
    public IReadOnlyList<PlanPhotoAttached> Photos { get; init; } = [];

    /// <summary>Signed on paper, and nobody has shown the paper yet.</summary>
    public bool PhotoWanted => Signed is { How: SignedHow.OnPaper } && Photos.Count == 0;

    /// <summary>All that the person wrote about this plan, oldest first, each once: what they did, and their words.</summary>
    public IReadOnlyList<(string Did, string Words)> OwnWords
    {
        get
        {
            var all = new List<(string, string?)>
            {
                ("Instead of agreeing", Answer?.InTheirWords),
                (SpokenRight == true ? "That they agreed by phone" : "That is not what I said", SpokenWords),
                ("When they took it back", Withdrawn?.InTheirWords == SpokenWords ? null : Withdrawn?.InTheirWords),
            };
            return [.. all.Where(w => w.Item2 is not null).Select(w => (w.Item1, w.Item2!))];
        }
    }

    public bool WaitsForSupervisor => Plan.NeedsSupervisor && SupervisorAgreed is null;

    /// <summary>It can be read and answered by the person.</summary>
    public bool CanBeSigned => Signed is null && Withdrawn is null && (!Plan.NeedsSupervisor || SupervisorAgreed == true);

    /// <summary>The plan that was signed before this one; null when none was: what is new is shown against it.</summary>
    public PlanProposed? Before { get; init; }

    /// <summary>Every plan, oldest first.</summary>
    public static IReadOnlyList<PlanState> All(History referral)
    {
        var plans = new List<PlanState>();
        foreach (var (envelope, e) in referral.Events.Select(r => (r.Envelope, r.Event)))
        {
            if (e is PlanProposed proposed)
            {
                plans.Add(new() { Plan = proposed, Proposed = envelope, Before = plans.LastOrDefault(p => p.Signed is not null)?.Plan });
                continue;
            }

            var at = plans.FindLastIndex(p => p.Plan.Plan == IdOf(e));
            if (at >= 0)
                plans[at] = plans[at].Then(envelope, e);
        }

        return plans;
    }

    /// <summary>Put before the person last; null when none was.</summary>
    public static PlanState? Latest(History referral) => All(referral) is [.., var last] ? last : null;

    /// <summary>What the person wrote of their usual self while reading this plan, else with the one signed before; null when nothing.</summary>
    public static string? UsualSelfOf(History referral, string plan) =>
        referral.Last<UsualSelfWritten>(u => u.Plan == plan) is { } written ? written.UsualSelf : referral.Last<PlanSigned>()?.UsualSelf;

    /// <summary>Lines that differ from what was signed before, for "what is new".</summary>
    public IReadOnlySet<string> New => Before is not { } before
        ? new HashSet<string>(StringComparer.Ordinal)
        : new (string Line, bool Changed)[]
            {
                ("treatment", before.Therapy != Plan.Therapy),
                ("step", before.Step != Plan.Step),
                ("sessions", before.Sessions != Plan.Sessions),
                ("clinician", before.ClinicianTitle != Plan.ClinicianTitle),
                ("medium", before.Medium != Plan.Medium),
                ("minutes", before.Minutes != Plan.Minutes),
            }.Where(l => l.Changed).Select(l => l.Line).ToHashSet(StringComparer.Ordinal);

    private static string? IdOf(Event e) => e switch
    {
        PlanSigned x => x.Plan,
        PlanAnswered x => x.Plan,
        ConsentWithdrawn x => x.Plan,
        PlanAgainstGuidanceAnswered x => x.Plan,
        SpokenConsentAnswered x => x.Plan,
        PlanPhotoAttached x => x.Plan,
        _ => null,
    };

    private PlanState Then(Envelope envelope, Event e) => e switch
    {
        PlanSigned x => this with { Signed = x, SignedBy = envelope },
        PlanAnswered x => this with { Answer = x, AnsweredAt = envelope },
        ConsentWithdrawn x => this with { Withdrawn = x },
        PlanAgainstGuidanceAnswered x => this with { SupervisorAgreed = x.Agreed },
        SpokenConsentAnswered x => this with { SpokenRight = x.Right, SpokenWords = x.InTheirWords },
        PlanPhotoAttached x => this with { Photos = [.. Photos, x] },
        _ => this,
    };
}
