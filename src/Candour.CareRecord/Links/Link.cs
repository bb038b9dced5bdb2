using Candour.Clinical;

namespace Candour.CareRecord.Links;

/// <summary>The decisions on one link. All pure: the link's history, what was given, and the time.</summary>
public static class Link
{
    public const int MostTries = 5;

    /// <summary>Issues the link. Make <paramref name="link"/> before the decision: a decision may be called more than once.</summary>
    /// <param name="message">The message that carries it, if one does.</param>
    public static Accepted Issue(NewLink link, LinkWanted wanted, string person, Moment now, string? message = null) =>
        Decision.Accept(Streams.Link(link.Id), new LinkIssued
        {
            TokenHash = link.TokenHash,
            Purpose = wanted.Purpose,
            Person = person,
            Target = wanted.Target,
            Expires = wanted.Expires ?? now.Plus(LinkTerms.Of(wanted.Purpose).Lifetime),
            ForDay = wanted.ForDay,
            OnPaper = link.IsOnPaper,
            Message = message,
        });

    /// <summary>
    /// Somebody who answered by a link, and so gave the birth date in this browser, wants to read: a way in that is open already
    /// and sent to nobody. A code is still asked for.
    /// </summary>
    /// <param name="page">The page of theirs that they asked for.</param>
    public static Accepted IssueOpened(NewLink link, string page, string person, Moment now) =>
        Issue(link, new(LinkPurpose.MyPage, page, now.Plus(TimeSpan.FromHours(1))), person, now).And(Streams.Link(link.Id), new LinkOpened());

    /// <summary>
    /// Somebody followed the link and gave a birth date. Nothing about the link is told before the date is right: neither
    /// that it has passed nor what it was for. A wrong date is written down, so the answer to it is an acceptance whose
    /// words <see cref="Answer"/> gives.
    /// </summary>
    /// <param name="born">The birth date in the record; null when none is known, and then no date is right.</param>
    /// <param name="newer">A newer link of the same kind exists and this kind has one at a time.</param>
    public static Decision Open(History link, DateOnly? born, DateOnly given, bool newer, Moment now)
    {
        if (link.First<LinkIssued>() is not { } issued)
            return new LinkNotFound();
        if (link.Any<LinkLocked>())
            return new LinkClosed();
        if (given != born)
            return Wrong(link);
        if (now > issued.Expires)
            return new LinkExpired(issued.ForDay, London.DayOf(issued.Expires), London.DayOf(now));
        if (newer || link.Any<LinkEnded>())
            return new LinkUsed();
        return Decision.Accept(link.Stream, new LinkOpened());
    }

    /// <summary>The words for a wrong date that was written down; null when the link was opened.</summary>
    public static Refusal? Answer(IEnumerable<Event> written) => written.ToList() switch
    {
        var events when events.OfType<LinkLocked>().Any() => new LinkClosed(),
        var events when events.OfType<LinkDateWrong>().LastOrDefault() is { } wrong => new WrongBirthDate(MostTries - wrong.Try),
        var events when events.OfType<LinkCodeWrong>().Any() => new WrongCode(),
        _ => null,
    };

    /// <summary>What it was for is done or off: it opens nothing any more. Nothing to write when it has ended before.</summary>
    public static Accepted End(History link, LinkEnd why) =>
        !link.Exists || link.Any<LinkEnded>() ? Decision.AlreadySo : Decision.Accept(link.Stream, new LinkEnded { Why = why });

    /// <summary>The front desk has seen that the link was closed by wrong dates.</summary>
    public static Decision SeeLock(History link, string? whatWasDone) =>
        !link.Any<LinkLocked>() || link.Any<LinkLockSeen>()
            ? Decision.AlreadySo
            : Decision.Accept(link.Stream, new LinkLockSeen { WhatWasDone = whatWasDone });

    private static Accepted Wrong(History link)
    {
        var nth = link.All<LinkDateWrong>().Count() + 1;
        var wrong = Decision.Accept(link.Stream, new LinkDateWrong { Try = nth });
        return nth < MostTries ? wrong : wrong.And(link.Stream, new LinkLocked());
    }
}
