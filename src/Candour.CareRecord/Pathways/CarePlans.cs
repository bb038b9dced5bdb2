using Candour.Clinical.Pathways;

namespace Candour.CareRecord.Pathways;

/// <summary>Problems, plans, signatures and stays on lists.</summary>
internal static class CarePlans
{
    public static void Take(Pathway pathway, Envelope envelope, Event e)
    {
        _ = (pathway, envelope, e);
    }
}
