using System.Globalization;

namespace Candour.Web.Components;

/// <summary>A date as typed: three texts, kept whatever they are.</summary>
public sealed record DateParts
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public string? Day { get; init; }

    public string? Month { get; init; }

    public string? Year { get; init; }

    public bool IsEmpty => Trimmed(Day).Length == 0 && Trimmed(Month).Length == 0 && Trimmed(Year).Length == 0;

    public static DateParts Of(DateOnly date) => new() { Day = $"{date.Day}", Month = $"{date.Month}", Year = $"{date.Year}" };

    /// <summary>Reads the three texts as a date that answers the question, or says which part is wrong and how to mend it.</summary>
    public DateAnswer Read(DateQuestion question, DateOnly today)
    {
        string[] typed = [Trimmed(Day), Trimmed(Month), Trimmed(Year)];
        string[] names = ["day", "month", "year"];
        if (typed.All(text => text.Length == 0))
            return Wrong("Day", $"Enter {question.YourName}");
        var missing = names.Where((_, index) => typed[index].Length == 0).ToArray();
        if (missing.Length > 0)
            return Wrong(Capitalised(missing[0]), $"{Capitalised(question.Name)} must include a {string.Join(" and ", missing)}");
        var day = Number(typed[0], 31);
        var month = Number(typed[1], 12) ?? NamedMonth(typed[1]);
        if (!typed[0].All(char.IsAsciiDigit))
            return Wrong("Day", "Write the day as a number, like 27");
        if (month is null && !typed[1].All(char.IsAsciiDigit))
            return Wrong("Month", "Write the month as a number or a name, like 3 or March");
        if (day is null || month is null)
            return Impossible(day is null ? "Day" : "Month", $"{typed[0]} {(month is { } known ? MonthName(known) : typed[1])}");
        if (typed[2].Length != 4 || Number(typed[2], 9999) is not { } year)
            return Wrong("Year", $"{Capitalised(question.Name)} must include a year with 4 numbers, like {today.Year}");
        if (day > DateTime.DaysInMonth(2000, month.Value))
            return Impossible("Day", $"{day} {MonthName(month.Value)}");
        if (day > DateTime.DaysInMonth(year, month.Value))
            return Impossible("Day", $"{day} {MonthName(month.Value)} {year}");
        return question.Check(new DateOnly(year, month.Value, day.Value), today);
    }

    private static DateAnswer Impossible(string part, string date) => Wrong(part, $"{date} is not a real date. Check the day and month");

    private static DateAnswer Wrong(string part, string message) => new DateAnswer.Wrong(part, message);

    private static string Trimmed(string? text) => text?.Trim() ?? "";

    private static int? Number(string text, int top) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= top ? number : null;

    /// <summary>"mar", "March", "sept": three letters or more of the English name.</summary>
    private static int? NamedMonth(string text)
    {
        if (text.Length < 3)
            return null;
        var wanted = text.TrimEnd('.');
        var index = Array.FindIndex(English.DateTimeFormat.MonthNames, name =>
            name.Length > 0 && (name.StartsWith(wanted, true, English) || (name == "September" && wanted.Equals("sept", StringComparison.OrdinalIgnoreCase))));
        return index < 0 ? null : index + 1;
    }

    private static string MonthName(int month) => English.DateTimeFormat.GetMonthName(month);

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>What is asked for, and between which days the answer can lie.</summary>
/// <param name="YourName">As after "Enter": "your date of birth", "the date of the session".</param>
/// <param name="Name">As at the start of a sentence: "date of birth".</param>
public sealed record DateQuestion(string YourName, string Name)
{
    public bool MustBePast { get; init; }

    /// <summary>Today or a day before it.</summary>
    public bool NotInFuture { get; init; }

    /// <summary>Years ago beyond which a date of birth is a slip of the finger; null for other dates.</summary>
    public int? Oldest { get; init; }

    public static DateQuestion Birth { get; } = new("your date of birth", "date of birth") { MustBePast = true, Oldest = 120 };

    internal DateAnswer Check(DateOnly date, DateOnly today)
    {
        if ((MustBePast && date >= today) || (NotInFuture && date > today))
            return new DateAnswer.Wrong("Year", $"{char.ToUpperInvariant(Name[0])}{Name[1..]} must be {(MustBePast ? "in the past" : "today or in the past")}");
        var years = today.Year - date.Year - (date > today.AddYears(date.Year - today.Year) ? 1 : 0);
        return Oldest < years
            ? new DateAnswer.Wrong("Year", $"Check the year. It makes you {years}")
            : new DateAnswer.Right(date);
    }
}

/// <summary>A date, or what is wrong with it.</summary>
public abstract record DateAnswer
{
    public sealed record Right(DateOnly Date) : DateAnswer;

    /// <param name="Part">Day, Month or Year: the box to go to. The key of the model state is the property, a dot and this.</param>
    public sealed record Wrong(string Part, string Message) : DateAnswer;
}
