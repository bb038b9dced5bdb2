namespace Candour.Simulation;

/// <summary>
/// How one person feels from session to session, and what they answer. Two latent factors (low mood, anxiety) that move
/// together; a baseline, a rate of change on a square-root-of-session curve, and noise of the day. Answers come from a graded
/// response model: each item has three steps, and a person passes a step the likelier the worse they feel.
/// </summary>
/// <remarks>
/// Calibrated on published national figures of 2024-25: those who finish start at PHQ-9 14.2 and GAD-7 13.3 and end at 9.5
/// and 8.6; 50.5 % recover, 47.5 % reliably, 67.5 % improve reliably, 5.8 % get reliably worse, 5.3 % start below both cut-offs.
/// <c>CalibrationTests</c> states how near a simulated service comes: it measures the
/// same people the demonstration plays.
/// </remarks>
public sealed class Course
{
    // Steps of each item on the latent scale: the middle of its three steps. Tiredness is common, thoughts of death are not.
    private static readonly double[] LowMoodItems = [-0.35, -0.35, -0.55, -0.95, 0.0, -0.45, -0.05, 0.95, 1.55];
    private static readonly double[] AnxietyItems = [-0.75, -0.45, -0.75, -0.55, 0.15, -0.55, 0.05];

    private const double Discrimination = 2.1, Spread = 0.85;

    private readonly Dice _dice;
    private readonly double _lowMood, _anxiety, _rate;

    public Course(Dice dice)
    {
        _dice = dice;
        var common = dice.Normal();
        _lowMood = Start + StartSpread * (Shared * common + Own * dice.Normal());
        _anxiety = Start + StartSpread * (Shared * common + Own * dice.Normal());
        _rate = dice.Normal(MeanRate, RateSpread);
    }

    // Found by trying: the published figures above are what they were tried against.
    private const double Start = -0.07, StartSpread = 0.72, MeanRate = 0.64, RateSpread = 0.55, DayNoise = 0.2;

    private const double Shared = 0.93, Own = 0.37;

    /// <summary>Answers at a session, counted from 1: nine of PHQ-9 then seven of GAD-7, each 0 to 3.</summary>
    public int[] Answers(int session)
    {
        var better = _rate * (Math.Sqrt(session) - 1);
        var today = _dice.Normal(0, DayNoise);
        return
        [
            .. LowMoodItems.Select(item => Answer(_lowMood - better + today, item)),
            .. AnxietyItems.Select(item => Answer(_anxiety - better + today, item)),
        ];
    }

    private int Answer(double feeling, double item)
    {
        var luck = _dice.Even();
        var answer = 0;
        for (var step = -1; step <= 1; step++)
        {
            if (luck < 1 / (1 + Math.Exp(-Discrimination * (feeling - item - step * Spread))))
                answer = step + 2;
        }

        return answer;
    }
}
