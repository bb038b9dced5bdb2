using Candour.Clinical;
using Candour.Web.Components;
using Candour.Web.Components.Crisis;
using Candour.Web.Components.Frame;

namespace Candour.Web.Pages.Faults;

/// <summary>What went wrong, what of theirs is safe, and what to do now. Patients' pages end with the crisis lines.</summary>
/// <param name="Status">400, 403, 404, 409, 413, 429, 500 or 503; any other is shown as 500.</param>
public sealed record FaultPage(int Status, ServiceFace Face, CrisisLines Lines)
{
    /// <summary>When it happened; null in a file written beforehand.</summary>
    public Moment? At { get; init; }

    /// <summary>Whoever is signed in, if staff: they get a reference number instead of the crisis lines.</summary>
    public SignedInStaff? Staff { get; init; }

    /// <summary>Of the staff frame; null: the public's.</summary>
    public Header? Header { get; init; }

    /// <summary>For 403: whose page it is and whom to ask.</summary>
    public NotYourPage? NotYours { get; init; }

    /// <summary>For staff only; finds the entry in the log.</summary>
    public string? Reference { get; init; }

    /// <summary>The database did not say whether it stored what was sent. Nobody guesses.</summary>
    public bool Unanswered { get; init; }

    /// <summary>The same form had been sent and saved at this time, and said something else; null for any other fault.</summary>
    public Moment? SentBefore { get; init; }

    /// <summary>What was sent, as a form to send again, for a button with these words; null when nothing was.</summary>
    public Func<string, Markup>? Typed { get; init; }

    public Document Page() => new(Face, Title, Markup.Join(
        Markup.El("h1", "nhsuk-heading-l").Add(Title),
        Markup.Join(Said.Select(sentence => Markup.El("p").Add(sentence))),
        Typed is null ? null : Markup.Join(
            Markup.El("p").Add(HowToSendAgain),
            Typed(SentBefore is not null ? "Save this as well" : Unanswered ? "Check again" : "Try again")),
        Staff is null || Reference is null ? null : Markup.El("p", "nhsuk-body-s").Add($"Reference {Reference}"),
        Staff is not null ? null : new CrisisBlock(Lines) { Service = Face }))
    {
        HelpStrip = Staff is null,
        Header = Header,
    };

    private string HowToSendAgain => SentBefore is not null ? "What you wrote is still on this page, and only here."
        : Unanswered ? "Press the button. It cannot be saved twice."
        : "What you sent is still on this page, and only here. Keep this page open and try again in a few minutes. It cannot be saved twice.";

    private string Title => Status switch
    {
        400 or 413 => "We could not use what was sent",
        403 => "This page is not open to you",
        404 => "We cannot find that page",
        409 when SentBefore is not null => "You sent this form before",
        409 => "This form was opened for another person",
        429 => "Many people are using this",
        503 when Unanswered => "We are checking whether this was saved",
        503 => "We cannot save anything right now",
        _ => "Something went wrong",
    };

    private Markup?[] Said => Status switch
    {
        400 or 413 => ["We could not use what was sent. Go back, check what you wrote and send it again."],
        403 when NotYours is { } page && Staff is { } who =>
            [$"This page is for {page.Whose}. You are signed in as {who.RoleWords}. If you need it for your work, ask {page.Ask}."],
        403 => ["Use the link in your message to open your page, or go back."],
        409 when SentBefore is { } sent =>
        [
            $"You sent it at {Words.Time(sent)}, and that is saved. The form has changed since: what it says now is not saved.",
            "To save it as well, press the button. To leave it, go on to another page.",
        ],
        409 => ["This form was opened for another person. Nothing was saved.", "Go back: what you wrote is still on that page. Open the right person's page and write it there."],
        404 when Staff is not null => ["We cannot find that page. Check the address, or go on from the menu."],
        404 => ["We cannot find that page. If you came from a message, the link may be cut short. Copy all of it."],
        429 => ["Many people are using this from your network. Wait a minute and press Send again. Your answers are kept."],
        503 when Unanswered => ["We do not know yet whether this was saved.", Face.CallUs()],
        503 => ["We cannot save anything right now. Do not type more here.", Face.CallUs()],
        _ => [$"Something went wrong on our side{(At is { } at ? " at " + Words.Time(at) : "")}. What you had saved is safe. Try again in a few minutes."],
    };
}

/// <summary>Put into the request's features by whoever refuses a page for its role.</summary>
/// <param name="Whose">Plural, as in "administrators".</param>
/// <param name="Ask">Who can open it: a name or a job.</param>
public sealed record NotYourPage(string Whose, string Ask);
