using Candour.CareRecord.Links;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Service;
using Candour.Clinical;

namespace Candour.CareRecord.Messages;

/// <summary>A message to be queued.</summary>
/// <param name="Id">Made by <see cref="Ids.New"/> before the decision.</param>
/// <param name="UselessAfter">From this moment on it helps nobody.</param>
/// <param name="Link">What its link shall open; needed when the wording has a link.</param>
public sealed record NewMessage(string Id, Wording Wording, Moment UselessAfter, LinkWanted? Link = null)
{
    public string? Referral { get; init; }

    /// <summary>text or email, when only one will do; null: text where it may be used, else e-mail.</summary>
    public string? OnlyBy { get; init; }

    public Moment? NotBefore { get; init; }

    /// <summary>
    /// For the code that confirms a number or address: goes there although nothing is confirmed yet. Never with a link.
    /// </summary>
    public string? ToConfirm { get; init; }
}

/// <summary>The decisions on messages. All pure.</summary>
public static class Message
{
    /// <summary>
    /// Queues a message to a person by the first way that is safe, or blocks it onto the call list. To somebody who has died
    /// nothing is said at all. Add what it returns to your own events, in one write.
    /// </summary>
    /// <param name="person">The person's stream, as it stands in this write.</param>
    public static Accepted Queue(NewMessage message, History person, Sender sender, Moment now)
    {
        var reach = Reach.Of(person);
        if (reach.Dead)
            return Decision.AlreadySo;
        var template = Templates.On(London.DayOf(now), message.Wording.Template);
        if (template.HasLink && message.Link is null)
            throw new ArgumentException($"{template.Id} has a link; say what it shall open.", nameof(message));

        var text = message.Wording.Text(London.DayOf(now), sender.NeutralName);
        var why = WhyNotSent.NoAddress;
        foreach (var way in message.OnlyBy is { } only ? [only] : new[] { Ways.Text, Ways.Email })
        {
            var (due, not) = MayGo(message, template, reach.By(way), now);
            if (due is { } at)
                return Decision.Accept(
                    Streams.Message(message.Id), Queued(message, template, reach, way, sender.Framed(way, text, sender.Phone), at));
            // The first way that exists says best why a person has to call instead.
            if (why == WhyNotSent.NoAddress)
                why = not;
        }

        return Block(message, reach.Person, why, text);
    }

    /// <summary>A page to a member of staff: that a task needs them, and nothing else.</summary>
    /// <param name="way">text or email.</param>
    public static Accepted QueueForStaff(string id, string staff, string way, string address, Sender sender, Moment now) =>
        Decision.Accept(Streams.Message(id), new MessageQueued
        {
            Template = "S1",
            Way = way,
            Staff = staff,
            Address = address,
            Text = sender.Framed(way, Say.TaskNeedsYou().Text(London.DayOf(now), sender.NeutralName), phone: ""),
            Due = now,
            UselessAfter = now.Plus(TimeSpan.FromHours(24)),
            MayRepeat = true,
        });

    /// <summary>
    /// The same without an address: it is looked up when the page is handed over, so that a page queued with a disclosure
    /// never waits for anything else, and goes where the member of staff is reached by then.
    /// </summary>
    public static Accepted QueueForStaff(string id, string staff, Moment now) =>
        Decision.Accept(Streams.Message(id), new MessageQueued
        {
            Template = "S1",
            Way = Ways.Email,
            Staff = staff,
            Text = "A task needs you. Please sign in.",
            Due = now,
            UselessAfter = now.Plus(TimeSpan.FromHours(24)),
            MayRepeat = true,
        });

    /// <summary>Onto the call list instead of the outbox.</summary>
    public static Accepted Block(NewMessage message, string person, WhyNotSent why, string text) =>
        Decision.Accept(Streams.Message(message.Id), new MessageBlocked
        {
            Template = message.Wording.Template,
            Person = person,
            Referral = message.Referral,
            Why = why,
            Text = text.Replace("{link}", "", StringComparison.Ordinal).TrimEnd(' ', ':'),
            LinkTarget = message.Link?.Target,
        });

    /// <summary>Stops it if it has not gone. What may have gone cannot be called back and stays for a person to settle.</summary>
    public static Accepted Cancel(History message, CancelReason why) =>
        MessageState.Of(message) is { Stage: MessageStage.Waiting }
            ? Decision.Accept(message.Stream, new MessageCancelled { Why = why })
            : Decision.AlreadySo;

    /// <summary>
    /// What was to be said of a thing that is no longer so leaves the outbox and the call list. A row for a message that came
    /// back stays: somebody has yet to look at the number or address. Find the streams with <c>FindMessages.Unsaid</c>.
    /// </summary>
    /// <param name="about">Whether the target of a message's link is the thing.</param>
    internal static Accepted Withdraw(IEnumerable<History> messages, Func<string, bool> about, CancelReason why) => messages
        .Where(m => (m.First<MessageQueued>()?.LinkTarget ?? m.First<MessageBlocked>()?.LinkTarget) is { } target && about(target)
            && MessageState.Of(m) is { Stage: MessageStage.Waiting } or { NeedsACall: true, Stage: not MessageStage.Bounced })
        .Aggregate(Decision.AlreadySo, (all, m) => all.And(m.Stream, new MessageCancelled { Why = why }));

