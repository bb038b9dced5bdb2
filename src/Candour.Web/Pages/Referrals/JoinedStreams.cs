using Candour.CareRecord;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Referrals.Store;

namespace Candour.Web.Pages.Referrals;

/// <summary>The streams of people who are read as one: what a death, a joining or its undoing has to read and may stop.</summary>
public sealed record JoinedStreams(
    IReadOnlyList<StreamId> People, IReadOnlyList<StreamId> Messages, IReadOnlyList<StreamId> Links, IReadOnlyList<(string Person, StreamId Stream)> Referrals)
{
    public IEnumerable<StreamId> All => [.. People, .. Messages, .. Links, .. Referrals.Select(r => r.Stream)];

    public static async Task<JoinedStreams> Of(TheRecord record, IEnumerable<string> people)
    {
        var (all, messages, links, referrals) = (people.Distinct().ToList(), new List<StreamId>(), new List<StreamId>(), new List<(string, StreamId)>());
        foreach (var person in all)
        {
            messages.AddRange((await FindMessages.WaitingFor(record, person)).Select(Streams.Message));
            links.AddRange((await FindLinks.OpenOf(record, person)).Select(Streams.Link));
            referrals.AddRange((await FindReferrals.OfPerson(record, person)).Select(r => (person, Streams.Referral(r.Referral))));
        }

        return new([.. all.Select(Streams.Person)], messages, links, referrals);
    }

    public IReadOnlyList<History> PeopleIn(Histories h) => [.. People.Select(p => h[p])];

    public IReadOnlyList<History> ReferralsIn(Histories h) => [.. Referrals.Select(r => h[r.Stream])];

    /// <summary>What a death stops: every message that waits, every link that opens, every notice that runs.</summary>
    public Accepted StoppedForDeath(Histories h) =>
        Message.StopForDeath(Messages.Select(m => h[m]), Links.Select(l => h[l])).And(EndOfCare.StopForDeath(ReferralsIn(h)));
}
