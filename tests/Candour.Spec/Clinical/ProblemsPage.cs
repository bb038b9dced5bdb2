using Candour.Clinical.Problems;

namespace Candour.Spec.Clinical;

/// <summary>docs/reference/problem-descriptors.md: the main problems and the measure each calls for.</summary>
public sealed class ProblemsPage
{
    [Fact]
    public void Problem_descriptors_are_as_the_page_says() => Page.Check("reference/problem-descriptors.md", "Main problems", page => page
        .Text("""
            The main problem of a course of care, as the national data set groups it, and the measure it calls for beside PHQ-9. ICD-10 codes are
            known by their beginning, SNOMED CT codes in full. Recovery is England 2024-25 in official figures, unadjusted (NHS England, Open
            Government Licence v3).
            """)
        .Table(
            ["Problem", "Official name", "Codes", "Recorded as", "Measure", "Step 2", "Monthly group", "Annual group", "Recovered in 1,000", "Reliably"],
            ProblemDescriptor.All.Select(p => new[]
            {
                p.Name, p.OfficialName, string.Join(" ", p.Begins.Select(b => char.IsAsciiDigit(b[0]) ? b : b + "%")), p.Code ?? "", p.Measure.Name, p.StepTwo,
                p.MonthlyGroup, p.AnnualGroup, $"{p.RecoveredPerMille}", $"{p.ReliablyRecoveredPerMille}",
            }))
        .Heading("Reading a code")
        .Cases("""
            | code          | → problem                                          | → measure                 |
            | F32.1         | Depressive episode                                 | GAD-7                     |
            | f33           | Recurrent depressive disorder                      | GAD-7                     |
            | F40.0         | Agoraphobia                                        | Mobility Inventory, alone |
            | F4001         | Agoraphobia                                        | Mobility Inventory, alone |
            | F40.1         | Social phobia                                      | SPIN                      |
            | F40.2         | Specific (isolated) phobia                         | GAD-7                     |
            | F40.8         | Other anxiety or stress related disorder           | GAD-7                     |
            | F41.0         | Panic disorder                                     | PDSS                      |
            | F41.1         | Generalised anxiety disorder                       | GAD-7                     |
            | F41.2         | Mixed anxiety and depressive disorder              | GAD-7                     |
            | F42           | Obsessive-compulsive disorder                      | OCI                       |
            | F42.9         | Obsessive-compulsive disorder                      | OCI                       |
            | F43.1         | Post-traumatic stress disorder                     | PCL-5                     |
            | F43.2         | Other anxiety or stress related disorder           | GAD-7                     |
            | F45.2         | Hypochondriacal disorder                           | HAI                       |
            | F45.0         | Other mental health disorder                       | GAD-7                     |
            | 83482000      | Body dysmorphic disorder                           | BIQ                       |
            | 834820001     | Other recorded problem                             | GAD-7                     |
            | K58.9         | Irritable bowel syndrome                           | IBS-SSS                   |
            | G93.3         | Chronic fatigue syndrome                           | CFQ-11                    |
            | 723916001     | Medically unexplained symptoms not otherwise specified | PHQ-15                |
            | F10.2         | Other mental health disorder                       | GAD-7                     |
            | F60.3         | Other recorded problem                             | GAD-7                     |
            | -3            | Not stated, not known or invalid                   | GAD-7                     |
            |               | Not stated, not known or invalid                   | GAD-7                     |
            """, row =>
        {
            var problem = ProblemDescriptor.Of(row["code"]);
            return [problem.OfficialName, problem.Measure.Name];
        }));
}
