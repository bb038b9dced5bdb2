using Candour.Clinical.Problems;

namespace Candour.Spec.Clinical;

/// <summary>docs/reference/therapies.md and conformity.md: what treatments are called, and which guidance names for what.</summary>
public sealed class TherapiesPage
{
    private static readonly DateOnly Day = new(2026, 10, 9);

    [Fact]
    public void Therapies_are_as_the_page_says() => Page.Check("reference/therapies.md", "Treatments in plain words", page => page
        .Text("""
            What a person reads before signing to a named treatment. Change to expect: people in England who finished, began above a cut-off and
            recovered by the official scores, 2024-25, unadjusted (NHS England, Open Government Licence v3). The last lines are shown with every treatment:
            """)
        .Text(Therapy.ClosingLines)
        .Table(
            ["Plain name", "Official name", "What happens", "How long", "Change to expect", "What it is not"],
            Therapy.All.Select(t => new[]
            {
                t.PlainName ?? "(the service must name it)", t.OfficialName, t.WhatHappens ?? "(the service must write it)", t.HowLong ?? "(the service must write it)",
                t.ChangeToExpect, t.WhatItIsNot ?? "Cannot be signed until a plain name and these parts are written",
            }))
        .Heading("Codes")
        .Table(
            ["Official name", "SNOMED CT", "Also read as", "Intensity", "Kind", "Stage rule", "Qualifications", "Recovered in 1,000", "Courses", "Counted in"],
            Therapy.All.Select(t => new[]
            {
                t.OfficialName, t.Code, string.Join(" ", t.Also), t.Intensity.ToString().ToLowerInvariant(), Kind(t.Kind), $"{t.Stage}",
                string.Join(" ", t.Qualifications), $"{t.RecoveredPerMille}", $"{t.Courses}", t.CountedIn ?? "",
            })));

    [Fact]
    public void Conformity_with_guidance_is_as_the_page_says() => Page.Check("reference/conformity.md", "Treatments that guidance names", page => page
        .Text("""
            Which treatment national guidance names for which main problem at which step, and how much of it. Dated policy data from general
            knowledge of the guidance named; the clinical lead checks it. What is not named is possible with a reason and a supervisor's agreement, and
            both are kept. PTSD and social anxiety are treated at step 3.
            """)
        .Table(
            ["Main problem", "Step", "Treatment", "How much", "Condition", "Source"],
            from problem in ProblemDescriptor.All
            from treatment in Conformity.Treatments(problem, Day, cbtDeclined: true)
            select new[]
            {
                problem.Name, $"{(int)treatment.Step}", treatment.Therapy.PlainName!, treatment.Conformity.Dose.Words, treatment.Conformity.Note, treatment.Conformity.Source,
            })
        .Heading("A plan is judged")
        .Text("CBT declined: it is recorded that the person was offered CBT and said no.")
        .Cases("""
            | problem | step | treatment | CBT declined | → answer |
            | F32.1 | 2 | Guided self-help (book) | | conforms: 6 to 8 sessions |
            | F32.1 | 3 | Counselling for depression | | conforms: 8 sessions, 12 to 16 when more severe |
            | F32.1 | 3 | Eye movement desensitisation and reprocessing | | National guidance does not name this treatment for this problem: EMDR, for bad memories for Depression, step 3. Say why it is right here. A supervisor has to agree. |
            | F32.1 | 3 | Guided self-help (book) | | refused: Self-help with a book and a helper is a step 2 treatment. Choose step 2, or a step 3 treatment. |
            | F41.1 | 2 | Psychoeducation | | conforms: 6 classes of 2 hours |
            | F43.1 | 2 | Guided self-help (book) | | refused: PTSD is treated at step 3. Choose a step 3 treatment. If the main problem has changed, add the new one and say why. |
            | F43.1 | 2 | Cognitive behaviour therapy | | refused: PTSD is treated at step 3. Choose a step 3 treatment. If the main problem has changed, add the new one and say why. |
            | F43.1 | 2 | Guided self-help (book) | yes | refused: PTSD is treated at step 3. Choose a step 3 treatment. If the main problem has changed, add the new one and say why. |
            | F43.1 | 3 | Eye movement desensitisation and reprocessing | | conforms: 8 to 12 sessions, more after several traumas |
            | F40.1 | 2 | Guided self-help (book) | | refused: Social anxiety is treated at step 3, unless Amy was offered CBT and said no; record that. Choose a step 3 treatment. If the main problem has changed, add the new one and say why. |
            | F40.1 | 2 | Guided self-help (book) | yes | conforms: 6 to 8 talks |
            | F40.1 | 3 | Cognitive behaviour therapy | | conforms: 14 sessions of 90 minutes, or about 16 |
            | F32.1 | 2 | Community signposting | | refused: Telling Amy about other help nearby is not a treatment. The wait for treatment goes on. Name a treatment beside it. |
            | F32.1 | 2 | Employment support | | refused: Help with work is never a treatment. It does not start or stop a wait. Name a treatment beside it. |
            | F32.1 | 3 | Ante- or post-natal counselling | | refused: Counselling before or after having a baby is not offered for new plans. Name the treatment: CBT, counselling for low mood, self-help. |
            """, row => Conformity.Of(
                ProblemDescriptor.Of(row["problem"]),
                (Step)row.Number("step"),
                Therapy.All.First(t => t.OfficialName == row["treatment"]),
                Day,
                row["CBT declined"] == "yes") switch
            {
                Conformity.Conforms conforms => $"conforms: {conforms.Dose.Words}",
                Conformity.Refused refused => $"refused: {refused.For("Amy")}",
                Conformity.NeedsReason needs => needs.Why,
                _ => "",
            }));

    private static string Kind(TherapyKind kind) => kind switch
    {
        TherapyKind.Treatment => "treatment",
        TherapyKind.NeedsOwnWords => "treatment, needs own words",
        TherapyKind.Signposting => "never a treatment",
        TherapyKind.EmploymentSupport => "never a treatment",
        _ => "imported data only",
    };
}
