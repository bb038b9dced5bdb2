namespace Candour.CareRecord.Messages;

/// <summary>The wording of a template from a day on.</summary>
/// <param name="Id">T1 to T20 to people in care, S1 to staff.</param>
/// <param name="From">The first day it is used.</param>
/// <param name="Text">Words with places in braces: name, link, and what the occasion fills in.</param>
/// <param name="MayRepeat">When nobody knows whether it went, sending it twice does no harm.</param>
/// <param name="WaitedFor">The person is waiting for it this minute: quiet hours do not hold it back, their own hours do.</param>
public sealed record Template(string Id, DateOnly From, string Text, bool MayRepeat = false, bool WaitedFor = false)
{
    public bool HasLink => Text.Contains("{link}", StringComparison.Ordinal);
}

/// <summary>
/// Every message the service sends by itself. No clinical word, no score, no team; one link; never a name. A changed wording
/// is a new line with its first day: what was sent before stays as it was.
/// </summary>
public static class Templates
{
    /// <summary>A text message of the plain alphabet has room for this many signs.</summary>
    public const int MostInText = 160;

    /// <summary>The longest neutral name of a service: what a telephone shows as the sender.</summary>
    public const int MostInName = 11;

    /// <summary>The notice to a number or address that is used no more.</summary>
    public const string ToOldOne = "T17";

    /// <summary>The notice of an ending.</summary>
    public const string EndingNotice = "T12";

    private static readonly DateOnly First = new(2026, 1, 1);

    public static IReadOnlyList<Template> All { get; } =
    [
        new("T1", First, "{name}: thank you, we have your form. We will contact you by {day}. Your page: {link}", MayRepeat: true),
        new("T2", First, "{name}: please tell us if you still want our help. You keep your place: {link}"),
        new("T3", First, "{name}: we have not heard from you. Reply by {day} and keep your place: {link}"),
        new("T4", First, "{name}: your appointment is {when}, {how}. To see or change it: {link}"),
        new("T5", First, "{name}: a few questions before {when}. About 6 minutes. Best done alone: {link}", MayRepeat: true),
        new("T6", First, "{name}: your questions for tomorrow, {time}, are waiting. You can stop and come back: {link}", MayRepeat: true),
        new("T7", First, "{name}: here is the new link you asked for. It works until {until}: {link}", MayRepeat: true, WaitedFor: true),
        new("T8", First, "{name}: you are still on our list. See how long, and tell us if things change: {link}"),
        new("T9", First, "{name}: we have sent you something to read and agree. Take your time: {link}"),
        new("T10", First, "{name}: please check what we wrote down for you. One touch if it is wrong: {link}"),
        new("T11", First, "{name}: we would like to speak with you today. Call {phone} or: {link}"),
        new(EndingNotice, First, "{name}: please read this by {day}. You can say no or ask to talk first: {link}"),
        new("T13", First, "{name}: how are you? A few questions, 6 minutes. Your answers help others: {link}", MayRepeat: true),
        new("T14", First, "{code} is your {name} code. It works for 10 minutes. We will never ask you for it.", MayRepeat: true, WaitedFor: true),
        new("T15", First, "{name}: we missed you today and hope you are all right. To find a new time: {link}"),
        new("T16", First, "{name}: sorry, we have to move your appointment on {day}. Choose a new time: {link}"),
        new(ToOldOne, First, "{name}: you asked us to stop using this number or address. If that was not you, call {phone}.", MayRepeat: true, WaitedFor: true),
        new("T18", First, "{name}: the copy of what you agreed is on your page. To read it: {link}", MayRepeat: true),
        new("T19", First, "{name}: we have changed who you will see. You keep your place. To read about it: {link}"),
        new("T20", First, "{name}: we have answered what you told us. To read it: {link}"),
        new("S1", First, "{name}: a task needs you. Please sign in.", MayRepeat: true, WaitedFor: true),
    ];

    /// <summary>The wording of a template on a day.</summary>
    /// <exception cref="ArgumentException">No such template, or none yet on that day.</exception>
    public static Template On(DateOnly day, string id) =>
        All.Where(t => t.Id == id && t.From <= day).MaxBy(t => t.From)
        ?? throw new ArgumentException($"There is no template {id} on {day:yyyy-MM-dd}.", nameof(id));
}
