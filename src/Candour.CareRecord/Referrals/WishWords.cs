namespace Candour.CareRecord.Referrals;

/// <summary>What somebody asked for in a referral, in words instead of the codes it is kept in.</summary>
public static class WishWords
{
    private static readonly Dictionary<string, string> Said = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mon"] = "Monday", ["tue"] = "Tuesday", ["wed"] = "Wednesday", ["thu"] = "Thursday", ["fri"] = "Friday", ["sat"] = "Saturday", ["sun"] = "Sunday",
        ["monday"] = "Monday", ["tuesday"] = "Tuesday", ["wednesday"] = "Wednesday", ["thursday"] = "Thursday", ["friday"] = "Friday",
        ["morning"] = "mornings", ["afternoon"] = "afternoons", ["evening"] = "evenings",
        ["phone"] = "by phone", ["video"] = "by video", ["typed"] = "by typing to each other",
        ["man"] = "a man as therapist", ["woman"] = "a woman as therapist",
        [HelpCodes.MentalHealthTeam] = "A mental health team", [HelpCodes.Therapist] = "A therapist", [HelpCodes.Gp] = "A GP",
        [HelpCodes.Nobody] = "Nobody", [HelpCodes.NotSure] = "Not sure",
    };

    /// <summary>"Monday, afternoons, by phone, a man as therapist"; null when nothing was said.</summary>
    /// <param name="therapist">man, woman; anything else is no wish.</param>
    public static string? When(IEnumerable<string>? times, IEnumerable<string>? mediums, string? therapist)
    {
        string[] wishes = [.. (times ?? []).Concat(mediums ?? []), .. therapist is "man" or "woman" ? [therapist] : Array.Empty<string>()];
        return wishes.Length == 0 ? null : string.Join(", ", wishes.Select(Of));
    }

    /// <summary>"A GP, Not sure"; null when it was not answered.</summary>
    public static string? Help(IEnumerable<string>? help) => help is null ? null : string.Join(", ", help.Select(Of));

    private static string Of(string code) => Said.GetValueOrDefault(code, code);
}
