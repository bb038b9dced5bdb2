using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.Web.Components;
using Draft = Candour.CareRecord.Referrals.SelfReferral;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>Reads one page of the form into the draft, or says what is wrong at which field. Pure.</summary>
public static class ReadAnswers
{
    private const int LongestName = 200;
    private const int LongestWords = 10_000;

    /// <param name="fail">Field and words.</param>
    public static Draft Into(Draft draft, string step, AnswersForm form, ServicePolicy policy, DateOnly today, Action<string, string> fail)
    {
        // What nobody was offered is neither another answer nor none: "no" to a question of safety, "I need nothing".
        var strange = OfferedChoices.NotOffered(step, form).ToList();
        foreach (var field in strange)
            fail(field, "Choose one of the answers");
        return strange.Count > 0 ? draft : Read(draft, step, form, policy, today, fail);
    }

    private static Draft Read(Draft draft, string step, AnswersForm form, ServicePolicy policy, DateOnly today, Action<string, string> fail) => step switch
    {
        Steps.Safe => Chosen<SafeNow>(form.Safe, "Safe", "Choose the answer nearest to how things are", fail) is { } safe ? draft with { SafeNow = safe } : draft,
        Steps.Who => Who(draft, form, fail),
        Steps.Filling => draft with { FilledBy = Chosen<FilledBy>(form.Filling, "Filling", "Choose who is filling this in", fail) ?? draft.FilledBy },
        Steps.Birth => Birth(draft, form, today, fail),
        Steps.Gp => Gp(draft, form, policy, fail),
        Steps.Named => Name(draft, form, fail),
        Steps.Contact => Contact(draft, form, fail),
        Steps.SafeContact => draft with
        {
            VoiceMessageSafe = AnswersForm.YesNo(form.Voice), TextsSafe = AnswersForm.YesNo(form.Texts), LetterHomeSafe = AnswersForm.YesNo(form.Home),
            EmailSafe = AnswersForm.YesNo(form.EmailSafe), WillCallUs = false,
        },
        Steps.SayWho => draft with { NeutralName = form.SayWho switch { "neutral" => true, "full" => false, _ => null } },
        Steps.Needs => Needs(draft, form, fail),
        Steps.InWords => draft with { InOwnWords = Text(form.InWords, "InWords", LongestWords, fail) },
        Steps.Thoughts => Chosen<ThoughtsOfEnding>(form.Thoughts, "Thoughts", "Choose an answer. \"I would rather not say\" is one", fail) is { } thoughts
            ? draft with { ThoughtsOfEnding = thoughts }
            : draft,
        Steps.Hurt when string.IsNullOrEmpty(form.Hurt) => draft with { BeingHurt = null },
        Steps.Hurt => Chosen<BeingHurt>(form.Hurt, "Hurt", "Choose one of these answers, or none", fail) is { } hurt ? draft with { BeingHurt = hurt } : draft,
        Steps.Helpers => draft with { HelpNow = form.Helpers.Count == 0 ? null : [.. form.Helpers] },
        Steps.When => draft with
        {
            Times = form.Times.Count == 0 ? null : [.. form.Times],
            Mediums = form.Mediums.Count == 0 ? null : [.. form.Mediums],
            TherapistWish = string.IsNullOrEmpty(form.Therapist) ? null : form.Therapist,
        },
        _ => draft,
    };

    private static Draft Who(Draft draft, AnswersForm form, Action<string, string> fail)
    {
        if (Chosen<WhoFor>(form.WhoFor, "WhoFor", "Choose who this is for", fail) is not { } who)
            return draft;
        if (who == WhoFor.SomeoneICareFor && AnswersForm.YesNo(form.TheyKnow) is null)
            return Wrong(draft, "TheyKnow", "Choose whether they know you are doing this", fail);
        return draft with
        {
            WhoFor = who, TheyKnow = who == WhoFor.SomeoneICareFor ? AnswersForm.YesNo(form.TheyKnow) : null,
            FilledBy = who == WhoFor.Me ? draft.FilledBy : FilledBy.Carer,
        };
    }

    private static Draft Birth(Draft draft, AnswersForm form, DateOnly today, Action<string, string> fail)
    {
        switch (form.Birth.Read(DateQuestion.Birth, today))
        {
            case DateAnswer.Right right:
                return draft with { BirthDate = right.Date };
            case DateAnswer.Wrong wrong:
                fail($"Birth.{wrong.Part}", wrong.Message);
                return draft;
            default:
                return draft;
        }
    }

    private static Draft Gp(Draft draft, AnswersForm form, ServicePolicy policy, Action<string, string> fail)
    {
        if (form.Practice == Surgeries.None)
            return draft with { Practice = Surgeries.None, PracticeName = null, OutsideArea = false };
        if (form.Practice == Surgeries.Unsure)
            return draft with { Practice = Surgeries.NotKnown, PracticeName = Text(form.Surgery, "Surgery", LongestName, fail), OutsideArea = false };
        var known = Surgeries.Of(policy);
        if (known.FirstOrDefault(s => s.Code == form.Practice) is { } chosen)
            return draft with { Practice = chosen.Code, PracticeName = chosen.Name, OutsideArea = false };
        if (string.IsNullOrWhiteSpace(form.Surgery))
            return Wrong(draft, "Surgery", "Enter a surgery name or postcode", fail);
        // A service that has no list of surgeries yet takes the name as it is.
        return known.Count == 0
            ? draft with { Practice = Surgeries.NotKnown, PracticeName = Text(form.Surgery, "Surgery", LongestName, fail), OutsideArea = false }
            : draft with { Practice = null, PracticeName = Text(form.Surgery, "Surgery", LongestName, fail) };
    }

