using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Facts;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>One page of the questions asked for fairness. Each field has "I would rather not say" as its last answer.</summary>
/// <param name="NotSaid">By field: the code for "I would rather not say".</param>
public sealed record FairQuestion(string Title, IReadOnlyList<FactField> Fields, IReadOnlyDictionary<string, string> NotSaid, Func<FactInput, Event> Make)
{
    // A whole answer of another kind than the person's own words: not offered to them.
    private static readonly HashSet<string> NotOffered = ["99", "X", "763896000", "205081000000105"];

    /// <summary>In the order of the specification: disability in detail before any yes or no.</summary>
    public static IReadOnlyList<FairQuestion> All { get; } =
    [
        Of("What is your ethnic group?", [("ethnic", "Z")], i => new EquityAnswersGiven { EthnicCategory = i.Code("ethnic", "ethnic_category"), RecordedOn = i.Today }),
        Of("Your sex and gender", [("gender", "X"), ("identity", "Z"), ("same", "Z")], i => new EquityAnswersGiven
        {
            Gender = i.Code("gender", "person_stated_gender"), GenderIdentity = i.Code("identity", "gender_identity"),
            GenderSameAtBirth = i.Code("same", "gender_same_at_birth"), RecordedOn = i.Today,
        }),
        Of("Do any of these make daily life harder for you?", [("disabilities", "ZZ")], i => new EquityAnswersGiven
        {
            Disabilities = i.Many("disabilities") is { Count: > 0 } ? i.Codes("disabilities", "disability") : null, RecordedOn = i.Today,
        }),
        new("Do you work at the moment?", [FactsOfLife.Work.Fields[0]], new Dictionary<string, string> { ["status"] = "ZZ" }, i => new WorkAnswersGiven
        {
            EmploymentStatus = i.Code("status", "employment_status") ?? "ZZ", RecordedOn = i.Today,
        }),
        Of("What is your religion?", [("religion", "763896000")], i => new EquityAnswersGiven
        {
            Religion = i.Code("religion", "social_personal_circumstance"), RecordedOn = i.Today,
        }),
        Of("What is your sexual orientation?", [("orientation", "not said")], i => new EquityAnswersGiven
        {
            SexualOrientation = i.Text("orientation") == "not said" ? "not said" : i.Code("orientation", "social_personal_circumstance"), RecordedOn = i.Today,
        }),
        Of("Have you, or has someone in your family, served in the armed forces?", [("forces", "ZZ")], i => new EquityAnswersGiven
        {
            ArmedForces = i.Code("forces", "ex_british_armed_forces"), RecordedOn = i.Today,
        }),
    ];

    /// <summary>What can be chosen, the last "I would rather not say".</summary>
    public IEnumerable<(string Code, string Words)> Offered(FactField field, DateOnly today) =>
        field.Offered(today).Where(o => o.Code != NotSaid[field.Name] && !NotOffered.Contains(o.Code)).DistinctBy(o => o.Words)
            .Append((NotSaid[field.Name], "I would rather not say"));

    private static FairQuestion Of(string title, (string Name, string NotSaid)[] fields, Func<FactInput, Event> make) => new(
        title,
        [.. fields.Select(f => FactsOfLife.Fairness.Fields.Single(known => known.Name == f.Name))],
        fields.ToDictionary(f => f.Name, f => f.NotSaid),
        make);
}
