using System.Globalization;

namespace Candour.Simulation;

/// <summary>
/// People who are obviously invented: surnames nobody has, NHS numbers from the test range 999 that pass the check digit,
/// telephone numbers Ofcom keeps for drama, addresses under example.org.
/// </summary>
public static class Invented
{
    private static readonly string[] First =
    [
        "Amira", "Bo", "Cy", "Di", "Eli", "Fay", "Gil", "Hana", "Ivo", "Jas", "Kit", "Lou", "Mo", "Nia", "Oz", "Pia", "Quin", "Rae",
        "Sol", "Tess", "Uma", "Val", "Win", "Xan", "Yas", "Zed", "Ade", "Bea", "Cleo", "Dev", "Esme", "Femi", "Grace", "Harpreet",
        "Ines", "Jamal", "Kemi", "Leila", "Marek", "Noor", "Olu", "Priya", "Ruth", "Samir", "Tariq", "Una", "Wanjiru", "Yusuf",
    ];

    private static readonly string[] Last =
    [
        "Testwell", "Sample", "Example", "Mockup", "Dummy", "Invented", "Fictional", "Madeup", "Nobody", "Specimen", "Pretend",
        "Placeholder", "Imagined", "Trial", "Notreal", "Makebelieve", "Demonstration", "Simulated", "Nonesuch", "Someone-Else",
    ];

    public static string FirstName(Dice dice) => dice.Pick(First);

    public static string LastName(Dice dice) => dice.Pick(Last);

    /// <summary>The NHS number of the range 999 for the n-th person, counted from 0: different for each, check digit right.</summary>
    public static string NhsNumber(int n)
    {
        // Some nine digits have no check digit; each person has a run of five to choose from, of which one always has.
        for (var serial = n * 5; serial < (n * 5) + 5; serial++)
        {
            var nine = "999" + serial.ToString("000000", CultureInfo.InvariantCulture);
            var check = 11 - (nine.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11);
            if (check != 10)
                return nine + (check == 11 ? 0 : check).ToString(CultureInfo.InvariantCulture);
        }

        throw new ArgumentOutOfRangeException(nameof(n), n, "No number with a check digit in this run.");
    }

    /// <summary>07700 900000 to 900999, then round again.</summary>
    public static string Mobile(int n) => $"07700900{n % 1000:000}";

    public static string Email(string first, string last, int n) =>
        $"{first}.{last}.{n}@example.org".ToLowerInvariant();
}
