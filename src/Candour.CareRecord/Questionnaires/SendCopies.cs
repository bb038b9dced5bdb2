using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Questionnaires.Store;
using Candour.CareRecord.Timers;
using Candour.CareRecord.Timers.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>What staff put in goes to the person to check: at once, within a day at the latest, by a way that is safe.</summary>
public sealed class SendCopies(Randomness randomness) : IDueWork
{
    private static readonly TimeSpan UsefulFor = TimeSpan.FromDays(28);

    public string Name => "answer-copies";

    public async Task<int> Run(TheRecord record, Moment now)
    {
        List<QuestionnaireRow> owed;
        await using (var lists = record.Lists())
            owed = await QuestionnaireList.CopiesOwed(lists);
        var done = 0;
        foreach (var set in owed)
        {
            if (await Troubles.Try(record, Name, set.Questionnaire, now, () => Send(record, set)))
                done++;
        }

        return done;
    }

    private async Task Send(TheRecord record, QuestionnaireRow set)
    {
        var (form, person) = (Streams.Questionnaire(set.Questionnaire), Streams.Person(set.Person));
        var id = Ids.New(randomness);
        await record.Write(
            new($"copy/{set.Questionnaire}", By.Worker),
            [form, person, Streams.Policy, Streams.Service],
            (all, now) =>
            {
                if (all[form].Any<CopySent>())
                    return Decision.AlreadySo;
                var message = Message.Queue(
                    new(id, Say.CheckWhatWeWrote(), now.Plus(UsefulFor), new LinkWanted(LinkPurpose.CheckAnswers, set.Questionnaire))
                    {
                        Referral = set.Referral,
                    },
                    all[person],
                    Sender.Of(all, now),
                    now);
                var queued = message.Events.Any(e => e.Event is MessageQueued);
                return Decision.Accept(form, new CopySent { Message = queued ? id : null }).And(message);
            });
    }
}
