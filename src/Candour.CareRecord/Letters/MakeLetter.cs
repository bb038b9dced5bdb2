using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Links;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Stage = Candour.CareRecord.Referrals.Stage;

namespace Candour.CareRecord.Letters;

/// <summary>What every letter says besides its own words.</summary>
/// <param name="ReplyAddress">Where the code to reply is typed, as printed.</param>
/// <param name="Crisis">Where to get help now, one line each.</param>
public sealed record LetterSettings(string Phone, string ReplyAddress, int NoReplyDays, IReadOnlyList<string> Crisis);

/// <summary>
/// Makes a letter of this journey in the person's format. A letter in the wrong format is refused, and so is one to a home
/// where letters are not safe. It waits until it is posted: for the front desk, or for those who treat.
/// </summary>
/// <param name="Id">Made before the decision.</param>
public sealed record MakeLetter(string Id, LetterKind Kind, LetterFormat? Format)
{
    /// <param name="by">Who makes it: the front desk makes its own letters.</param>
    public Decision Decide(History referral, History person, LetterSettings settings, By by, DateOnly today)
    {
        if (by.Role == Roles.Administrator && !Letter.IsAdministrative(Kind))
            return new LetterOfThoseWhoTreat();
        if (Person.Of(person) is not { } who)
            return new NobodyThere();
        // To a GP only by WriteToGp, which checks the surgery first.
        if (Kind == LetterKind.GpEnding)
            return new NothingToWriteAbout("a letter to a GP is written on a page of its own");
        if (who.HasDied)
            return new PersonHasDied(who.Called);
        if (WhyNotSafe(who) is { } no)
            return no;
        if (Format is not { } format)
            return new ChooseAFormat();
        if (who.Needs?.Needs.Contains(NeedCodes.LargePrint) == true && format != LetterFormat.Print18)
            return new AskedForLargePrint(who.Called);
        if (NeedsMoreThanPrint(who) is { } need)
            return new PrintCannotDoThis(who.Called, need);
        if (Letter.All(referral).FirstOrDefault(l => l.Waits && l.Made.Kind == Kind) is { } waiting)
            return new LetterWaitsAlready(waiting.MadeOn);
        if (LetterWords.Of(Kind, referral, who, settings, today) is not { } words)
            return new NothingToWriteAbout(LetterWords.Needs(Kind));
        return Decision.Accept(referral.Stream, new LetterMade
        {
            Letter = Id, Kind = Kind, Format = format, Body = string.Join('\n', words), To = AddressOf(who),
        });
    }

    /// <summary>The format the person needs; null when print alone does not meet it.</summary>
    public static LetterFormat? FormatFor(Person person) =>
        NeedsMoreThanPrint(person) is not null ? null
        : person.Needs?.Needs.Contains(NeedCodes.LargePrint) == true ? LetterFormat.Print18 : LetterFormat.Print12;

    /// <summary>The facts this letter writes about are there.</summary>
    public static bool IsPossible(LetterKind kind, History referral, Person person, LetterSettings settings, DateOnly today) =>
        kind != LetterKind.GpEnding && !person.HasDied && LetterWords.Of(kind, referral, person, settings, today) is not null;

    /// <summary>The lines of the person's own address; null where no letter may go there.</summary>
    public static string? CopyTo(Person who) => WhyNotSafe(who) is null && !who.HasDied ? AddressOf(who) : null;

    internal static Refusal? WhyNotSafe(Person who) =>
        who.WhyNot(Ways.Letter) is { } why ? new LetterNotSafe(who.Called, why)
        : who.AddressFor(Ways.Letter) is null ? new LetterNotSafe(who.Called, "We have no address.") : null;

    private static string? NeedsMoreThanPrint(Person who) =>
        who.Needs?.Needs.Contains(NeedCodes.BrailleOrAudio) == true ? "braille or audio"
        : who.Needs?.Needs.Contains(NeedCodes.EasyRead) == true ? "easy read" : null;

    private static string AddressOf(Person who) => string.Join('\n', new[] { who.FullName, who.Contact!.Address, who.Contact.Postcode }.OfType<string>());
}

