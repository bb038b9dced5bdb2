using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Messages;

/// <summary>One message: its words as sent, what became of it, and what a person has to do about it.</summary>
[Needs("contact_attempt", Act.View, Posting = Act.Create, About = About.Message, Part = "messages")]
public sealed class OneModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [BindProperty]
    public CallOutcome? Outcome { get; set; }

    [BindProperty]
    public string? WhatWasDone { get; set; }

    [BindProperty]
    public Settled? SettledAs { get; set; }

    public MessageState State { get; private set; } = null!;

    public string Subject { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string SafeContact { get; private set; } = "";

    public string? Why { get; private set; }

    public string? Text { get; private set; }

    /// <summary>The letters of the referral whose ending this message tells of; null for every other message.</summary>
    public string? LettersOfEnding { get; private set; }

    /// <summary>Set when a colleague dealt with it meanwhile.</summary>
    public BothTexts? Both { get; private set; }

    private StreamId Stream => Streams.Message(Id);

    public string When(Moment moment) => $"{Words.Time(moment)} on {Words.Day(London.DayOf(moment), London.Today(record.Clock))}";

    public async Task<IActionResult> OnGetAsync()
    {
        Shown = Shown.Now(randomness, await record.Read(Stream));
        return await Show();
    }

    public async Task<IActionResult> OnPostCalledAsync()
    {
        if (Outcome is not { } outcome)
            return await Refuse(nameof(Outcome), "Say what happened");
        StreamId[] about = MessageState.WhoseOf(await record.Read(Stream)).Referral is { } referral ? [Streams.Referral(referral)] : [];
        return await Write([Stream, .. about], h =>
        {
            var worked = Message.WorkCallRow(h[Stream], outcome, WhatWasDone);
            return about is [var its] ? Telling.AfterCall(worked, h[Stream], h[its], outcome, London.Today(record.Clock)) : worked;
        });
    }

    public async Task<IActionResult> OnPostSettleAsync()
    {
        if (SettledAs is not { } settled)
            return await Refuse(nameof(SettledAs), "Say what became of it");
        return await Write([Stream], h => Message.Settle(h[Stream], settled));
    }

    public async Task<IActionResult> OnPostBackAsync()
    {
        if (MessageState.WhoseOf(await record.Read(Stream)).Person is not { } whose)
            return NotFound();
        var person = Streams.Person(whose);
        return await Write([Stream, person], h => Message.CameBack(h[Stream], h[person], Moment.Now(record.Clock)));
    }

    private async Task<IActionResult> Write(IReadOnlyCollection<StreamId> streams, Func<Histories, Decision> decide)
    {
        var outcome = await record.Write(who.OrderFor($"message/{Id}/{Shown.Command}"), streams, (h, _) => decide(h), (Stream, Shown.Version));
        if (outcome is not CareRecord.Outcome.No no)
            return this.See("/messages");
        ModelState.Refuse(no.Because);
        await Compare(no);
        return await Show();
    }

    private async Task Compare(Outcome.No no)
    {
        var now = await record.Read(Stream);
        if (Shown.ChangedSince(now, no, who.Actor.Id, e => e is CallListWorked or MessageSettled) is not { } changed || MessageState.Of(now) is not { } state)
            return;
        Both = new(await colleagues.NameOf(changed), changed.When,
            [new("The message", MessageWords.Stage(state.Stage), "Dealt with"), new("What was done", now.Last<CallListWorked>()?.WhatWasDone, WhatWasDone)], $"/messages/{Id}");
        Shown.Again(randomness, now);
    }

    private async Task<IActionResult> Refuse(string field, string words)
    {
        ModelState.AddModelError(field, words);
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        var message = await record.Read(Stream);
        if (MessageState.Of(message) is not { } state || MessageState.WhoseOf(message).Person is not { } person)
            return NotFound();
        State = state;
        var (queued, blocked) = (message.First<MessageQueued>(), message.First<MessageBlocked>());
        Subject = MessageWords.About(queued?.Template ?? blocked!.Template);
        Text = queued?.Text ?? blocked?.Text;
        LettersOfEnding = (queued?.Template ?? blocked?.Template) == Templates.EndingNotice && MessageState.WhoseOf(message).Referral is { } of ? $"/pathways/{of}/letters" : null;
        Why = state.NeedsACall && state.Why is { } why ? MessageWords.Why(why) : null;
        var row = await FindPeople.One(record, person);
        Name = row?.FullName ?? "Name not known";
        SafeContact = row?.SafeContact ?? "";
        return Page();
    }
}
