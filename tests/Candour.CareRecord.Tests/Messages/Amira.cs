using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Messages;

/// <summary>Amira Testwell, who may be texted and e-mailed at any hour, both confirmed, unless a test says otherwise.</summary>
internal static class Amira
{
    public const string Id = "AMRA000000000000";
    public const string Mobile = "07700900123";
    public const string Email = "amira@example.org";
    public static readonly DateOnly Born = new(1991, 3, 4);
    public static readonly Sender Northmere = new("Northmere", "01632 960 123", Simulated: false);

    /// <summary>Monday 5 October 2026, 10:12 in England.</summary>
    public static readonly Moment Now = new FixedClock().Now;

    public static readonly ContactDetailsGiven Details = new() { Chosen = [Ways.Text, Ways.Email], Mobile = "07700 900 123", Email = "Amira@example.org" };
    public static readonly SafeContactRulesGiven Rules = new() { TextsSafe = true, EmailSafe = true, NeutralName = true };

    public static Event[] Confirmed { get; } =
    [
        new ContactConfirmed { Way = Ways.Text, Address = Mobile }, new ContactConfirmed { Way = Ways.Email, Address = Email },
    ];

    public static Event Registered { get; } =
        new PersonRegistered { FirstName = "Amira", LastName = "Testwell", BirthDate = Born, FilledBy = FilledBy.Me };

    public static History Is(params Event[] events) => Told(Streams.Person(Id), [Registered, .. events]);

    public static History WhoMayBeReached(params Event[] then) => Is([Details, Rules, .. Confirmed, .. then]);

    /// <summary>A history that never was stored: one event a minute up to <see cref="Now"/>.</summary>
    public static History Told(StreamId stream, params Event[] events) => new(stream, [.. events.Select((e, i) => new Recorded(
        new()
        {
            Stream = stream, Sequence = i + 1, Type = e.GetType().Name, By = By.Worker, CommandId = $"told/{i}",
            At = Now.Minus(TimeSpan.FromMinutes(events.Length - i)),
        },
        e))]);

    public static T Only<T>(Decision decision)
        where T : Event => ((Accepted)decision).Events.ShouldHaveSingleItem().Event.ShouldBeOfType<T>();
}
