using Candour.CareRecord.Sessions;

namespace Candour.CareRecord.Assessment;

/// <summary>How a field of a block is filled.</summary>
public enum FieldKind
{
    Line,
    Box,
    YesNo,
}

/// <summary>A field of a block.</summary>
/// <param name="Key">Stable name in the record.</param>
/// <param name="Needed">The block is done only with it.</param>
/// <param name="OpensWith">Key of the yes-or-no field whose "yes" opens it; null: always open.</param>
public sealed record AssessmentField(string Key, string Label, FieldKind Kind = FieldKind.Line, bool Needed = false, string? OpensWith = null);

/// <summary>A block: what to say aloud, and what to write down.</summary>
public sealed record AssessmentPart(AssessmentBlock Block, string Name, IReadOnlyList<string> SayAloud, IReadOnlyList<AssessmentField> Fields);

/// <summary>
/// The guided assessment as data. Blocks and their content: the official assessment mark scheme as described in the service
/// notes; the eight parts of the safety block ask in plain words and end in words, never in a grade.
/// </summary>
public static class AssessmentForm
{
    /// <summary>The words that sum up safety: what was said, what makes it safer or less safe, what was agreed.</summary>
    public const string Formulation = "formulation";

    /// <summary>none, some or would-not-say: the spoken answer.</summary>
    public const string Spoken = "spoken";

    /// <summary>How a written and a spoken answer that differ are understood.</summary>
    public const string Understood = "understood";

