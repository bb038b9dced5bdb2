using System.Globalization;
using Candour.CareRecord.Questionnaires;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways;

namespace Candour.CareRecord.Pathways;

/// <summary>
/// Every set that was sent: its score, its answers, and each part that is returned by itself (WSAS, patient experience). The
/// referral carries the last answer to each item; earlier ones, and when each was given, are in the set's own stream.
/// </summary>
internal static class PathwayScores
{
    public static void Into(Pathway pathway, History referral, IReadOnlyDictionary<string, int> contacts)
    {
        var (issued, disputed) = (new Dictionary<string, Moment>(), new HashSet<string>());
        foreach (var (envelope, e) in referral.Recorded<QuestionsIssued>())
            issued.TryAdd(e.Questionnaire, envelope.At);
        foreach (var dispute in referral.All<ScoresDisputed>())
            disputed.Add(dispute.Questionnaire);
        foreach (var (envelope, scores) in referral.Recorded<ScoresRecorded>())
        {
            var contact = scores.Appointment is { } id && contacts.TryGetValue(id, out var found) ? found : -1;
            var set = new Measurement
            {
                Contact = contact,
                Day = contact >= 0 ? pathway.Contacts[contact].Day : London.DayOf(scores.FilledAt),
                Time = TimeOnly.FromDateTime(London.WallClock(scores.FilledAt)),
                Questionnaire = scores.Questionnaire,
                Administration = scores.Number,
                Channel = ChannelOf(scores.Mode),
                EnteredBy = ByOf(scores.FilledInBy),
                StaffId = scores.FilledInBy == FilledInBy.Staff ? envelope.By.Actor : null,
                Device = envelope.By.Device,
                Issued = issued.TryGetValue(scores.Questionnaire, out var at) ? at : null,
                Completed = scores.FilledAt,
                Submitted = envelope.At,
                RepeatReason = scores.RepeatReason?.ToString(),
                NotConfirmed = scores.Sign == SignOfPerson.NotConfirmed,
                Week = scores.Week,
                AfterWindow = contact < 0 && scores.Late,
                Disputed = disputed.Contains(scores.Questionnaire),
                Row = envelope.Sequence,
            };
            for (var i = 0; i < scores.Instruments.Count; i++)
            {
                if (Instrument.TryFind(scores.Instruments[i], out var instrument))
                    Add(pathway, set, instrument, scores.Totals[i], scores.Answers[i]);
            }
        }
    }

    private static void Add(Pathway pathway, in Measurement set, Instrument instrument, string total, string answers)
    {
        var whole = pathway.Measurements.Add(set with { Instrument = instrument, Value = Number(total) });
        var number = 0;
        foreach (var part in answers.AsSpan().Split(','))
        {
            if (number == instrument.Items.Count)
                break;
            var item = instrument.Items[number++];
            var value = Number(answers.AsSpan(part));
            pathway.Answers.Add(new(whole, item.Number, value, null, null));
            if (item.Token is null || value is not { } given)
                continue;
            var isScore = given >= item.Lowest && given <= item.Highest;
            pathway.Measurements.Add(set with
            {
                Instrument = instrument, Item = item.Number, Value = isScore ? given : null, Sent = isScore ? null : item.NationalText(given),
            });
        }
    }

    private static int? Number(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Channel ChannelOf(AnswerMode mode) => mode switch
    {
        AnswerMode.Link => Channel.Link,
        AnswerMode.Kiosk or AnswerMode.InSession => Channel.InTheRoom,
        AnswerMode.Telephone => Channel.Telephone,
        _ => Channel.Paper,
    };

    private static EnteredBy ByOf(FilledInBy by) => by switch
    {
        FilledInBy.Person => EnteredBy.Person,
        FilledInBy.PersonWithHelp => EnteredBy.PersonWithHelp,
        FilledInBy.Carer => EnteredBy.Carer,
        FilledInBy.Interpreter => EnteredBy.Interpreter,
        _ => EnteredBy.Staff,
    };
}
