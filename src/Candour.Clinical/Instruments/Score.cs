namespace Candour.Clinical.Instruments;

/// <summary>
/// A score, always worked out from item answers. There is no way to make one from a typed total; totals of imported
/// history are kept apart in the pathway and marked.
/// </summary>
/// <param name="Value">Whole points, tenths or hundredths (<see cref="Instrument.UnitsPerPoint"/>).</param>
/// <param name="Estimated">True when missing answers were filled with the mean of the others: shown to clinicians, never official.</param>
public sealed record Score(Instrument Instrument, int Value, bool Estimated = false)
{
    /// <summary>As read: "18", "2.31".</summary>
    public string Text => Instrument.Text(Value);

    public Band? Band => Instrument.BandOf(Value);

    /// <summary>
    /// The official score: every item answered ("does not apply" is an answer where the form offers it). Null when one is
    /// missing; a missing answer is never a 0. Items in order; null is unanswered.
    /// </summary>
    /// <exception cref="ArgumentException">As many answers as items are needed, each one the item allows.</exception>
    public static Score? Of(Instrument instrument, ReadOnlySpan<int?> answers)
    {
        var (sum, scored, missing) = Add(instrument, answers);
        if (missing > 0 || scored == 0)
            return null;
        return instrument.Scoring switch
        {
            Scoring.Sum => new(instrument, sum),
            Scoring.ItemByItem => Total(instrument, sum, scored),
            Scoring.None => null,
            _ => new(instrument, Mean(sum, scored, instrument.UnitsPerPoint)),
        };
    }

    /// <summary>
    /// What a clinician may be shown when a few answers are missing: mean of the answered times the number of items, half up,
    /// marked as an estimate. Null when more are missing than the instrument bears, or none is.
    /// </summary>
    /// <exception cref="ArgumentException">As many answers as items are needed, each one the item allows.</exception>
    public static Score? Estimate(Instrument instrument, ReadOnlySpan<int?> answers)
    {
        var (sum, scored, missing) = Add(instrument, answers);
        return missing == 0 || missing > instrument.EstimateWithMissing || scored == 0
            ? null
            : new(instrument, Mean(sum, scored, instrument.Items.Count), Estimated: true);
    }

    /// <summary>Half up, in whole numbers: no binary fraction ever decides a cut-off.</summary>
    private static int Mean(int sum, int count, int times) => ((2 * sum * times) + count) / (2 * count);

    /// <summary>An item-by-item form's total, for information: all items, or all but one that does not apply, brought up to all.</summary>
    private static Score? Total(Instrument instrument, int sum, int scored) =>
        scored == instrument.Items.Count ? new(instrument, sum)
        : scored == instrument.Items.Count - 1 ? new(instrument, Mean(sum, scored, instrument.Items.Count))
        : null;

    private static (int Sum, int Scored, int Missing) Add(Instrument instrument, ReadOnlySpan<int?> answers)
    {
        if (answers.Length != instrument.Items.Count)
            throw new ArgumentException($"{instrument.Name} has {instrument.Items.Count} items, not {answers.Length}.", nameof(answers));
        var (sum, scored, missing) = (0, 0, 0);
        for (var i = 0; i < answers.Length; i++)
        {
            var item = instrument.Items[i];
            if (answers[i] is not { } answer)
            {
                missing++;
            }
            else if (!item.Allows(answer))
            {
                throw new ArgumentException($"{answer} is no answer to item {item.Number} of {instrument.Name}.", nameof(answers));
            }
            else if (!(item.MayNotApply && answer == Item.NotApplicable))
            {
                sum += item.Counted(answer);
                scored++;
            }
        }

        return (sum, scored, missing);
    }
}
