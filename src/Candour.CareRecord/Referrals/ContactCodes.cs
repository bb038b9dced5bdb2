using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>The code that shows a new number or address to be the person's: right once, for ten minutes, in the browser that asked.</summary>
public static class ContactCodes
{
    public const int Digits = 5;

    /// <param name="way">text or email.</param>
    /// <param name="message">Made before the decision.</param>
    /// <param name="browserSecret">What only this browser holds.</param>
    public static Decision Send(History person, string way, string code, byte[] browserSecret, string message, Sender sender, Moment now)
    {
        if (!Awaits(person, way) || Person.Of(person)?.AddressFor(way) is not { } address)
            return new NothingToConfirmHere();
        if (person.Recorded<ContactCodeSent>().Count(c => now.Since(c.Envelope.At) < TimeSpan.FromHours(1)) >= Codes.MostInAnHour)
            return new TooManyContactCodes();
        var queued = Message.Queue(
            new NewMessage(message, Say.Code(code), now.Plus(Codes.Lifetime)) { OnlyBy = way, ToConfirm = address }, person, sender, now);
        return queued.Events.Any(e => e.Event is MessageQueued)
            ? Decision.Accept(person.Stream, new ContactCodeSent
            {
                Way = way, CodeHash = Codes.HashOf(code, browserSecret), Expires = now.Plus(Codes.Lifetime), Message = message, Address = address,
            }).And(queued)
            : new NotSafeToSendCode(way);
    }

    /// <summary>A wrong code is written down, so the answer to it is an acceptance; <see cref="WasWrong"/> tells.</summary>
    public static Decision Try(History person, string way, string typed, byte[] browserSecret, Moment now)
    {
        var tries = person.Events.Reverse().Select(e => e.Event)
            .TakeWhile(e => e is not ContactCodeSent).OfType<ContactCodeWrong>().Count();
        if (!Awaits(person, way) || person.Last<ContactCodeSent>() is not { } sent || sent.Way != way || now > sent.Expires || tries >= Codes.MostTries
            || sent.Address != Person.Of(person)?.AddressFor(way))
        {
            return new ContactCodeOver();
        }

        var hash = Codes.HashOf(string.Concat(typed.Where(char.IsAsciiDigit)), browserSecret);
        return Codes.Same(sent.CodeHash, hash)
            ? Decision.Accept(person.Stream, new ContactConfirmed { Way = way, Address = sent.Address })
            : Decision.Accept(person.Stream, new ContactCodeWrong { Way = way });
    }

    public static bool WasWrong(IEnumerable<Recorded> written) => written.Any(e => e.Event is ContactCodeWrong);

    /// <summary>A chosen number or address for texts or e-mail that was never confirmed.</summary>
    public static bool Awaits(History person, string way) =>
        way is Ways.Text or Ways.Email && Person.Of(person)?.Contact?.Chosen.Contains(way) == true && Reach.Of(person).By(way) is { Address: not null, Confirmed: false };
}
