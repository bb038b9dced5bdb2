using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Referrals;

/// <summary>Histories in memory for pure decisions: a person, their referral, and what happened.</summary>
internal sealed class AReferral
{
    public const string PersonId = "P000000000000001";
    public const string ReferralId = "R000000000000001";
    public static readonly By Ada = new("ada", Roles.Administrator);
    public static readonly By Ben = new("ben", Roles.Administrator);
    public static readonly By Cleo = new("cleo", Roles.Pwp);
    private Moment _now = Moment.Utc(2026, 11, 2, 10);

    public AReferral()
    {
        Person = History.Empty(Streams.Person(PersonId));
        Referral = History.Empty(Streams.Referral(ReferralId));
    }

    public History Person { get; private set; }

    public History Referral { get; private set; }

    public Moment Now => _now;

    /// <summary>Ivo Madeup, referred by his GP on 2 November 2026; texts, calls and letters are safe.</summary>
    public static AReferral Received(SafeNow? safe = null, ThoughtsOfEnding? thoughts = null) => new AReferral()
        .OfPerson(
            new PersonRegistered { FirstName = "Ivo", LastName = "Madeup", BirthDate = new(1955, 3, 31), FilledBy = FilledBy.Staff },
            new ContactDetailsGiven { Chosen = Ways.All, Mobile = "07700 900123", Phone = "01632 960001", Email = "ivo@example.com", Address = "1 Sample Street" },
            new SafeContactRulesGiven { TextsSafe = true, LetterHomeSafe = true, VoiceMessageSafe = true, EmailSafe = true, NeutralName = true })
        .OfReferral(new ReferralReceived
        {
            Person = PersonId, ReceivedOn = new(2026, 11, 2), Source = "A1", Commissioner = "X00", CameBy = CameBy.Letter, FilledBy = FilledBy.Staff,
            SafeNow = safe, ThoughtsOfEnding = thoughts,
        });

    public static AReferral Accepted() => Received().OfReferral(new ReferralAccepted());

    public AReferral OfPerson(params Event[] events)
    {
        Person = Person.With(events, Ada, _now);
        return this;
    }

    public AReferral OfReferral(params Event[] events) => OfReferral(Ada, events);

    public AReferral OfReferral(By by, params Event[] events)
    {
        Referral = Referral.With(events, by, _now);
        return this;
    }

    public AReferral On(int month, int day, int hour = 10)
    {
        _now = London.At(new(2026, month, day), new(hour, 0));
        return this;
    }

    public static T Refusal<T>(Decision decision)
        where T : Refusal => decision.ShouldBeOfType<Refused>().Because.ShouldBeOfType<T>();

    public static T One<T>(Decision decision)
        where T : Event => decision.ShouldBeOfType<Accepted>().Events.Select(e => e.Event).OfType<T>().Single();
}
