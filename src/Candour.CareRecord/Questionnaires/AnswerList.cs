using System.Globalization;
using Candour.CareRecord.Pathways;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways.Readings;

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
/// <param name="Counts">The score of its occasion, as <see cref="CountedScore"/> reads it from the pathway.</param>
public sealed record SentScore(ScoresRecorded Set, Instrument Instrument, IReadOnlyList<int?> Answers, Score? Score, bool Counts)
{
    /// <summary>Every score of a referral, oldest first.</summary>
    public static IEnumerable<(Envelope Envelope, SentScore Score)> OfReferral(History referral)
    {
        var counting = Counting(referral);
        foreach (var (envelope, set) in referral.Recorded<ScoresRecorded>())
        {
            for (var i = 0; i < set.Instruments.Count; i++)
            {
                var instrument = Instrument.Find(set.Instruments[i]);
                var answers = AnswerList.Read(set.Answers[i]);
                var counts = counting.Contains((set.Questionnaire, instrument.Token));
                yield return (envelope, new(set, instrument, answers, Score.Of(instrument, answers), counts));
            }
        }
    }

    /// <summary>Every set and instrument that is the score of its occasion as the record stands: the one definition all pages share.</summary>
    internal static HashSet<(string Questionnaire, string Instrument)> Counting(History referral)
    {
        var pathway = PathwayProjection.OfScores(referral);
        var counting = new HashSet<(string, string)>();
        for (var i = 0; i < pathway.Measurements.Count; i++)
        {
            ref readonly var m = ref pathway.Measurements[i];
            if (m.Item == 0 && CountedScore.Counts(pathway, i))
                counting.Add((m.Questionnaire!, m.Instrument.Token));
        }

        return counting;
    }
}
