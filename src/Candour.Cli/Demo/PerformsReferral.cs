using Candour.CareRecord;
using Candour.CareRecord.Letters;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Facts;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Simulation;

namespace Candour.Cli.Demo;

/// <content>From the referral to the reply.</content>
internal sealed partial class Performance
{
    private static readonly string[] OwnWords =
    [
        "I worry all the time and cannot switch off.", "I have been feeling low since the spring.", "I panic on the bus and have stopped going out.",
        "I do not sleep and I cry at work.", "Bad memories come back at night.", "I check the doors again and again.",
    ];

    private Task Refer(SimulatedPerson person, IsReferred intention)
    {
        var known = Of(person);
        var ways = new List<string> { Ways.Call };
        if (person.TextsAreSafe)
            ways.Add(Ways.Text);
        ways.Add(Ways.Letter);
        var form = new SelfReferral
        {
            PersonId = known.Person,
            ReferralId = known.Referral,
            SafeNow = intention.Danger == DangerSaid.NotSureIfSafe ? SafeNow.NotSure : SafeNow.Yes,
            WhoFor = WhoFor.Me,
            BirthDate = person.Born,
            Practice = "X99001",
            PracticeName = "Invented Street Surgery",
            FirstName = person.FirstName,
            LastName = person.LastName,
            CalledName = person.CalledName,
            Chosen = ways,
            Mobile = person.Mobile,
            Address = $"{person.Number + 1} Invented Street, Northmere",
            Postcode = "ZZ99 3WZ",
            VoiceMessageSafe = person.Number % 3 == 0,
            TextsSafe = person.TextsAreSafe,
            LetterHomeSafe = true,
            Confirmed = [person.Mobile],
            Needs = Needs(person),
            Language = person.NeedsInterpreter ? "pl" : null,
            InOwnWords = OwnWords[person.Number % OwnWords.Length],
            ThoughtsOfEnding = intention.Danger == DangerSaid.SometimesThoughtsOfDeath ? ThoughtsOfEnding.Sometimes : ThoughtsOfEnding.No,
            BeingHurt = BeingHurt.No,
            Times = ["mon", "wed", "afternoon"],
            Mediums = ["phone", "video"],
            TherapistWish = "none",
        };
        var order = new SendSelfReferral(form, [], null, RiskIds.New(randomness)) { AtWork = AtWork.Everybody };
        return Do(
            Person(person), nameof(Refer), [known.PersonStream, known.ReferralStream, Streams.Policy],
            (h, now) => order.Decide(h, ServicePolicy.On(London.DayOf(now), h[Streams.Policy]), now));
    }

    private static List<string> Needs(SimulatedPerson person)
    {
        var needs = new List<string>();
        if (person.NeedsInterpreter)
            needs.Add(NeedCodes.Interpreter);
        if (person.NeedsLargePrint)
            needs.Add(NeedCodes.LargePrint);
        return needs;
    }

    private async Task Accept(SimulatedPerson person)
    {
        var (known, desk) = (Of(person), Staff(NumberOf(Roles.Administrator)));
        await Do(desk, nameof(Accept), [known.ReferralStream], (h, _) => Screening.Read(h[known.ReferralStream]));
        await Do(desk, nameof(Accept), [known.ReferralStream], (h, _) => Screening.Accept(h[known.ReferralStream]));
        await Register(person, desk, new(FactsOfPerson.NhsNumber, new NhsNumberGiven { Number = person.NhsNumber, Status = "01" }, null, null));
        await Register(person, desk, new(FactsOfLife.Fairness, new EquityAnswersGiven { EthnicCategory = person.Ethnicity, Gender = person.Gender, RecordedOn = London.Today(clock) }, null, null));
    }

    private Task Register(SimulatedPerson person, By desk, AddFact fact)
    {
        var (stream, referral) = (Of(person).PersonStream, Of(person).ReferralStream);
        return Do(desk, $"{nameof(Register)} {fact.Fact.Slug}", [stream, referral], (h, now) => fact.Decide(h[stream], h[referral], desk, now));
    }

    private Task Try(SimulatedPerson person, IsTried intention)
    {
        var known = Of(person);
        var way = intention.Way switch { "phone" => Ways.Call, "letter" => Ways.Letter, _ => person.TextsAreSafe ? Ways.Text : Ways.Call };
        var outcome = way != Ways.Call ? TryOutcome.Delivered : intention.Reached ? TryOutcome.Answered : TryOutcome.NoAnswer;
        var tried = new AddTry(Ids.New(randomness), way, clock.Now, outcome, null, true, null);
        return Do(
            Staff(NumberOf(Roles.Administrator)), nameof(Try), [known.ReferralStream, known.PersonStream],
            (h, now) => tried.Decide(h[known.ReferralStream], h[known.PersonStream], now));
    }

    private Task Reply(SimulatedPerson person, RepliesToOptIn intention)
    {
        var known = Of(person);
        var reply = new ReplyToOptIn(intention.Wants ? OptInReply.Yes : OptInReply.NoMore, null, intention.Wants ? true : null, null);
        var (by, request) = (Person(person), Ids.New(randomness));
        return Do(by, nameof(Reply), [known.ReferralStream, known.PersonStream], (h, now) => reply.Decide(h[known.ReferralStream], h[known.PersonStream], request, by, now));
    }

    private async Task CloseAsAsked(SimulatedPerson person)
    {
        var known = Of(person);
        if (await Do(
            Staff(NumberOf(Roles.Administrator)), nameof(CloseAsAsked), [known.ReferralStream, known.PersonStream],
            (h, now) => CareRecord.OptIn.CloseAsAsked.Decide(h[known.ReferralStream], h[known.PersonStream], now)))
        {
            await TellOfClosing(known);
        }
    }

    private async Task CloseForNoReply(SimulatedPerson person)
    {
        var known = Of(person);
        var closing = new CloseForNoReply("Text, call and letter; nothing came back.");
        if (await Do(
            Staff(NumberOf(Roles.ClinicalLead)), nameof(CloseForNoReply), [known.ReferralStream, known.PersonStream, Streams.Policy],
            (h, now) => closing.Decide(
                h[known.ReferralStream], h[known.PersonStream], _ => Receipt.None,
                ServicePolicy.On(London.DayOf(now), h[Streams.Policy]).NoReplyDays, Staff(NumberOf(Roles.ClinicalLead)), now)))
        {
            await TellOfClosing(known);
        }
    }

    /// <summary>The letter that they are owed, made and posted the same day; where none may go, how they were told.</summary>
    private async Task TellOfClosing(Known known)
    {
        var (desk, letter, today) = (Staff(NumberOf(Roles.Administrator)), Ids.New(randomness), London.Today(clock));
        var (referral, person) = (known.ReferralStream, known.PersonStream);
        await Do(desk, nameof(TellOfClosing), [referral, person, Streams.Policy], (h, now) =>
        {
            var settings = PrintedWith(h, today);
            var format = CareRecord.Referrals.Person.Of(h[person]) is { } who ? MakeLetter.FormatFor(who) : null;
            return new MakeLetter(letter, LetterKind.Closed, format).Decide(h[referral], h[person], settings, Staff(0), today) is Accepted made
                ? made
                : new DropLetter(LetterRow.Owed, "No letter is safe or in their format. They hear it when they next call.").Decide(h[referral], today);
        });
        await Do(desk, nameof(TellOfClosing), [referral, person], (h, _) => Letter.All(h[referral]).Any(l => l.Id == letter)
            ? new PostLetter(letter, today).Decide(h[referral], h[person], 0, today)
            : Decision.AlreadySo);
    }
}
