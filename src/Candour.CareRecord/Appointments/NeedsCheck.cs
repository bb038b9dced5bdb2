using Candour.CareRecord.Referrals;

namespace Candour.CareRecord.Appointments;

/// <summary>Whether a booking would work for the person (screens G7; an interpreter need blocks a mute booking).</summary>
public static class NeedsCheck
{
    /// <summary>Why it would not work, with what would; null when nothing speaks against it.</summary>
    /// <param name="interpreter">The interpreter who is to be there; null or blank: none.</param>
    public static string? Clash(Person person, string medium, string? interpreter)
    {
        var name = person.Called;
        var none = string.IsNullOrWhiteSpace(interpreter);
        if (Has(person, NeedCodes.Bsl) && medium == Media.Telephone)
            return $"{name} uses BSL. A phone call will not work. Choose video with an interpreter, or face to face.";
        if (person.Contact is { Chosen: [Ways.Text] } && medium == Media.Telephone)
            return $"{name} asked for text only. A phone call will not work. Choose video, typing on screen, or face to face.";
        if (Has(person, NeedCodes.Relay) && medium == Media.Telephone)
            return $"{name} uses a relay service. A plain phone call will not work. Choose a phone relay, video, or face to face.";
        if (Has(person, NeedCodes.Bsl) && none && !Media.IsTyped(medium))
            return $"{name} uses BSL. Say who will interpret, or choose typing on screen.";
        if (Has(person, NeedCodes.Interpreter) && none)
            return $"{name} needs an interpreter{Language(person)}. Say who will be there.";
        return null;
    }

    private static bool Has(Person person, string need) => person.Needs?.Needs.Contains(need) == true;

    private static string Language(Person person) => person.Needs?.Language is { } code ? $" in {Languages.NameOf(code)}" : "";
}
