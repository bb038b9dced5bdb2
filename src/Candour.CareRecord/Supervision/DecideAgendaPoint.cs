using Candour.Clinical;

namespace Candour.CareRecord.Supervision;

/// <summary>What supervision decided about one point: in words, with an owner and a day.</summary>
/// <param name="Standing">The points on the agenda as the record stands now.</param>
public sealed record DecideAgendaPoint(AgendaKind? Point, string? Decided, string? Owner, DateOnly? By, IReadOnlyList<AgendaPoint> Standing)
{
    /// <summary>A decision is looked at again within so many days.</summary>
    public const int MostDays = 60;

    public Decision Decide(History referral, Moment now)
    {
        var today = London.DayOf(now);
        if (Point is not { } point || Standing.All(p => p.Kind != point))
            return new NotOnTheAgenda();
        if (string.IsNullOrWhiteSpace(Decided))
            return new SayWhatWasDecided();
        if (!Ids.IsOne(Owner))
            return new ChooseWhoDoesIt();
        if (By is not { } day || day < today || day > today.AddDays(MostDays))
            return new SayByWhen(today.AddDays(MostDays));
        return Decision.Accept(referral.Stream, new AgendaPointDecided { Point = point, Decided = Decided.Trim(), Owner = Owner!, By = day });
    }
}

public sealed record NotOnTheAgenda() : Refusal("This is not on the agenda any more. A colleague may have written a decision.");

public sealed record SayWhatWasDecided() : Refusal("Say what was decided.")
{
    public override string? Field => "Form.Decided";
}

public sealed record ChooseWhoDoesIt() : Refusal("Choose who does it.")
{
    public override string? Field => "Form.Owner";
}

public sealed record SayByWhen(DateOnly Latest) : Refusal($"Enter a day from today to {Words.LongDay(Latest)}.")
{
    public override string? Field => "Form.By.Day";
}
