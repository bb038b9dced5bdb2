using Candour.CareRecord.Referrals;
using Candour.Web.Components;
using Draft = Candour.CareRecord.Referrals.SelfReferral;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>The fields of the form as typed. Each page shows and reads its own few; what is typed is kept whatever it is.</summary>
public sealed class AnswersForm
{
    public string? Safe { get; set; }

    public string? WhoFor { get; set; }

    public string? TheyKnow { get; set; }

    public string? Filling { get; set; }

    public DateParts Birth { get; set; } = new();

    public string? Surgery { get; set; }

    public string? Practice { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Called { get; set; }

    public List<string> Ways { get; set; } = [];

    /// <summary>The ways already asked about because something was typed for them and they were not ticked.</summary>
    public string? AskedAbout { get; set; }

    public string? Mobile { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    public string? Voice { get; set; }

    public string? Texts { get; set; }

    public string? Home { get; set; }

    public string? EmailSafe { get; set; }

    public string? SayWho { get; set; }

    public string? Code { get; set; }

    public List<string> Needs { get; set; } = [];

    public string? Language { get; set; }

    public string? SomethingElse { get; set; }

    public string? InWords { get; set; }

    public string? Thoughts { get; set; }

    public string? Hurt { get; set; }

    public List<string> Helpers { get; set; } = [];

    public List<string> Times { get; set; } = [];

    public List<string> Mediums { get; set; } = [];

    public string? Therapist { get; set; }

    /// <summary>As the person left it. Never pre-chosen: only what they chose themselves.</summary>
    public static AnswersForm Of(Draft draft) => new()
    {
        Safe = draft.SafeNow?.ToString(),
        WhoFor = draft.WhoFor?.ToString(),
        TheyKnow = YesNo(draft.TheyKnow),
        Filling = draft.FilledBy?.ToString(),
        Birth = draft.BirthDate is { } born ? DateParts.Of(born) : new(),
        Surgery = draft.PracticeName,
        Practice = draft is { Practice: Surgeries.NotKnown, PracticeName: null, OutsideArea: not true } ? Surgeries.Unsure : draft.Practice,
        FirstName = draft.FirstName,
        LastName = draft.LastName,
        Called = draft.CalledName,
        Ways = [.. draft.Chosen],
        Mobile = draft.Mobile,
        Phone = draft.Phone,
        Email = draft.Email,
        Address = draft.Address,
        Postcode = draft.Postcode,
        Voice = YesNo(draft.VoiceMessageSafe),
        Texts = YesNo(draft.TextsSafe),
        Home = YesNo(draft.LetterHomeSafe),
        EmailSafe = YesNo(draft.EmailSafe),
        SayWho = draft.NeutralName switch { true => "neutral", false => "full", null => null },
        Needs = draft.Needs is { Count: 0 } ? ["none"] : [.. draft.Needs ?? []],
        Language = draft.Language,
        SomethingElse = draft.NeedsElse,
        InWords = draft.InOwnWords,
        Thoughts = draft.ThoughtsOfEnding?.ToString(),
        Hurt = draft.BeingHurt?.ToString(),
        Helpers = [.. draft.HelpNow ?? []],
        Times = [.. draft.Times ?? []],
        Mediums = [.. draft.Mediums ?? []],
        Therapist = draft.TherapistWish,
    };

    internal static string? YesNo(bool? value) => value switch { true => "yes", false => "no", null => null };

    internal static bool? YesNo(string? value) => value switch { "yes" => true, "no" => false, _ => null };
}