    /// <summary>A person settles what became of a message that may have gone.</summary>
    public static Decision Settle(History message, Settled settled) => MessageState.Of(message) switch
    {
        null => new NoSuchMessage(),
        { Stage: MessageStage.MayHaveGone } => Decision.Accept(message.Stream, new MessageSettled { As = settled }),
        _ => new MessageAlreadySettled(),
    };

    /// <summary>Somebody saw it come back (a letter box full, a mail returned): the number or address is not used again.</summary>
    public static Decision CameBack(History message, History person, Moment now) => MessageState.Of(message) is null
        ? new NoSuchMessage()
        : HandingOver.Heard(message, person, Channels.Whereabouts.CameBack, now);

    /// <summary>The row of the call list is done.</summary>
    public static Decision WorkCallRow(History message, CallOutcome outcome, string? whatWasDone)
    {
        if (MessageState.Of(message) is not { } state)
            return new NoSuchMessage();
        if (!state.NeedsACall)
            return new MessageAlreadySettled();
        return outcome == CallOutcome.NoAnswer
            ? new NoAnswerIsNotDone()
            : Decision.Accept(message.Stream, new CallListWorked { Outcome = outcome, WhatWasDone = whatWasDone });
    }

    /// <summary>
    /// What a death stops, to be appended with it: every message that waits and every link that opens. Find their ids with
    /// <c>FindMessages.WaitingFor</c> and <c>FindLinks.OpenOf</c> and name their streams in the write.
    /// </summary>
    public static Accepted StopForDeath(IEnumerable<History> messages, IEnumerable<History> links) =>
        messages.Select(m => Cancel(m, CancelReason.Died))
            .Concat(links.Select(l => Link.End(l, LinkEnd.Died)))
            .Aggregate(Decision.AlreadySo, (all, one) => all.And(one));

    private static (Moment? Due, WhyNotSent Why) MayGo(NewMessage message, Template template, WayToReach way, Moment now)
    {
        if (message.ToConfirm is null && way.Address is null)
            return (null, WhyNotSent.NoAddress);
        if (!way.Safe)
            return (null, WhyNotSent.NotSafe);
        if (way.CameBack)
            return (null, WhyNotSent.CameBack);
        if (!way.Confirmed && message.ToConfirm is null)
            return (null, WhyNotSent.NotConfirmed);
        var earliest = message.NotBefore is { } notBefore && notBefore > now ? notBefore : now;
        var due = SafeHours.Next(earliest, way.Hours, template.WaitedFor);
        return due is null || due > message.UselessAfter ? (null, WhyNotSent.NoSafeHour) : (due, default);
    }

    private static MessageQueued Queued(NewMessage message, Template template, Reach reach, string way, string text, Moment due) => new()
    {
        Template = template.Id,
        Way = way,
        Person = reach.Person,
        Referral = message.Referral,
        Address = message.ToConfirm is { } address && !template.HasLink ? Reach.Plain(way, address) : reach.By(way).Address,
        Text = text,
        Due = due,
        UselessAfter = message.UselessAfter,
        MayRepeat = template.MayRepeat,
        LinkPurpose = message.Link?.Purpose,
        LinkTarget = message.Link?.Target,
        LinkExpires = message.Link?.Expires,
        LinkForDay = message.Link?.ForDay,
    };
}

/// <summary>Who the service says it is in messages.</summary>
/// <param name="NeutralName">At most 11 signs. Messages always carry this name: somebody else may see the screen.</param>
/// <param name="Phone">The number people call.</param>
/// <param name="Simulated">Every message carries the line of the demonstration and none leaves the machine.</param>
public sealed record Sender(string NeutralName, string Phone, bool Simulated)
{
    /// <summary>The first line of everything a demonstration says.</summary>
    public const string DemonstrationLine = "Demonstration. Every person here is invented.";

    /// <summary>From the service and policy streams; name both in the write.</summary>
    public static Sender Of(Histories histories, Moment now) => Of(histories[Streams.Service], histories[Streams.Policy], now);

    public static Sender Of(History service, History policy, Moment now)
    {
        var opened = service.First<ServiceOpened>() ?? throw new InvalidOperationException("The record has no service yet.");
        return new(opened.NeutralName, ServicePolicy.On(London.DayOf(now), policy)[PolicyNames.Phone], opened.Simulated);
    }

    /// <summary>The text as it is sent: an e-mail also says how to call and how to get it another way; a demonstration says what it is.</summary>
    internal string Framed(string way, string text, string phone)
    {
        var lines = new List<string>();
        if (Simulated)
            lines.Add($"{DemonstrationLine}\n");
        lines.Add(text);
        if (way == Ways.Email && phone.Length > 0)
            lines.Add($"\nCall us: {phone}\nGet this another way (large print, easy read, audio or another language): call the same number.");
        return string.Join('\n', lines);
    }
}
