using System.Globalization;
using Candour.Clinical;

namespace Candour.CareRecord.Messages;

/// <summary>A template with its places filled in, but for the service's name and the link.</summary>
public sealed record Wording(string Template, IReadOnlyList<(string Place, string Words)> Fills)
{
    /// <summary>The words, with <c>{link}</c> left standing where the private link will be.</summary>
    /// <exception cref="InvalidOperationException">A place was not filled, or filled with a line break.</exception>
    public string Text(DateOnly day, string neutralName)
    {
        var text = Templates.On(day, Template).Text;
        foreach (var (place, words) in Fills.Prepend(("name", neutralName)))
        {
            if (words.Any(char.IsControl))
                throw new InvalidOperationException($"{Template}: what fills '{place}' holds a control character.");
            text = text.Replace($"{{{place}}}", words, StringComparison.Ordinal);
        }

        var left = text.Replace("{link}", "", StringComparison.Ordinal);
        return left.Contains('{', StringComparison.Ordinal)
            ? throw new InvalidOperationException($"{Template}: a place was not filled in: {left}")
            : text;
    }
}

/// <summary>What the service says by itself, one occasion each. Days and times are those of England.</summary>
public static class Say
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static Wording ReferralReceived(DateOnly contactBy) => With("T1", ("day", ShortWeekday(contactBy)));

    public static Wording PleaseReply() => With("T2");

    public static Wording PleaseReplyLast(DateOnly by) => With("T3", ("day", ShortDay(by)));

    /// <param name="how">by video, by phone, face to face.</param>
    public static Wording Booked(Moment starts, string how) => With("T4", ("when", ShortMoment(starts)), ("how", how));

    /// <summary>72 hours before.</summary>
    public static Wording QuestionsBefore(Moment starts) => With("T5", ("when", ShortMoment(starts)));

    /// <summary>24 hours before. Says "tomorrow": of no use from midnight on.</summary>
    public static Wording QuestionsTomorrow(Moment starts) => With("T6", ("time", Words.Time(starts)));

    /// <param name="until">Today or tomorrow.</param>
    public static Wording NewLink(Moment until, Moment now) => With("T7", ("until",
        $"{Words.Time(until)} {(London.DayOf(until) == London.DayOf(now) ? "today" : "tomorrow")}"));

    public static Wording StillWaiting() => With("T8");

    public static Wording ReadAndAgree() => With("T9");

    public static Wording CheckWhatWeWrote() => With("T10");

    public static Wording WouldLikeToSpeak(string phone) => With("T11", ("phone", phone));

    public static Wording EndingNotice(DateOnly by) => With(Templates.EndingNotice, ("day", ShortDay(by)));

    public static Wording HowAreYou() => With("T13");

    public static Wording Code(string code) => With("T14", ("code", code));

    public static Wording MissedYou() => With("T15");

    public static Wording CancelledByUs(DateOnly day) => With("T16", ("day", ShortDay(day)));

    /// <summary>To the number or address that is no longer used.</summary>
    public static Wording DetailsChanged(string phone) => With(Templates.ToOldOne, ("phone", phone));

    /// <summary>After signing: where the signed page is read.</summary>
    public static Wording CopyOfWhatYouAgreed() => With("T18");

    /// <summary>Another therapist from now on: their name stands on the page, not in the message.</summary>
    public static Wording AnotherTherapist() => With("T19");

    /// <summary>The answer to a complaint stands on their page.</summary>
    public static Wording AnsweredYou() => With("T20");

    internal static Wording TaskNeedsYou() => With("S1");

    private static Wording With(string template, params (string, string)[] fills) => new(template, fills);

    // 7 Dec
    private static string ShortDay(DateOnly day) => day.ToString("d MMM", English).Replace("Sept", "Sep", StringComparison.Ordinal);

    // Thu 26 Nov
    private static string ShortWeekday(DateOnly day) => $"{day.ToString("ddd", English)} {ShortDay(day)}";

    // Tue 24 Nov, 2pm
    private static string ShortMoment(Moment moment) => $"{ShortWeekday(London.DayOf(moment))}, {Words.Time(moment)}";
}