/// <summary>"I have posted it", with the day. A letter that asks for a reply is a try from that day on.</summary>
public sealed record PostLetter(string Letter, DateOnly On)
{
    public Decision Decide(History referral, History person, int noReplyDays, DateOnly today)
    {
        if (Letters.Letter.All(referral).FirstOrDefault(l => l.Id == Letter) is not { } letter || Person.Of(person) is not { } who)
            return new NoSuchLetter();
        if (!letter.Waits)
            return new LetterDone();
        if (letter is { IsToGp: true, Approved: null })
            return new NotApprovedYet();
        // Rules may have changed since it was printed; a letter already in the post box is still written down.
        if (On == today && WhyNotNow(letter, referral, who, today) is { } no)
            return no;
        var from = letter.Approved is { } approved ? London.DayOf(approved.At) : letter.MadeOn;
        if (On > today || On < from)
            return new PostedOnWrong(from);
        if (letter.Made.Kind == LetterKind.PleaseReply && !referral.All<ReplyCodePrinted>().Any(p => p.Letter == Letter))
            return new NoCodePrinted();
        var posted = Decision.Accept(referral.Stream, new LetterPosted { Letter = Letter, PostedOn = On });
        if (letter.Made.Kind == LetterKind.CareIsEnding && Course.Of(referral).DecidedBy?.Sequence < letter.MadeBy.Sequence)
            return posted.And(Telling.ToldBy(ToldHow.Letter, referral, On, today));
        return letter.Made.Kind != LetterKind.PleaseReply ? posted : posted.And(referral.Stream, new OptInAsked
        {
            Way = Ways.Letter, Wording = "L1", AskedOn = On, ReplyBy = On.AddDays(noReplyDays),
            NeedsMet = who.Needs is { Needs.Count: > 0 } ? MakeLetter.FormatFor(who) == letter.Made.Format : null,
        });
    }

    /// <summary>Why it must not go into the post today: not safe, or they objected, came back, moved or changed their mind since it was printed. Null: it may.</summary>
    public static Refusal? WhyNotNow(Letter letter, History referral, Person who, DateOnly today) =>
        letter.IsToGp ? ApproveLetter.WhyNotNow(letter, referral, who, today)
        : MakeLetter.WhyNotSafe(who) ?? (IsStillSo(letter, referral) ? null : new NotSoAnyMore());

    private static bool IsStillSo(Letter letter, History referral)
    {
        bool Since(Func<Event, bool> what) => referral.Since(letter.MadeBy.Sequence).Any(e => what(e.Event));
        return letter.Made.Kind switch
        {
            LetterKind.NotForUs => Standing.Of(referral) == Stage.NotForUs,
            LetterKind.Closed => Standing.Of(referral) == Stage.Closed,
            LetterKind.CareIsEnding => Course.Of(referral).IsInNotice && !Since(e => e is EndingDecided or EndingNotified or EndingNotTold),
            LetterKind.YourPlan => SignedPlan.InForce(referral) is not null && !Since(e => e is PlanSigned or ConsentWithdrawn),
            _ => true,
        };
    }
}

/// <summary>It is not posted, or not even made: why, and how they were told instead.</summary>
public sealed record DropLetter(string Letter, string? Why)
{
    public Decision Decide(History referral, DateOnly today)
    {
        var owed = Letter == LetterRow.Owed && LetterRow.OwedOf(referral) is not null;
        var letter = Letters.Letter.All(referral).FirstOrDefault(l => l.Id == Letter);
        if (!owed && letter is null)
            return new NoSuchLetter();
        if (letter is { Waits: false })
            return new LetterDone();
        if (string.IsNullOrWhiteSpace(Why))
            return new SayWhyNotPosted();
        var dropped = Decision.Accept(referral.Stream, new LetterNotPosted { Letter = Letter, Why = Why.Trim() });
        // "No letter: they were told in another way." The days of a notice begin with it.
        return owed ? dropped.And(Telling.ToldBy(ToldHow.Spoke, referral, today, today)) : dropped;
    }
}

/// <summary>The code to reply, made at the moment of printing: a second printing ends the code of the first. It is kept nowhere.</summary>
public sealed record PrintReplyCode(string Letter, NewLink Code)
{
    public Decision Decide(History referral, string person, Moment now)
    {
        if (Letters.Letter.All(referral).FirstOrDefault(l => l.Id == Letter) is not { Made.Kind: LetterKind.PleaseReply } letter)
            return new NoSuchLetter();
        return letter.Waits
            ? Link.Issue(Code, new(LinkPurpose.ReplyToOptIn, referral.Stream.Id), person, now).And(referral.Stream, new ReplyCodePrinted { Letter = Letter })
            : new LetterDone();
    }
}
