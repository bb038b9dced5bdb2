using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Timers;
using Candour.CareRecord.Timers.Store;
using Candour.CareRecord.Treatment;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Discharge;

/// <summary>
/// Ends care when a notice has run out and nobody said no; holds a notice that did not reach the person until somebody has told
/// them, and lets nobody be called about one that is not in force any more.
/// </summary>
public sealed class EndsOfNotice : IDueWork
{
    public string Name => "endings";

    public async Task<int> Run(TheRecord record, Moment now)
    {
        List<PeopleRow> due;
        List<CallRow> calls;
        await using (var lists = record.Lists())
        {
            due = await lists.EndingsDue(London.DayOf(now));
            calls = await lists.NoticesToCallAbout();
        }

        var done = 0;
        foreach (var call in calls)
        {
            var (referral, message) = (Streams.Referral(call.Referral!), Streams.Message(call.Message));
            // A row that stays on the list after they were told in another way is nothing to do.
            var standing = await record.Read(referral);
            if (Telling.IsOver(standing, call.Message)
                ? await Troubles.Try(record, Name, call.Referral!, now, () => record.Write(
                    new($"over/{call.Message}", By.Worker), [referral, message], (h, _) => Telling.NothingToCallAbout(h[message], h[referral])))
                : Telling.NotTold(standing, call.Message).Events.Count > 0 && await Troubles.Try(record, Name, call.Referral!, now, () => record.Write(
                    new($"untold/{call.Message}", By.Worker), [referral], (h, _) => Telling.NotTold(h[referral], call.Message))))
                done++;
        }

        foreach (var care in due)
        {
            if (await Troubles.Try(record, Name, care.Referral, now, () => End(record, care)))
                done++;
        }

        return done;
    }

    private static async Task End(TheRecord record, PeopleRow care)
    {
        var (person, referral) = (Streams.Person(care.Person), Streams.Referral(care.Referral));
        var carries = Course.Of(await record.Read(referral)).Notice?.Message;
        StreamId[] message = carries is null ? [] : [Streams.Message(carries)];
        // A notice given meanwhile is looked at in the next round.
        await record.Write(
            new($"end/{care.Referral}/{care.EndsOn:yyyyMMdd}", By.Worker), [person, referral, .. message],
            (h, at) => Course.Of(h[referral]).Notice?.Message == carries
                ? EndOfCare.IfDue(h[person], h[referral], message is [var its] ? h[its] : null, at)
                : Decision.AlreadySo);
    }
}

/// <summary>Asks how people are 12 and 26 weeks after their first treatment, whatever became of their care.</summary>
public sealed class AskHowTheyAre(Wordings wordings, Randomness randomness) : IDueWork
{
    public string Name => "weeks";

    public async Task<int> Run(TheRecord record, Moment now)
    {
        var today = London.DayOf(now);
        List<PeopleRow> due;
        await using (var lists = record.Lists())
            due = await lists.FormsDue(today, FixedWeeks.OpenDays);
        var done = 0;
        foreach (var care in due)
        {
            if (await Troubles.Try(record, Name, care.Referral, now, () => Ask(record, care, today)))
                done++;
        }

        return done;
    }

    private async Task Ask(TheRecord record, PeopleRow care, DateOnly today)
    {
        var (person, referral) = (Streams.Person(care.Person), Streams.Referral(care.Referral));
        var (id, message) = (Ids.New(randomness), Ids.New(randomness));
        var atWork = await AtWork.Now(record, randomness);
        var week = FixedWeeks.Due(History.Empty(person), await record.Read(referral), today).FirstOrDefault();
        if (week == 0)
            return;
        await record.Write(new($"week/{care.Referral}/{week}", By.Worker), [person, referral, Streams.Policy, Streams.Service], (all, now) =>
        {
            if (!FixedWeeks.Due(all[person], all[referral], today).Contains(week) || !ServicePolicy.On(today, all[Streams.Policy]).HomeQuestionnaires(now, atWork))
                return Decision.AlreadySo;
            var closes = London.StartOf(today.AddDays(FixedWeeks.OpenDays));
            var problem = all[referral].Last<Problem.ProblemDescriptorRecorded>(p => p.Significance == "1");
            var decision = new IssueQuestionnaire
            {
                Id = id, Referral = care.Referral, Person = care.Person, Week = week, Starts = closes, Ends = closes, Clinician = care.Clinician, Wordings = wordings,
                Instruments = InstrumentSet.For(
                    problem is null ? null : Clinical.Problems.ProblemDescriptor.Of(problem.Code), wordings,
                    all[referral].All<ScoresRecorded>().SelectMany(s => s.Instruments).ToHashSet(), alone: true),
            }.Decide(all[referral]);
            return decision is Accepted { Events.Count: > 0 } issued
                ? issued.And(Message.Queue(
                    new(message, Say.HowAreYou(), closes, new LinkWanted(LinkPurpose.AnswerQuestions, id, closes)) { Referral = care.Referral },
                    all[person], Sender.Of(all, now), now))
                : decision;
        });
    }
}
