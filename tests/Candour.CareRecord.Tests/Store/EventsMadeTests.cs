using System.Reflection;

namespace Candour.CareRecord.Tests.Store;

/// <summary>An event that nothing makes is a promise nobody keeps: what is read of it can never be there.</summary>
public sealed class EventsMadeTests
{
    private const byte NewObject = 0x73;

    // Each for its reason.
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["TooYoungShownElsewhere"] = "made by the page of the self-referral: no history decides it",
        ["NotForUsTakenBack"] = "read already; nothing takes the answer back but the person's objection yet",
    };

    [Fact]
    public void Every_event_is_made_by_some_decision()
    {
        var events = typeof(Event).Assembly.GetTypes().Where(t => t.IsSealed && t.IsSubclassOf(typeof(Event))).ToList();
        events.Count.ShouldBeGreaterThan(100);
        var made = Made();
        events.Where(e => !Constructors(e).Any(c => made.Contains(c.MetadataToken))).Select(e => e.Name).ShouldBe(Exceptions.Keys, ignoreOrder: true);
    }

    /// <summary>The constructors that the compiled code calls: the token after each "new", whatever way the source writes it.</summary>
    private static HashSet<int> Made()
    {
        var made = new HashSet<int>();
        foreach (var type in typeof(Event).Assembly.GetTypes())
        {
            foreach (var il in Bodies(type))
            {
                for (var i = 0; i + 4 < il.Length; i++)
                {
                    if (il[i] == NewObject)
                        made.Add(BitConverter.ToInt32(il, i + 1));
                }
            }
        }

        return made;
    }

    private static IEnumerable<byte[]> Bodies(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).Select(m => m.GetMethodBody()?.GetILAsByteArray()).OfType<byte[]>();
    }

    /// <summary>Without the one that copies: it is called by "with".</summary>
    private static IEnumerable<ConstructorInfo> Constructors(Type type) =>
        type.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != type);
}
