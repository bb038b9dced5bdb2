using Candour.Clinical.Instruments;

namespace Candour.Spec.Clinical;

/// <summary>docs/reference/caseness.md: cut-offs and reliable change by date.</summary>
public sealed class CasenessPage
{
    [Fact]
    public void Cut_offs_and_reliable_change_are_as_the_page_says() => Page.Check("reference/caseness.md", "Cut-offs and reliable change", page => page
        .Text("""
            A person counts as a case at or above the cut-off in force on the day; only the Mobility Inventory's is strict. A change counts as
            reliable from the value shown on, upwards or downwards. Outcome flags use the day of discharge. Where a value is empty none is
            published, and nothing is guessed.
            """)
        .Heading("In force")
        .Table(
            ["Instrument", "From", "To", "Case", "Reliable change", "How sure", "Source", "Note"],
            from i in Instrument.All
            from t in i.Thresholds
            select new[]
            {
                i.Name, $"{t.From:yyyy-MM-dd}", $"{t.To:yyyy-MM-dd}", t.Caseness is { } line ? $"{(t.Strict ? "over" : "from")} {i.Text(line)}" : "",
                t.ReliableChange is { } change ? i.Text(change) : "", t.Certainty, t.Source, t.Note,
            })
        .Heading("Just below, at, and above")
        .Cases("""
            | instrument       | score | day        | → case |
            | PHQ9             | 9     | 2026-04-01 | no     |
            | PHQ9             | 10    | 2026-04-01 | yes    |
            | GAD7             | 7     | 2026-04-01 | no     |
            | GAD7             | 8     | 2026-04-01 | yes    |
            | AgoraAlone       | 2.29  | 2026-04-01 | no     |
            | AgoraAlone       | 2.30  | 2026-04-01 | no     |
            | AgoraAlone       | 2.31  | 2026-04-01 | yes    |
            | SocialPhobia     | 18    | 2026-04-01 | no     |
            | SocialPhobia     | 19    | 2026-04-01 | yes    |
            | PanicDisorder    | 7     | 2026-04-01 | no     |
            | PanicDisorder    | 8     | 2026-04-01 | yes    |
            | OCD              | 39    | 2026-04-01 | no     |
            | OCD              | 40    | 2026-04-01 | yes    |
            | PTSD             | 31    | 2026-04-01 | no     |
            | PTSD             | 32    | 2026-04-01 | yes    |
            | PTSD             | 32    | 2020-09-01 | yes    |
            | PTSD             | 32    | 2020-08-31 | none   |
            | IESR             | 33    | 2020-08-31 | yes    |
            | IESR             | 33    | 2020-09-01 | none   |
            | AnxietyInventory | 17    | 2026-04-01 | no     |
            | AnxietyInventory | 18    | 2026-04-01 | yes    |
            | BIQ              | 40    | 2022-04-01 | yes    |
            | BIQ              | 39    | 2022-04-01 | no     |
            | BIQ              | 40    | 2022-03-31 | none   |
            | CFQ              | 19    | 2022-04-01 | yes    |
            | IBS              | 75    | 2022-04-01 | yes    |
            | PHQ15            | 10    | 2022-04-01 | yes    |
            | PHQ15            | 10    | 2022-03-31 | none   |
            | AgoraAccom       | 5.00  | 2026-04-01 | none   |
            | WSAS             | 40    | 2026-04-01 | none   |
            """, row =>
        {
            var instrument = Instrument.Find(row["instrument"]);
            return instrument.IsCase(Units(instrument, row["score"]), row.Day("day")) switch { true => "yes", false => "no", null => "none" };
        })
        .Heading("Changes")
        .Cases("""
            | instrument    | first | last | day        | → reliable |
            | PHQ9          | 15    | 10   | 2026-04-01 | no         |
            | PHQ9          | 15    | 9    | 2026-04-01 | yes        |
            | PHQ9          | 9     | 15   | 2026-04-01 | yes        |
            | GAD7          | 12    | 9    | 2026-04-01 | no         |
            | GAD7          | 12    | 8    | 2026-04-01 | yes        |
            | AgoraAlone    | 3.00  | 2.28 | 2026-04-01 | no         |
            | AgoraAlone    | 3.00  | 2.27 | 2026-04-01 | yes        |
            | PanicDisorder | 15    | 11   | 2026-04-01 | no         |
            | PanicDisorder | 15    | 10   | 2026-04-01 | yes        |
            | OCD           | 60    | 28   | 2026-04-01 | yes        |
            | PTSD          | 50    | 41   | 2026-04-01 | no         |
            | PTSD          | 50    | 40   | 2026-04-01 | yes        |
            | BIQ           | 72    | 0    | 2026-04-01 | none       |
            """, row =>
        {
            var instrument = Instrument.Find(row["instrument"]);
            return instrument.IsReliable(Units(instrument, row["first"]), Units(instrument, row["last"]), row.Day("day")) switch
            {
                true => "yes",
                false => "no",
                null => "none",
            };
        })
        .Heading("Which instrument a national token stood for")
        .Cases("""
            | token | day        | → instrument |
            | PTSD  | 2020-08-31 | IES-R        |
            | PTSD  | 2020-09-01 | PCL-5        |
            | MUS   | 2022-03-31 |              |
            | MUS   | 2022-04-01 | PHQ-15       |
            | GAD7  | 2019-01-01 | GAD-7        |
            """, row => Instrument.OfAdsmToken(row["token"], row.Day("day"))?.Name ?? ""));

    /// <summary>A score as read, in the instrument's units.</summary>
    private static int Units(Instrument instrument, string text) =>
        (int)(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) * instrument.UnitsPerPoint);
}