    private static Draft Name(Draft draft, AnswersForm form, Action<string, string> fail)
    {
        if (string.IsNullOrWhiteSpace(form.FirstName))
            return Wrong(draft, "FirstName", "Enter your first name", fail);
        return draft with
        {
            FirstName = Text(form.FirstName, "FirstName", LongestName, fail),
            LastName = Text(form.LastName, "LastName", LongestName, fail),
            CalledName = Text(form.Called, "Called", LongestName, fail),
        };
    }

    private static Draft Contact(Draft draft, AnswersForm form, Action<string, string> fail)
    {
        var chosen = Ways.All.Where(form.Ways.Contains).ToList();
        var wrong = ContactCheck.Faults(chosen, form.Mobile, form.Phone, form.Email, form.Address).ToList();
        foreach (var (field, words) in wrong)
            fail(char.ToUpperInvariant(field[0]) + field[1..], words);
        if (wrong.Count > 0)
            return draft;

        // Something typed and not ticked is asked about once, never dropped in silence; it stays on the page.
        var left = TypedNotTicked(draft, form, chosen);
        if (left.Count > 0 && form.AskedAbout != string.Join(", ", left))
        {
            form.AskedAbout = string.Join(", ", left);
            return Wrong(draft, "Ways", NotTicked(left), fail);
        }

        form.AskedAbout = null;

        // An address of a way that is no longer chosen is not kept.
        return draft with
        {
            Chosen = chosen,
            WillCallUs = false,
            Mobile = chosen.Contains(Ways.Text) || chosen.Contains(Ways.Call) ? Text(form.Mobile, "Mobile", LongestName, fail) : null,
            Phone = chosen.Contains(Ways.Call) ? Text(form.Phone, "Phone", LongestName, fail) : null,
            Email = chosen.Contains(Ways.Email) ? Text(form.Email, "Email", 254, fail) : null,
            Address = chosen.Contains(Ways.Letter) ? Text(form.Address, "Address", 1_000, fail) : null,
            Postcode = chosen.Contains(Ways.Letter) && !string.IsNullOrWhiteSpace(form.Postcode) ? Tidy.PostcodeSpaced(form.Postcode) : null,
        };
    }

    /// <summary>The ways that are not ticked and for which something was newly typed, as the page calls them.</summary>
    private static List<string> TypedNotTicked(Draft draft, AnswersForm form, IReadOnlyList<string> chosen) => [.. new[]
    {
        !chosen.Contains(Ways.Text) && !chosen.Contains(Ways.Call) && IsNew(form.Mobile, draft.Mobile) ? "Text" : null,
        !chosen.Contains(Ways.Call) && IsNew(form.Phone, draft.Phone) ? "Phone call" : null,
        !chosen.Contains(Ways.Email) && IsNew(form.Email, draft.Email) ? "E-mail" : null,
        !chosen.Contains(Ways.Letter) && (IsNew(form.Address, draft.Address) || IsNew(form.Postcode, draft.Postcode)) ? "Letter" : null,
    }.OfType<string>()];

    private static string NotTicked(List<string> left)
    {
        var named = left.ConvertAll(way => $"“{way}”");
        return left.Count == 1
            ? $"You gave details for {named[0]} but did not tick it. Tick it if we may use it. If not, press Continue again"
            : $"You gave details for {string.Join(", ", named.Take(named.Count - 1))} and {named[^1]} but did not tick them. Tick those we may use. If none, press Continue again";
    }

    private static bool IsNew(string? typed, string? kept) => !string.IsNullOrWhiteSpace(typed) && typed.Trim() != kept;

    private static Draft Needs(Draft draft, AnswersForm form, Action<string, string> fail)
    {
        var needs = form.Needs.Where(NeedCodes.All.Contains).ToList();
        if (needs.Contains(NeedCodes.Interpreter) && !Languages.IsCode(form.Language))
            return Wrong(draft, "Language", "Choose the language", fail);
        return draft with
        {
            Needs = form.Needs.Count == 0 ? null : needs,
            Language = needs.Contains(NeedCodes.Interpreter) ? form.Language : null,
            NeedsElse = needs.Contains(NeedCodes.SomethingElse) ? Text(form.SomethingElse, "SomethingElse", LongestWords, fail) : null,
        };
    }

    private static T? Chosen<T>(string? typed, string field, string words, Action<string, string> fail)
        where T : struct, Enum
    {
        // By name alone: a number is no answer anybody was offered.
        if (Enum.GetNames<T>().Contains(typed, StringComparer.Ordinal))
            return Enum.Parse<T>(typed!);
        fail(field, words);
        return null;
    }

    private static string? Text(string? typed, string field, int longest, Action<string, string> fail)
    {
        var text = typed?.Trim();
        if (text?.Length > longest)
            fail(field, $"This is longer than {longest.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} characters. Shorten it");
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static Draft Wrong(Draft draft, string field, string words, Action<string, string> fail)
    {
        fail(field, words);
        return draft;
    }
}
