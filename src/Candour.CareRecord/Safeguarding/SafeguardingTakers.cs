using Candour.CareRecord.Access;

namespace Candour.CareRecord.Safeguarding;

/// <summary>Who a concern can be given to: whoever may, by the permissions table, read one that is theirs and write what they did.</summary>
public static class SafeguardingTakers
{
    public static bool Takes(IReadOnlyList<string> roles)
    {
        var (actor, theirs) = (new Actor("", "", roles), new Facts { Case = true, Unit = true });
        return Asked(Act.View) && (Asked(Act.Correct) || Asked(Act.Create));

        bool Asked(string act) => May.Embedded.Ask(actor, act, "safeguarding", theirs) is Answer.Yes;
    }
}
