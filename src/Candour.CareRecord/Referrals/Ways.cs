namespace Candour.CareRecord.Referrals;

/// <summary>The ways to reach a person, as written in events and chosen in forms.</summary>
public static class Ways
{
    public const string Text = "text";
    public const string Call = "call";
    public const string Email = "email";
    public const string Letter = "letter";

    public static IReadOnlyList<string> All { get; } = [Text, Call, Email, Letter];

    /// <summary>As forms offer it.</summary>
    public static string Words(string way) => way switch { Text => "Text", Call => "Phone call", Email => "E-mail", Letter => "Letter", _ => way };
}

/// <summary>What a person may need to talk with us easily.</summary>
public static class NeedCodes
{
    public const string Interpreter = "interpreter";
    public const string Bsl = "bsl";
    public const string Relay = "relay";
    public const string LargePrint = "large print";
    public const string EasyRead = "easy read";
    public const string BrailleOrAudio = "braille or audio";
    public const string SomeoneWithMe = "someone with me";
    public const string NoStairs = "no stairs";
    public const string MoreTime = "more time";
    public const string SomethingElse = "something else";

    public static IReadOnlyList<string> All { get; } =
        [Interpreter, Bsl, Relay, LargePrint, EasyRead, BrailleOrAudio, SomeoneWithMe, NoStairs, MoreTime, SomethingElse];

    /// <summary>As forms that staff fill in offer it.</summary>
    public static string Words(string need) => need switch
    {
        Interpreter => "An interpreter",
        Bsl => "British Sign Language (BSL)",
        Relay => "Relay service for calls",
        LargePrint => "Large print",
        EasyRead => "Easy read",
        BrailleOrAudio => "Braille or audio",
        SomeoneWithMe => "Someone with them",
        NoStairs => "No stairs",
        MoreTime => "More time",
        SomethingElse => "Something else",
        _ => need,
    };
}

/// <summary>Who else is helping now.</summary>
public static class HelpCodes
{
    public const string MentalHealthTeam = "mental health team";
    public const string Therapist = "therapist";
    public const string Gp = "gp";
    public const string Nobody = "nobody";
    public const string NotSure = "not sure";

    public static IReadOnlyList<string> All { get; } = [MentalHealthTeam, Therapist, Gp, Nobody, NotSure];
}
