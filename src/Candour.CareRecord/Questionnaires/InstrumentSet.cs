using Candour.Clinical.Instruments;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// Which instruments a person is asked: the shortest lawful set. PHQ-9 and GAD-7 at every session; WSAS where its words are
/// there; the measure the main problem calls for, where its words are there. PCL-5 is about trauma: it is never sent to be
/// answered alone before it has been answered once with a clinician.
/// </summary>
public static class InstrumentSet
{
    /// <param name="problem">The main problem; null while none is recorded.</param>
    /// <param name="answeredBefore">Tokens of instruments the person has answered in this course.</param>
    /// <param name="alone">True when the person answers without a clinician at hand.</param>
    public static IReadOnlyList<string> For(
        ProblemDescriptor? problem, Wordings wordings, IReadOnlySet<string> answeredBefore, bool alone)
    {
        var tokens = new List<string> { Instrument.Phq9.Token, Instrument.Gad7.Token };
        if (wordings.Of(Instrument.Wsas.Token) is not null)
            tokens.Add(Instrument.Wsas.Token);
        if (problem?.MeasureToken is { } own
            && !tokens.Contains(own)
            && wordings.Of(own) is not null
            && !(alone && own == Trauma && !answeredBefore.Contains(own)))
        {
            tokens.Add(own);
        }

        return tokens;
    }

    /// <summary>What is answered once with a clinician at hand before it is sent to anybody: a set of its own, in the same window.</summary>
    public static IReadOnlyList<string> TogetherFirst(ProblemDescriptor? problem, Wordings wordings, IReadOnlySet<string> answeredBefore) =>
        [.. For(problem, wordings, answeredBefore, alone: false).Except(For(problem, wordings, answeredBefore, alone: true))];

    /// <summary>Token of PCL-5.</summary>
    public static string Trauma => ProblemDescriptor.Of("F431").MeasureToken;
}
