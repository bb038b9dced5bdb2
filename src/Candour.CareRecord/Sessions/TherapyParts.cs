using Candour.Clinical.Problems;

namespace Candour.CareRecord.Sessions;

/// <summary>
/// The parts a named therapy is made of, as ticked in a session. General knowledge of the therapies' published curricula,
/// dated policy data to be confirmed by the clinical lead; keys never change, words may.
/// </summary>
public static class TherapyParts
{
    public sealed record Part(string Key, string Words);

    private static readonly IReadOnlyList<Part> SelfHelp =
    [
        new("review", "Talked about what was tried since last time"),
        new("materials", "Worked with the book or programme"),
        new("activation", "Doing more of what matters (behavioural activation)"),
        new("thoughts", "Looking at worrying or low thoughts"),
        new("exposure", "Facing what is feared, in steps"),
        new("worry", "Worry time and problem solving"),
        new("sleep", "Sleep"),
        new("practice", "Agreed what to try next"),
        new("staying-well", "Plan for staying well"),
    ];

    private static readonly IReadOnlyList<Part> Cbt =
    [
        new("agenda", "Set an agenda and looked back on practice"),
        new("formulation", "Shared understanding of what keeps it going"),
        new("activation", "Behavioural activation"),
        new("thoughts", "Working with thoughts and meanings"),
        new("experiments", "Behavioural experiments"),
        new("exposure", "Exposure, with or without response prevention"),
        new("memory", "Work on memories"),
        new("practice", "Agreed practice"),
        new("staying-well", "Plan for staying well"),
    ];

    private static readonly IReadOnlyList<Part> Emdr =
    [
        new("history", "History and choice of memories"),
        new("preparation", "Preparation and a safe place"),
        new("assessment", "Memory, belief and feeling named"),
        new("desensitisation", "Desensitisation"),
        new("installation", "Installation and body scan"),
        new("closure", "Closure and looking back"),
    ];

    private static readonly IReadOnlyList<Part> Talking =
    [
        new("exploring", "Exploring what the person brought"),
        new("feelings", "Naming and making sense of feelings"),
        new("relationships", "Links with people, now or then"),
        new("focus", "Work on the agreed focus"),
        new("ending", "Talk about the ending"),
    ];

    private static readonly IReadOnlyList<Part> Classes =
    [
        new("teaching", "Teaching of the class"),
        new("exercise", "Exercise or practice in the class"),
        new("home", "What to try at home"),
    ];

    /// <summary>The parts of a therapy; a general list for those without their own.</summary>
    public static IReadOnlyList<Part> Of(string? therapy) => Therapy.OfCode(therapy)?.Code switch
    {
        "748051000000105" or "748101000000105" or "748041000000107" or "748091000000102" or "1026111000000108" => SelfHelp,
        "748061000000108" or "702545008" or "933221000000107" => Classes,
        "304891004" or "1127281000000100" or "1026131000000100" => Cbt,
        "449030000" => Emdr,
        "286711000000107" or "443730003" or "314034001" or "1129471000000105" or "842901000000108" => Talking,
        _ => [],
    };

    public static bool Knows(string? therapy, string key) => Of(therapy).Any(p => p.Key == key);
}
