namespace Candour.CareRecord.Referrals.Facts;

/// <summary>Facts on the referral's stream.</summary>
public static class FactsOfReferral
{
    private const string Referral = "referral";

    public static Fact Source { get; } = new Fact<ReferralSourceGiven>(
        "source", "Where the referral came from", Referral, true,
        [new("source", "Source", FieldKind.Code, "source_of_referral", Needed: true)],
        i => new() { Source = i.Code("source", "source_of_referral") ?? "", Why = i.Why },
        f => [f.Source]);

    public static Fact Commissioner { get; } = new Fact<CommissionerGiven>(
        "commissioner", "Commissioner", Referral, true,
        [new("code", "Code", FieldKind.Organisation, Needed: true, Hint: "3 to 5 letters and numbers")],
        i => new() { Commissioner = i.Organisation("code", 3, 5) ?? "", Why = i.Why },
        f => [f.Commissioner]);

    public static Fact Onset { get; } = new Fact<OnsetGiven>(
        "onset", "When it began", Referral, true,
        [
            new("month", "Month and year", FieldKind.Month, Hint: "For example, 2026-03. Leave empty when they do not know"),
            new("before", "Had it before, with a diagnosis", FieldKind.Code, "previous_diagnosed_condition"),
        ],
        i => new() { Month = i.Month("month"), HadBefore = i.Code("before", "previous_diagnosed_condition"), Why = i.Why },
        f => [f.Month, f.HadBefore]);

    public static Fact LongTermConditions { get; } = new Fact<LongTermConditionsGiven>(
        "conditions", "Long-term physical conditions", Referral, true,
        [
            new("scheme", "Scheme", FieldKind.Code, "finding_scheme", Needed: true),
            new("conditions", "Conditions", FieldKind.Codes, "long_term_condition", Needed: true),
        ],
        i => new()
        {
            Scheme = i.Code("scheme", "finding_scheme") ?? "", Conditions = i.Codes("conditions", "long_term_condition"), Why = i.Why,
        },
        f => [f.Scheme, f.Conditions]);

    public static Fact OnwardReferral { get; } = new Fact<OnwardReferralMade>(
        "onward", "Referred on", Referral, true,
        [
            new("on", "Day", FieldKind.Day, Needed: true),
            new("time", "Time", FieldKind.Time),
            new("reason", "Reason", FieldKind.Code, "onward_referral_reason", Needed: true),
            new("to", "Organisation code", FieldKind.Organisation),
            new("words", "In words", FieldKind.Words),
        ],
        i => new()
        {
            MadeOn = i.Day("on") ?? i.Today, MadeAtTime = i.Time("time"), Reason = i.Code("reason", "onward_referral_reason") ?? "",
            Receiving = i.Organisation("to", 3, 5), Words = i.Text("words"),
        },
        f => [f.MadeOn, f.MadeAtTime, f.Reason, f.Receiving, f.Words]) { Repeats = true, When = f => f.MadeOn };

    public static Fact NotReady { get; } = new Fact<NotReadyRecorded>(
        "not-ready", "Not ready now", Referral, true,
        [
            new("pause", "Number", FieldKind.Text, Needed: true, Hint: "Up to 5 letters or numbers, new for each time"),
            new("from", "From", FieldKind.Day, Needed: true),
            new("reason", "Why", FieldKind.Code, "pause_reason", Needed: true),
            new("words", "In their words", FieldKind.Words),
        ],
        i =>
        {
            var pause = i.Text("pause") ?? "";
            if (pause.Length > 5 || !pause.All(char.IsAsciiLetterOrDigit))
                i.Fail("pause", "Enter up to 5 letters or numbers");
            return new()
            {
                Pause = pause, From = i.Day("from", mayBeAhead: true) ?? i.Today, Reason = i.Code("reason", "pause_reason") ?? "", InTheirWords = i.Text("words"),
            };
        },
        f => [f.Pause, f.From, f.Reason, f.InTheirWords]) { Repeats = true, When = f => f.From };

    public static Fact Ready { get; } = new Fact<ReadyAgain>(
        "ready", "Ready again", Referral, true,
        [
            new("pause", "Number", FieldKind.Text, Needed: true),
            new("on", "On", FieldKind.Day, Needed: true),
        ],
        i => new() { Pause = i.Text("pause") ?? "", On = i.Day("on") ?? i.Today },
        f => [f.Pause, f.On]) { Repeats = true, When = f => f.On };

    public static IReadOnlyList<Fact> All { get; } = [Source, Commissioner, Onset, LongTermConditions, OnwardReferral, NotReady, Ready];
}

/// <summary>Every fact that the registration page asks.</summary>
public static class EveryFact
{
    public static IReadOnlyList<Fact> All { get; } = [.. FactsOfPerson.All, .. FactsOfLife.All, .. FactsOfReferral.All];

    public static Fact? Find(string slug) => All.FirstOrDefault(f => f.Slug == slug);
}
