using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>The needs strip on top of every staff page about a person (screens G6), in words.</summary>
public static class NeedsWords
{
    private static readonly Dictionary<string, string> Said = new()
    {
        [NeedCodes.Interpreter] = "Interpreter",
        [NeedCodes.Bsl] = "BSL interpreter",
        [NeedCodes.Relay] = "Relay service for calls",
        [NeedCodes.LargePrint] = "Letters in large print",
        [NeedCodes.EasyRead] = "Easy read",
        [NeedCodes.BrailleOrAudio] = "Braille or audio",
        [NeedCodes.SomeoneWithMe] = "Someone with them",
        [NeedCodes.NoStairs] = "No stairs",
        [NeedCodes.MoreTime] = "More time",
    };

    /// <summary>"Text only, no voicemail. BSL interpreter." Empty when there is nothing to meet.</summary>
    public static string Of(Person person)
    {
        var sentences = new List<string>();
        if (SafeContact(person) is { Length: > 0 } safe)
            sentences.Add(safe);
        foreach (var need in person.Needs?.Needs ?? [])
        {
            sentences.Add(need switch
            {
                NeedCodes.Interpreter when person.Needs!.Language is { } language => $"Interpreter: {Languages.NameOf(language)}",
                NeedCodes.SomethingElse => person.Needs!.SomethingElse ?? "Something else, not written down",
                _ => Said.GetValueOrDefault(need, need),
            });
        }

        return string.Join(" ", sentences.Select(s => s.TrimEnd('.') + "."));
    }

    /// <summary>One need, as the person reads it on their own page.</summary>
    public static string Own(string need, NeedsRecorded needs) => Own(need, needs.Language, needs.SomethingElse);

    /// <param name="language">Code of the language an interpreter is needed for.</param>
    public static string Own(string need, string? language, string? somethingElse) => need switch
    {
        NeedCodes.Interpreter when language is not null => $"Interpreter: {Languages.NameOf(language)}",
        NeedCodes.SomethingElse => somethingElse ?? "Something else",
        NeedCodes.SomeoneWithMe => "Someone with me",
        _ => Said.GetValueOrDefault(need, need),
    };

    /// <summary>"Text only, no voicemail": the ways that are safe and what never to do.</summary>
    public static string SafeContact(Person person)
    {
        var ways = person.SafeWays;
        var pieces = new List<string>
        {
            ways.Count switch
            {
                0 => "No safe way to reach them is known",
                1 => $"{Way(ways[0])} only",
                _ => $"Reach by {string.Join(", ", ways.Select(w => Way(w).ToLowerInvariant()))}",
            },
        };
        if (ways.Contains(Ways.Call) && !person.MayLeaveVoiceMessage)
            pieces.Add("no voicemail");
        if (person.HomeHeld)
            pieces.Add("home: do not write");
        if (person.NeutralNameOnly)
            pieces.Add("neutral name");
        return string.Join(", ", pieces);
    }

    /// <summary>What the strip says: the needs, that there are none, or that nobody asked.</summary>
    public static string Strip(string needs, DateOnly? askedOn, DateOnly? reviewOn, DateOnly today) => (askedOn, reviewOn) switch
    {
        (null, _) => $"Needs not asked yet. {needs}".Trim(),
        (_, { } review) when review < today => $"{needs} Needs last checked {Months(askedOn.Value, today)} ago.".Trim(),
        _ when needs.Length == 0 => $"No needs recorded. Asked on {Words.Day(askedOn.Value, today)}.",
        _ => needs,
    };

    public static string Way(string way) => way switch
    {
        Ways.Text => "Text",
        Ways.Call => "Phone call",
        Ways.Email => "E-mail",
        Ways.Letter => "Letter",
        _ => way,
    };

    private static string Months(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
        return Words.Count(Math.Max(months, 0), "month", "months");
    }
}
