using System.Globalization;
using Candour.Clinical.Instruments;

namespace Candour.CareRecord.Questionnaires;

/// <summary>Answers of one instrument as an event carries them: "1,0,-,2".</summary>
public static class AnswerList
{
    public static string Write(IEnumerable<int?> answers) =>
        string.Join(',', answers.Select(a => a?.ToString(CultureInfo.InvariantCulture) ?? "-"));

    public static int?[] Read(string text) =>
        [.. text.Split(',').Select(a => a == "-" ? (int?)null : int.Parse(a, CultureInfo.InvariantCulture))];
}

/// <summary>One instrument of a set that was sent.</summary>
/// <param name="Score">Worked out from the answers; null when one is missing.</param>
/// <param name="Counts">The score of its occasion.</param>
public sealed record SentScore(ScoresRecorded Set, Instrument Instrument, IReadOnlyList<int?> Answers, Score? Score, bool Counts)
{
    /// <summary>Every instrument of a set.</summary>
    public static IEnumerable<SentScore> Of(ScoresRecorded set)
    {
        for (var i = 0; i < set.Instruments.Count; i++)
        {
            var instrument = Instrument.Find(set.Instruments[i]);
            var answers = AnswerList.Read(set.Answers[i]);
            yield return new(set, instrument, answers, Score.Of(instrument, answers), set.Counting.Contains(set.Instruments[i]));
        }
    }

    /// <summary>Every score of a referral, oldest first; those the person disputes never count.</summary>
    public static IEnumerable<(Envelope Envelope, SentScore Score)> OfReferral(History referral)
    {
        var disputed = referral.All<ScoresDisputed>().Select(d => d.Questionnaire).ToHashSet();
        return referral.Recorded<ScoresRecorded>().SelectMany(s => Of(s.Event).Select(score =>
            (s.Envelope, score with { Counts = score.Counts && !disputed.Contains(s.Event.Questionnaire) })));
    }
}
