using Candour.CareRecord.Policies;

namespace Candour.CareRecord.Appointments;

/// <summary>
/// How a person gets to an appointment, in words they read beside it: what the service has set for it, else only what is true of
/// every service. It holds nobody's name and no number of theirs, so that a link may show it.
/// </summary>
public static class HowToJoin
{
    /// <param name="medium">List consultation_mechanism.</param>
    public static string Words(string medium, ServicePolicy policy) => medium switch
    {
        Media.Video => Set(policy[PolicyNames.JoinByVideo]) ?? "You join by video. If we have not told you how yet, call us.",
        Media.FaceToFace => Set(policy[PolicyNames.WhereToCome]) ?? "You come to us. If you are not sure where, call us.",
        Media.Telephone => "We call you. If your number has changed, tell us before.",
        Media.Email or Media.Text => "We write to you then. If your number or address has changed, tell us before.",
        _ when Media.IsTyped(medium) => "You type to each other on a screen. If we have not told you how yet, call us.",
        _ => "If you are not sure how, call us.",
    };

    /// <summary>
    /// The way in to an appointment that is held on a screen: the address that stands in the service's words for it, to follow at
    /// once. Null: there is none, or it is not held on a screen; then the words say how.
    /// </summary>
    public static Uri? Link(string medium, ServicePolicy policy) => medium == Media.Video
        ? policy[PolicyNames.JoinByVideo].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Uri.TryCreate(word.TrimEnd('.', ',', ';', ')'), UriKind.Absolute, out var address) ? address : null)
            .FirstOrDefault(address => address?.Scheme == Uri.UriSchemeHttps)
        : null;

    /// <summary>Held on a screen: there is something to join.</summary>
    public static bool IsOnline(string medium) => medium is Media.Video or Media.InstantMessage or "13";

    private static string? Set(string words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
