using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Letters;

/// <summary>
/// A clinician writes to the GP surgery that care has ended: what the record holds and what they ask of the practice, nothing the
/// person said in confidence. It leaves only once a clinician has read it (<see cref="ApproveLetter"/>).
/// </summary>
/// <param name="Id">Made before the decision.</param>
/// <param name="DecidedBy">Name of who decided the ending, as the letter says it.</param>
public sealed record WriteToGp(string Id, string DecidedBy)
{
    /// <summary>The surgery was checked with the person, or with the surgery.</summary>
    public bool? Checked { get; init; }

    /// <summary>Lines in the window of the envelope, the surgery's name first.</summary>
    public string? Address { get; init; }

    /// <summary>What the practice is asked to do; null: nothing in particular.</summary>
    public string? Asks { get; init; }

    /// <summary>How the person agreed, or which danger makes it a duty, where they had no notice and so no time to say no.</summary>
    public string? Grounds { get; init; }

    public Decision Decide(History referral, History person, LetterSettings settings, By by, DateOnly today)
    {
        if (Person.Of(person) is not { } who)
            return new NobodyThere();
        if (by.Role == Roles.Administrator)
            return new LetterOfThoseWhoTreat();
        if (who.HasDied)
            return new PersonHasDied(who.Called);
        var standing = GpLetter.Of(referral);
        if (standing is { Stage: GpLetterStage.ToApprove or GpLetterStage.ToPost, Letter: { } waiting })
            return new LetterWaitsAlready(waiting.MadeOn);
        if (standing is { Stage: GpLetterStage.Posted, Letter.PostedOn: { } posted })
            return new GpHasIt(posted);
        if (standing.Stage == GpLetterStage.SaidNo)
            return new SaidNoToGp(who.Called);
        if (standing.Stage is GpLetterStage.None or GpLetterStage.Planned)
            return new NothingToWriteAbout("care has not ended with a letter to the GP planned");
        if (GpSurgery.Of(who, today) is not { } surgery)
            return new NoGpToWriteTo(GpSurgery.WhyNone(who));
        if (Checked != true)
            return new CheckTheSurgery(surgery.Name);
        if (Sessions.Text.OrNull(Address) is not { } address || Lines(address).Length < 2)
            return new WhereIsTheSurgery();
        if (new[] { Address, Asks, Grounds }.Any(text => text?.Length > Sessions.Text.Most))
            return new Sessions.TextTooLong(Sessions.Text.Most);
        var grounds = Sessions.Text.OrNull(Grounds);
        if (Course.Of(referral).Notice is null && grounds is null)
            return new SayHowTheyAgree(who.Called);
        return Decision.Accept(referral.Stream, new LetterMade
        {
            Letter = Id, Kind = LetterKind.GpEnding, Format = LetterFormat.Print12, Practice = surgery.Practice, To = string.Join('\n', Lines(address)),
            Body = string.Join('\n', GpLetterWords.Of(referral, person, settings, new(DecidedBy, Sessions.Text.OrNull(Asks), grounds), today)),
        });
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A clinician has read the letter as it will lie in the envelope and answers for it by name.</summary>
public sealed record ApproveLetter(string Letter)
{
    public Decision Decide(History referral, History person, By by, DateOnly today)
    {
        if (Letters.Letter.All(referral).FirstOrDefault(l => l.Id == Letter) is not { IsToGp: true } letter || Person.Of(person) is not { } who)
            return new NoSuchLetter();
        if (by.Role == Roles.Administrator)
            return new LetterOfThoseWhoTreat();
        if (!letter.Waits)
            return new LetterDone();
        return letter.Approved is not null ? Decision.AlreadySo
            : WhyNotNow(letter, referral, who, today) is { } no ? no
            : Decision.Accept(referral.Stream, new LetterApproved { Letter = Letter });
    }

    /// <summary>What has changed since it was written: the person said no, care goes on, or their surgery is another. Null: nothing.</summary>
    public static Refusal? WhyNotNow(Letter letter, History referral, Person who, DateOnly today) =>
        GpLetter.Of(referral) is { Stage: GpLetterStage.SaidNo } ? new SaidNoToGp(who.Called)
        : who.HasDied || GpLetter.Of(referral) is not { Stage: GpLetterStage.ToApprove or GpLetterStage.ToPost, Letter: { } now } || now.Id != letter.Id ? new NotSoAnyMore()
        : GpSurgery.Of(who, today)?.Practice != letter.Made.Practice ? new GpChanged(who.Called)
        : null;
}

/// <summary>The post brought a letter to a GP back: it is to be written again, once the surgery is found.</summary>
public sealed record TakeBackLetter(string Letter, string? Why)
{
    public Decision Decide(History referral)
    {
        if (Letters.Letter.All(referral).FirstOrDefault(l => l.Id == Letter) is not { IsToGp: true, PostedOn: not null } letter)
            return new NoSuchLetter();
        return letter.CameBackOn is not null ? Decision.AlreadySo
            : Decision.Accept(referral.Stream, new LetterCameBack { Letter = Letter, Why = Sessions.Text.OrNull(Why) });
    }
}
