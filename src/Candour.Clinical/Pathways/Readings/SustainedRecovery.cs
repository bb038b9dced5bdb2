using Candour.Clinical.Instruments;

namespace Candour.Clinical.Pathways.Readings;

/// <summary>
/// Whether the scores have stayed below the cut-offs: for how many sessions in a row, counted back from the last, both the
/// PHQ-9 and the measure of the main problem lay below. Ending on a first good score asks for a second look.
/// Source: declared protocol, rule 7; half of 439 people well after low-intensity help were unwell within a year (Ali 2017).
/// </summary>
public static class SustainedRecovery
{
    /// <summary>How many in a row make an ending unremarkable.</summary>
    public const int Needed = 2;

    /// <summary>Sessions in a row with both below; one that lacks either score is passed over.</summary>
    public static int InARow(Pathway pathway, Instrument measure, DateOnly asOf)
    {
        var row = 0;
        var order = pathway.ContactsInOrder;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            ref readonly var contact = ref pathway.Contacts[order[i]];
            if (!contact.IsSeen || contact.Day > asOf)
                continue;
            var mood = IsCase(pathway, order[i], Instrument.Phq9);
            var other = IsCase(pathway, order[i], measure);
            if (mood == true || other == true)
                break;
            if (mood == false && other == false)
                row++;
        }

        return row;
    }

    /// <summary>The measure the latest main problem calls for; GAD-7 where none is recorded.</summary>
    public static Instrument MeasureOf(Pathway pathway)
    {
        Complaint? latest = null;
        foreach (ref readonly var complaint in pathway.Complaints)
        {
            if (complaint.Significance != "2" && !(latest is { } l && IsLater(l, complaint)))
                latest = complaint;
        }

        return latest?.Descriptor.Measure ?? Instrument.Gad7;
    }

    private static bool IsLater(in Complaint a, in Complaint b) =>
        a.Day != b.Day ? a.Day > b.Day : a.Row > b.Row;

    private static bool? IsCase(Pathway pathway, int contact, Instrument instrument) =>
        CountedScore.Of(pathway, contact, instrument) is { } index && pathway.Measurements[index].Value is { } value
            ? instrument.IsCase(value, pathway.Contacts[contact].Day)
            : null;
}