    public static IReadOnlyList<AssessmentPart> Parts { get; } =
    [
        new(AssessmentBlock.Introduction, "Introduction",
            [
                "I am {me}. I will ask about what is troubling you. It takes about 45 minutes.",
                "What you say stays in this service, unless somebody could come to harm. Then I would talk with you first if I can.",
                "I will write notes as we talk. You can read them. You can stop at any time.",
            ],
            [
                new("who", "Who is there, and what they would like to be called", Needed: true),
                new("private", "Can they talk freely where they are?", FieldKind.YesNo, Needed: true),
                new("confidentiality", "Confidentiality and its limits explained", FieldKind.YesNo, Needed: true),
            ]),
        new(AssessmentBlock.Problem, "Problem",
            ["What is the main thing you would like help with?", "When does it happen? Where, and with whom?", "What sets it off? What makes it better or worse?"],
            [
                new("main", "The main problem, in their words", FieldKind.Box, Needed: true),
                new("when", "When, where and with whom"),
                new("triggers", "What sets it off"),
            ]),
        new(AssessmentBlock.Symptoms, "Symptoms",
            ["What do you notice in your body?", "What goes through your mind?", "What do you do, or stop doing, because of it?", "How often, how strong, how long, since when?"],
            [
                new("body", "In the body"),
                new("thoughts", "Thoughts"),
                new("behaviour", "What they do or avoid"),
                new("often", "How often, how strong, how long, since when", Needed: true),
                new("voices", "Hears voices or sees things others do not?", FieldKind.YesNo),
                new("voices-more", "What they say, whether they tell them to do things, and whether they can be put aside", FieldKind.Box, OpensWith: "voices"),
                new("trauma", "Troubled by memories of something that happened?", FieldKind.YesNo),
                new("trauma-more", "What it touches now; details are not needed today", FieldKind.Box, OpensWith: "trauma"),
            ]),
        new(AssessmentBlock.Impact, "Impact",
            ["How does it get in the way of work, home, free time, and people?"],
            [
                new("work", "Work or study"),
                new("home", "Home"),
                new("hobbies", "Things done alone for pleasure"),
                new("social", "Things done with others"),
                new("relationships", "Close relationships"),
                new("worst", "What has changed most", Needed: true),
            ]),
        new(AssessmentBlock.Measures, "Measures",
            ["Thank you for the questions you answered. I would like to check them with you.", "Do they fit how things are?"],
            [
                new("fits", "Do the scores fit the story?", FieldKind.YesNo, Needed: true),
                new("fits-more", "How they fit, or do not", FieldKind.Box, Needed: true),
                new("phobias", "Anything avoided: going out, people, certain things?"),
            ]),
        new(AssessmentBlock.Risk, "Risk",
            [
                "I ask everybody this. Have you had thoughts of ending your life, or of hurting yourself?",
                "Have you thought about how, or done anything towards it? In the past?",
                "What has kept you safe? Who could help?",
                "Is anyone hurting you, or are you afraid of anyone? Do you worry you might hurt someone?",
                "Are you eating, drinking, washing, taking medicines? Does anyone depend on you?",
            ],
            [
                new("now", "1. Thoughts of ending their life now; plans; anything done", FieldKind.Box, Needed: true),
                new("past", "2. Thoughts and actions in the past", FieldKind.Box, Needed: true),
                new("protects", "3. What keeps them safe", FieldKind.Box, Needed: true),
                new("self-harm", "4. Hurting themselves: now, lately, in the past", FieldKind.Box, Needed: true),
                new("to-others", "5. Risk to others", FieldKind.Box, Needed: true),
                new("from-others", "6. Risk from others", FieldKind.Box, Needed: true),
                new("neglect", "7. Looking after themselves", FieldKind.Box, Needed: true),
                new("dependants", "8. Who depends on them, and what those people need", FieldKind.Box, Needed: true),
                new(Formulation, "In your words: what was said, what makes it safer or less safe, what you agreed", FieldKind.Box, Needed: true),
            ]),
        new(AssessmentBlock.Context, "Context",
            ["Is there anything about your health, your life or who you are that I need to know to help well?", "Why now?"],
            [
                new("conditions", "Other conditions and long-term physical conditions"),
                new("identity", "Identity, neurodivergence, faith, what matters"),
                new("treatment", "Past and present treatment"),
                new("medication", "Medicines, and how they feel about them"),
                new("substances", "Alcohol, drugs, caffeine"),
                new("why-now", "Why now, and what they expect", Needed: true),
            ]),
        new(AssessmentBlock.Goals, "Goals",
            ["If things were better, what would you be doing?", "How would we both see it?"],
            [new("goals", "Goals that can be seen and counted", FieldKind.Box, Needed: true)]),
        new(AssessmentBlock.Information, "Information",
            ["This is how I understand it so far. Does it fit?", "This is what can help, and how long people wait for each."],
            [
                new("told", "The working name and the model, as you put it to them", FieldKind.Box, Needed: true),
                new("options", "The treatments and waits you told them", Needed: true),
            ]),
        new(AssessmentBlock.SharedDecision, "Shared decision",
            ["What would you like to choose?", "What would make it easier to come?"],
            [
                new("prefers", "What they would like", Needed: true),
                new("said", "What they said about it", FieldKind.Box, Needed: true),
                new("statement", "Problem statement, agreed with them", FieldKind.Box),
                new("next", "Next steps", Needed: true),
            ]),
    ];

    public static AssessmentPart Of(AssessmentBlock block) => Parts[(int)block];

    /// <summary>What was typed in a block, as it is kept: fields the block has, those that hold something, in its own order.</summary>
    internal static AssessmentBlockSaved Saved(string appointment, AssessmentBlock block, IReadOnlyDictionary<string, string?> fields, string? notes)
    {
        var known = Of(block).Fields.Select(f => f.Key).Concat(block == AssessmentBlock.Risk ? [Spoken, Understood] : []);
        var said = known.Select(key => (Key: key, Text: Text.OrNull(fields.GetValueOrDefault(key)))).Where(f => f.Text is not null).ToList();
        return new()
        {
            Appointment = appointment, Block = block, Fields = [.. said.Select(f => f.Key)], Said = [.. said.Select(f => f.Text!)], Notes = Text.OrNull(notes),
        };
    }
}
