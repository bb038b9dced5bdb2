namespace Candour.Clinical.Pathways.Readings;

/// <summary>How much of the promised treatment was given, and whether the course is finished.</summary>
public static class CourseOfCare
{
    /// <summary>
    /// Finished as official figures mean it: discharged by the day, with two treatment sessions or more in the window.
    /// Source: NHS Talking Therapies monthly metadata, CompletedTreatment_Flag.
    /// </summary>
    public static bool IsFinished(Pathway pathway, DateOnly asOf) =>
        pathway.Referral.Discharged <= asOf && OfficialSessions.Find(pathway, asOf) >= 2;

    /// <summary>The plan that holds: signed last and not ended; null where none is.</summary>
    public static Plan? PlanThatHolds(Pathway pathway)
    {
        Plan? holding = null;
        foreach (ref readonly var plan in pathway.Plans)
        {
            if (plan.Signed is { } signed && plan.Ended is null && !(holding?.Signed > signed))
                holding = plan;
        }

        return holding;
    }

    /// <summary>
    /// Sessions given of those the holding plan promises, "5 of 8": attended contacts with its treatment in it, since the
    /// person first signed to that treatment; a longer plan for the same treatment goes on counting. Null without a signed plan.
    /// </summary>
    public static (int Given, int Planned)? SessionsGiven(Pathway pathway, DateOnly asOf)
    {
        if (PlanThatHolds(pathway) is not { } plan)
            return null;
        var given = 0;
        for (var index = 0; index < pathway.Contacts.Count; index++)
        {
            if (ProtocolSessions.IsTreatment(pathway, index, asOf) && Has(pathway, index, plan))
                given++;
        }

        return (given, plan.Sessions);
    }

    private static bool Has(Pathway pathway, int contact, in Plan plan)
    {
        foreach (ref readonly var activity in pathway.ActivitiesOf(contact))
        {
            if (Problems.Therapy.OfCode(activity.Procedure) is { } therapy && therapy.Code == plan.Therapy.Code)
                return true;
        }

        return false;
    }
}
