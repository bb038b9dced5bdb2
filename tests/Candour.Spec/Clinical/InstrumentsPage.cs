using Candour.Clinical.Instruments;

namespace Candour.Spec.Clinical;

/// <summary>docs/reference/instruments.md: every instrument, and how answers become a score.</summary>
public sealed class InstrumentsPage
{
    [Fact]
    public void Instruments_are_as_the_page_says() => Page.Check("reference/instruments.md", "Instruments", page => page
        .Text("""
            A score is only ever worked out from the answers. A missing answer is never a 0, and there is no way to type a total.
            Higher is worse, patient experience excepted. Bands describe; cut-offs are screening lines of the programme, not diagnoses.
            """)
        .Heading("The catalogue")
        .Table(
            ["Token", "Name", "Measures", "Items", "Scale", "Score", "Range", "Time asked about", "SNOMED CT", "LOINC", "National token"],
            Instrument.All.Select(i => new[]
            {
                i.Token, i.Name, i.Measures, $"{i.Items.Count}", Scale(i), Scoring(i), $"{i.Text(i.Lowest)} to {i.Text(i.Highest)}", i.Period ?? "",
                i.Snomed ?? "", string.Join(", ", new[] { i.LoincPanel, i.LoincTotal }.OfType<string>()), i.AdsmToken ?? "",
            }))
        .Heading("Items returned by themselves")
        .Table(
            ["Instrument", "Item", "About (our words)", "Answers", "SNOMED CT", "National token"],
            from i in Instrument.All
            from item in i.Items
            where item.Snomed is not null
            select new[]
            {
                i.Name, $"{item.Number}", item.Topic ?? "",
                string.Join(", ", new[] { item.YesNo ? "Y, N" : $"{item.Lowest} to {item.Highest}", item.MayNotApply ? item.NationalText(Item.NotApplicable) : null }.OfType<string>()),
                item.Snomed!, item.Token ?? "",
            })
        .Heading("Bands")
        .Table(
            ["Instrument", "Bands"],
            Instrument.All.Where(i => i.Bands.Count > 0)
                .Select(i => new[] { i.Name, string.Join("; ", i.Bands.Select(b => $"{b.From} to {b.To} {b.Name}")) }))
        .Heading("Missing answers, rights and words")
        .Table(
            ["Instrument", "Missing answers", "Rights", "Words shipped", "Source"],
            Instrument.All.Select(i => new[] { i.Name, i.MissingRule, i.Rights, i.Wording is null ? "no" : "yes", i.Source }))
        .Heading("From answers to a score")
        .Text("A dot is a question without an answer, n is \"does not apply\". An estimate is shown to clinicians, marked, and never leaves the service.")
        .Cases("""
            | instrument | answers                                             | → score | → estimate |
            | PHQ9       | 0 0 0 0 0 0 0 0 0                                   | 0       |            |
            | PHQ9       | 3 3 3 3 3 3 3 3 3                                   | 27      |            |
            | PHQ9       | 2 2 1 1 1 1 1 1 .                                   |         | 11         |
            | PHQ9       | 2 2 2 2 2 2 2 . .                                   |         | 18         |
            | PHQ9       | 2 2 2 2 2 2 . . .                                   |         |            |
            | PHQ9       | . . . . . . . . .                                   |         |            |
            | GAD7       | 1 1 1 1 1 1 2                                       | 8       |            |
            | GAD7       | 1 1 1 1 1 1 .                                       |         | 7          |
            | GAD7       | 1 1 1 1 1 . .                                       |         |            |
            | WSAS       | 4 4 4 4 4                                           | 20      |            |
            | WSAS       | n 4 4 4 4                                           | 20      |            |
            | WSAS       | n 3 3 3 4                                           | 16      |            |
            | WSAS       | . 4 4 4 4                                           |         |            |
            | PSWQ       | 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5                     | 60      |            |
            | PSWQ       | 1 5 1 5 5 5 5 1 5 1 1 5 5 5 5 5                     | 80      |            |
            | PHQ15      | 1 1 1 n 1 1 1 1 1 1 1 1 1 1 1                       | 14      |            |
            | PHQ15      | 1 1 1 . 1 1 1 1 1 1 1 1 1 1 1                       |         |            |
            | AgoraAlone | 2 2 2 2 2 2 2 2 2 2 2 2 2 3 3 3 3 3 3 3 3 3 3 3 3 3 | 2.50    |            |
            | AgoraAlone | 1 2 2 n n n n n n n n n n n n n n n n n n n n n n n | 1.67    |            |
            | AgoraAlone | 1 1 1 1 1 1 1 2 n n n n n n n n n n n n n n n n n n | 1.13    |            |
            | AgoraAlone | n n n n n n n n n n n n n n n n n n n n n n n n n n |         |            |
            | DDS        | 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 2                   | 1.1     |            |
            | DDS        | 6 6 6 6 6 6 6 6 6 6 6 6 6 6 6 6 6                   | 6.0     |            |
            | PEQT       | 4 4 4 4 4 n                                         |         |            |
            """, row =>
        {
            var instrument = Instrument.Find(row["instrument"]);
            int?[] answers = [.. row["answers"].Split(' ').Select(Answer)];
            return [Score.Of(instrument, answers)?.Text ?? "", Score.Estimate(instrument, answers)?.Text ?? ""];
        }));

    private static int? Answer(string text) => text switch
    {
        "." => null,
        "n" => Item.NotApplicable,
        _ => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Scale(Instrument instrument)
    {
        var scales = instrument.Items.Select(i => $"{i.Lowest}-{i.Highest}").Distinct();
        var reversed = instrument.Items.Where(i => i.Reversed).Select(i => i.Number).ToList();
        return string.Join(", ", scales) + (reversed.Count > 0 ? $"; {string.Join(", ", reversed)} reversed" : "");
    }

    private static string Scoring(Instrument instrument) => instrument.Scoring switch
    {
        Candour.Clinical.Instruments.Scoring.Sum => "sum",
        Candour.Clinical.Instruments.Scoring.MeanInTenths => "mean, tenths",
        Candour.Clinical.Instruments.Scoring.MeanInHundredths => "mean, hundredths",
        Candour.Clinical.Instruments.Scoring.ItemByItem => "item by item; total for information",
        _ => "item by item",
    };
}
