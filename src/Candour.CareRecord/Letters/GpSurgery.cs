using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Letters;

/// <summary>The GP surgery that a letter can go to.</summary>
/// <param name="Practice">Six characters.</param>
public sealed record GpSurgery(string Practice, string Name)
{
    /// <summary>National code: not registered with a surgery.</summary>
    public const string None = "V81997";

    /// <summary>National code: the surgery is not known.</summary>
    public const string NotKnown = "V81999";

    /// <summary>Null where the record names none for that day: <see cref="WhyNone"/> says what it has instead.</summary>
    public static GpSurgery? Of(Person person, DateOnly today) =>
        person.Gp is { Practice: not (None or NotKnown) } gp && !(gp.RegisteredUntil < today) ? new(gp.Practice, gp.Name ?? $"the surgery {gp.Practice}") : null;

    /// <summary>What the record has where there is no surgery to write to, in a sentence for staff.</summary>
    public static string WhyNone(Person person) => person.Gp switch
    {
        null => $"No GP surgery is recorded for {person.Called}.",
        { Practice: None } => $"{person.Called} has no GP surgery, as far as we know.",
        { Practice: NotKnown, Name: { Length: > 0 } wrote } => $"{person.Called} wrote “{wrote}”, and nobody has found which surgery that is.",
        { Practice: NotKnown } => $"Nobody here knows the GP surgery of {person.Called}.",
        { RegisteredUntil: { } until, Name: var name } => $"{person.Called} left {name ?? "their GP surgery"} on {Words.LongDay(until)}, and no other is recorded.",
        _ => $"No GP surgery is recorded for {person.Called}.",
    };
}
