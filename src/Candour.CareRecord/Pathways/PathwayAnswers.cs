using Candour.CareRecord.Questionnaires;
using Candour.Clinical.Instruments;

namespace Candour.CareRecord.Pathways;

/// <summary>Single answers out of the summaries on a referral.</summary>
public static class PathwayAnswers
{
    /// <summary>Words of item 9's answers, as the person reads them.</summary>
    public static string Item9Words(int answer) => answer switch
    {
        0 => "not at all",
        1 => "several days",
        2 => "more than half the days",
        3 => "nearly every day",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Item 9 is answered 0 to 3."),
    };

    /// <summary>The item 9 answer of the first set sent for the appointment; null when it was not answered.</summary>
    public static int? Item9Of(History referral, string appointment) =>
        referral.All<ScoresRecorded>().Where(s => s.Appointment == appointment).Select(Item9).FirstOrDefault(a => a is not null);

    public static int? Item9(ScoresRecorded scores) => Answer(scores, Instrument.Phq9.Token, 9);

    /// <summary>One answer of a set; null when it was left out or the set has no such instrument.</summary>
    public static int? Answer(ScoresRecorded scores, string instrument, int item)
    {
        var at = scores.Instruments.ToList().IndexOf(instrument);
        if (at < 0)
            return null;
        var answers = scores.Answers[at].Split(',');
        return item <= answers.Length && int.TryParse(answers[item - 1], out var value) ? value : null;
    }
}
