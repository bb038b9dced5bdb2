using Candour.CareRecord.Appointments;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Sessions;

/// <summary>Begins a session: with answers, or without them and a reason. Remote ones say where the person is now.</summary>
public sealed record StartSession
{
    /// <summary>Pressed earlier than this it is a slip, with no way back: the answers close when a session starts.</summary>
    public static readonly TimeSpan Earliest = TimeSpan.FromHours(1);

    public required string Appointment { get; init; }

    /// <summary>The person whose page the form was on.</summary>
    public required string Person { get; init; }

    public WithoutAnswers? WithoutAnswers { get; init; }

    public string? WithoutAnswersWords { get; init; }

    public string? WhereNow { get; init; }

    public string? WhoCouldHelp { get; init; }

    /// <summary>Why the question was skipped.</summary>
    public string? WhereNotAsked { get; init; }

    /// <summary>From when on it can be started.</summary>
    public static Moment From(Appointments.Appointment there) => there.Starts.Minus(Earliest);

    /// <summary>"You can start it from 1pm.", with the day where that is not today. For where no button stands yet.</summary>
    public static string FromInWords(Appointments.Appointment there, DateOnly today) =>
        $"You can start it {(London.DayOf(From(there)) is var day && day != today ? $"on {Words.LongDay(day)}, " : "")}from {Words.Time(From(there))}.";

    public Decision Decide(History person, History referral, Moment now)
    {
        if (Appointments.Appointment.Find(referral, Appointment) is not { } there)
            return new NoSuchAppointment();
        if (there.Person != Person || Referrals.Person.Of(person) is not { } known || known.Id != Person)
            return new AppointmentOfSomeoneElse();
        if (there.Started is not null)
            return Decision.AlreadySo;
        if (there.Cancelled is not null)
            return new AlreadyCancelled(there.Starts);
        if (there.Attendance is not null && !there.IsAttended)
            return new AlreadyHeld();
        if (RecordAttendance.AfterDeath(there, person) is { } died)
            return died;
        if (now < From(there))
            return new StartsAtItsTime(there.Starts, From(there));
        var answered = referral.Any<ScoresRecorded>(s => s.Appointment == Appointment && !s.Together);
        if (!answered && (WithoutAnswers is null || (WithoutAnswers == Sessions.WithoutAnswers.Another && string.IsNullOrWhiteSpace(WithoutAnswersWords))))
            return new SayWhyWithoutAnswers();
        if (Media.IsRemote(there.Medium) && string.IsNullOrWhiteSpace(WhereNow) && string.IsNullOrWhiteSpace(WhereNotAsked))
            return new AskWhereTheyAre(known.Called);
        return Decision.Accept(referral.Stream, new SessionStarted
        {
            Appointment = Appointment,
            AnswersIn = answered,
            WithoutAnswers = answered ? null : WithoutAnswers,
            WithoutAnswersWords = answered ? null : Text.OrNull(WithoutAnswersWords),
            WhereNow = Text.OrNull(WhereNow),
            WhoCouldHelp = Text.OrNull(WhoCouldHelp),
            WhereNotAsked = Text.OrNull(WhereNotAsked),
        });
    }
}

/// <summary>Typed text: blank is nothing.</summary>
internal static class Text
{
    public const int Most = 20_000;

    public static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
