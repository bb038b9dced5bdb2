using System.Security.Cryptography;
using System.Text;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Links.Store;

/// <summary>
/// "Send me a new link". The page answers the same at once for everybody; whether anybody is known is found out afterwards,
/// away from the request, so that neither words nor time can tell.
/// </summary>
public sealed class NewLinkAsked(TheRecord record, Randomness randomness)
{
    public const int MostInAnHour = 3;

    private readonly Dictionary<string, List<Moment>> _asked = [];
    private readonly byte[] _key = randomness.Bytes(32);

    /// <summary>Sends the link if somebody is known by this birth date and contact; else does nothing.</summary>
    /// <param name="contact">A telephone number or e-mail address as typed.</param>
    public async Task Answer(DateOnly born, string contact, Order order)
    {
        var way = contact.Contains('@', StringComparison.Ordinal) ? Ways.Email : Ways.Text;
        var now = Moment.Now(record.Clock);
        var key = KeyOf(way, contact, born);
        if (TooOften(key, now))
            return;
        var people = await Find(born, way, contact);
        foreach (var person in people)
        {
            var message = Ids.New(randomness);
            var stream = Streams.Person(person);
            await record.Write(order with { CommandId = $"new-link/{person}/{order.CommandId}" }, [stream, Streams.Service, Streams.Policy], (h, at) =>
            {
                var tomorrow = London.DayOf(at).AddDays(1);
                var until = London.At(tomorrow, new(20, 0));
                var asked = new NewMessage(message, Say.NewLink(until, at), London.StartOf(tomorrow), new(LinkPurpose.MyPage, null, until)) { OnlyBy = way };
                // Two people of one birth date and number: a machine must not choose which of them is asking.
                return people.Count == 1
                    ? Message.Queue(asked, h[stream], Sender.Of(h, at), at)
                    : Message.Block(asked, person, WhyNotSent.MoreThanOnePerson, "");
            });
        }

        // Not before: a try that the record could not take is none of the three.
        Count(key, now);
    }

    private async Task<IReadOnlyList<string>> Find(DateOnly born, string way, string contact)
    {
        var key = way == Ways.Email ? contact.Trim().ToLowerInvariant() : Tidy.Phone(contact);
        await using var lists = record.Lists();
        return await lists.Set<PersonRow>()
            .Where(p => p.BirthDate == born && !p.HasDied && (way == Ways.Email ? p.EmailKey == key : p.MobileKey == key || p.PhoneKey == key))
            .OrderBy(p => p.Person).Select(p => p.Person).Take(5).ToListAsync();
    }

    private string KeyOf(string way, string contact, DateOnly born) =>
        Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{way}|{Reach.Plain(way, contact)}|{born:yyyyMMdd}")));

    // Counted for known and unknown alike, under a keyed hash, in this process only.
    private bool TooOften(string key, Moment now)
    {
        lock (_asked)
        {
            foreach (var old in _asked.Where(a => now.Since(a.Value[^1]) >= TimeSpan.FromHours(1)).Select(a => a.Key).ToList())
                _asked.Remove(old);
            return _asked.TryGetValue(key, out var times) && times.Count(t => now.Since(t) < TimeSpan.FromHours(1)) >= MostInAnHour;
        }
    }

    private void Count(string key, Moment now)
    {
        lock (_asked)
        {
            var times = _asked.TryGetValue(key, out var known) ? known : _asked[key] = [];
            times.RemoveAll(t => now.Since(t) >= TimeSpan.FromHours(1));
            times.Add(now);
        }
    }
}
