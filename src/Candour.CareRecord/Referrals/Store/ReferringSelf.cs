using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>Carries a self-referral into the record: finds who may be the same, decides, appends.</summary>
public sealed class ReferringSelf(TheRecord record, Randomness randomness)
{
    private const int ContactWithinStaffedDays = 3;

    /// <summary>A second sending of the same form gives the first result.</summary>
    public async Task<Outcome> Send(SelfReferral answers, By by)
    {
        var alike = await FindPeople.Alike(record, answers.Traits, answers.PersonId);
        var send = new SendSelfReferral(
            answers,
            [.. alike.Select(a => (a.Row.Person, a.Because))],
            await FindReferrals.GoesOn(record, answers.Traits, alike.Select(a => a.Row)),
            RiskIds.New(randomness))
        {
            AtWork = await AtWork.Now(record, randomness),
        };
        var message = Ids.New(randomness);

        StreamId[] streams =
        [
            Streams.Person(answers.PersonId), Streams.Referral(answers.ReferralId), Streams.Policy, Streams.Service,
            .. alike.Select(a => Streams.Pair(answers.PersonId, a.Row.Person)),
        ];
        return await record.Write(new($"refer-{answers.ReferralId}", by), streams, (h, now) =>
        {
            var policy = ServicePolicy.On(London.DayOf(now), h[Streams.Policy]);
            return send.Decide(h, policy, now) switch
            {
                Accepted { Events.Count: > 0 } accepted => accepted.And(SayWeHaveIt(message, answers, accepted, h, policy, by, now)),
                var other => other,
            };
        });
    }

    /// <summary>
    /// Danger told before sending: opens the task as soon as there is a way to reach the person, and keeps how to reach them
    /// up to date from then on. Calling it again adds nothing.
    /// </summary>
    public async Task<Outcome> TellDanger(SelfReferral answers, By by)
    {
        if (!DangerTold.IsIn(answers.SafeNow, answers.ThoughtsOfEnding) && !(await record.Read(Streams.Person(answers.PersonId))).Exists)
            return new Outcome.Done([], Again: false);
        var send = new SendSelfReferral(answers, [], null, RiskIds.New(randomness)) { AtWork = await AtWork.Now(record, randomness) };
        return await record.Write(
            new($"danger-{Ids.New(randomness)}", by),
            [Streams.Person(answers.PersonId), Streams.Policy],
            (h, now) => send.DecideDanger(h[Streams.Person(answers.PersonId)], ServicePolicy.On(London.DayOf(now), h[Streams.Policy]), now));
    }

    /// <summary>The day by which somebody is in touch: the third staffed day from today.</summary>
    public static DateOnly ContactBy(ServicePolicy policy, DateOnly today)
    {
        var day = today;
        for (var (left, most) = (ContactWithinStaffedDays, 30); left > 0 && most > 0; most--)
        {
            day = day.AddDays(1);
            if (policy.Hours.IsOpenOn(day))
                left--;
        }

        return day;
    }

    // Nothing goes out for a referral somebody else made: nobody has been asked yet whether they want it. Nor to somebody who
    // said that no way is safe: not even onto the list of people to call.
    private static Accepted SayWeHaveIt(string id, SelfReferral answers, Accepted accepted, Histories h, ServicePolicy policy, By by, Moment now)
    {
        if (answers.WhoFor == WhoFor.SomeoneICareFor || answers.SafeWays.Count == 0)
            return Decision.AlreadySo;
        var stream = Streams.Person(answers.PersonId);
        var person = h[stream].With(accepted.Events.Where(e => e.Stream == stream).Select(e => e.Event), by, now);
        var day = ContactBy(policy, London.DayOf(now));
        var message = new NewMessage(id, Say.ReferralReceived(day), London.StartOf(day.AddDays(1)), new LinkWanted(LinkPurpose.MyPage))
        {
            Referral = answers.ReferralId,
        };
        return Message.Queue(message, person, Sender.Of(h, now), now);
    }
}
