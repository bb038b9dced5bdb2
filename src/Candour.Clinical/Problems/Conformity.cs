namespace Candour.Clinical.Problems;

/// <summary>
/// Whether national guidance names a treatment for a problem at a step: the table <c>conformity.csv</c> beside this file,
/// dated policy data from general knowledge of the guidance named in each row, to be checked by the clinical lead.
/// </summary>
public abstract record Conformity
{
    private static readonly IReadOnlyList<Rule> Rules = [.. Csv.Embedded("conformity.csv").Select(Rule.Read)];

    private Conformity()
    {
    }

    /// <summary>Guidance names it. The note is a condition for staff, or empty.</summary>
    public sealed record Conforms(Dose Dose, string Note, string Source) : Conformity;

    /// <summary>Guidance does not name it: allowed with a reason and the supervisor's agreement; both are kept.</summary>
    public sealed record NeedsReason(string Why) : Conformity;

    /// <summary>Not possible. The words hold {name} where the person's name belongs.</summary>
    public sealed record Refused(string Words) : Conformity
    {
        public string For(string name) => Words.Replace("{name}", name, StringComparison.Ordinal);
    }

    /// <summary>
    /// Judges a plan on the day it is made. <paramref name="cbtDeclined"/>: recorded that the person was offered CBT for
    /// social anxiety and said no, which alone opens step 2 to it.
    /// </summary>
    public static Conformity Of(ProblemDescriptor problem, Step step, Therapy therapy, DateOnly day, bool cbtDeclined = false)
    {
        if (!therapy.IsTreatment)
            return new Refused(NotATreatment(therapy));
        var rules = Rules.Where(r => r.Problem == problem.Key && r.Step == step && r.HoldsOn(day)).ToList();
        if (rules.Find(r => r.ClosesStep && !(r.UnlessCbtDeclined && cbtDeclined)) is { } closed)
            return new Refused(StepIsClosed(problem, closed.UnlessCbtDeclined));
        if (StepOf(therapy) is { } own && own != step)
            return new Refused($"{therapy} is a step {(int)own} treatment. Choose step {(int)own}, or a step {(int)step} treatment.");
        return rules.Find(r => r.Therapy == therapy.Code) is { } rule
            ? new Conforms(rule.Dose, rule.Note, rule.Source)
            : new NeedsReason($"National guidance does not name this treatment for this problem: {therapy} for {problem}, step {(int)step}. Say why it is right here. A supervisor has to agree.");
    }

    /// <summary>The treatments guidance names for a problem on a day: what else a person could have.</summary>
    public static IEnumerable<(Step Step, Therapy Therapy, Conforms Conformity)> Treatments(
        ProblemDescriptor problem, DateOnly day, bool cbtDeclined = false) =>
        from rule in Rules
        where rule.Problem == problem.Key && !rule.ClosesStep && rule.HoldsOn(day)
        let therapy = Clinical.Problems.Therapy.Find(rule.Therapy)
        let found = Of(problem, rule.Step, therapy, day, cbtDeclined) as Conforms
        where found is not null
        select (rule.Step, therapy, found);

    /// <summary>Low intensity is step 2, high is step 3.</summary>
    public static Step? StepOf(Therapy therapy) => therapy.Intensity switch
    {
        Intensity.Low => Step.Two,
        Intensity.High => Step.Three,
        _ => null,
    };

    private static string StepIsClosed(ProblemDescriptor problem, bool unlessCbtDeclined) =>
        unlessCbtDeclined
            ? $"{problem} is treated at step 3, unless {{name}} was offered CBT and said no; record that. Choose a step 3 treatment. If the main problem has changed, add the new one and say why."
            : $"{problem} is treated at step 3. Choose a step 3 treatment. If the main problem has changed, add the new one and say why.";

    private static string NotATreatment(Therapy therapy) => therapy.Kind switch
    {
        TherapyKind.EmploymentSupport => "Help with work is never a treatment. It does not start or stop a wait. Name a treatment beside it.",
        TherapyKind.Signposting => "Telling {name} about other help nearby is not a treatment. The wait for treatment goes on. Name a treatment beside it.",
        _ => $"{therapy} is not offered for new plans. Name the treatment: CBT, counselling for low mood, self-help.",
    };

    private sealed record Rule(
        string Problem, Step Step, string Therapy, bool ClosesStep, bool UnlessCbtDeclined, Dose Dose, string Note,
        DateOnly? From, DateOnly? To, string Source)
    {
        public bool HoldsOn(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);

        public static Rule Read(IReadOnlyDictionary<string, string> row) => new(
            row["problem"],
            (Step)Csv.Number(row["step"])!.Value,
            row["therapy"],
            row["verdict"] == "refused",
            row["note"] == "unless CBT declined",
            new(Csv.Number(row["least"]), Csv.Number(row["most"]), row["unit"], row["dose"]),
            row["note"],
            Csv.Day(row["from"]),
            Csv.Day(row["to"]),
            row["source"]);
    }
}

/// <summary>The steps of care.</summary>
public enum Step
{
    /// <summary>Low intensity, given by psychological wellbeing practitioners.</summary>
    Two = 2,

    /// <summary>High intensity, given by therapists qualified for the named therapy.</summary>
    Three = 3,
}

/// <summary>How much guidance suggests. Either number may be open: more than 10 hours has no most.</summary>
/// <param name="Unit">sessions, talks, lessons, classes, hours or weeks; empty when no number is named.</param>
public sealed record Dose(int? Least, int? Most, string Unit, string Words)
{
    /// <summary>Whether a planned number of sessions lies below what guidance suggests; never said of hours or weeks.</summary>
    public bool IsLess(int sessions) => Unit is not ("hours" or "weeks") && sessions < Least;
}
