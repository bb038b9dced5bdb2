using System.ComponentModel.DataAnnotations;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>Something a person asked to have put right, which nobody has settled yet. What it should say stays in the record.</summary>
public sealed record AskedRow
{
    [Key]
    public required string Request { get; init; }

    public required string Person { get; init; }

    public required DetailAsked What { get; init; }

    public required Moment Asked { get; init; }

    public static IEnumerable<AskedRow> RowsOf(History person) => ChangeDetails.Open(person).Select(a => new AskedRow
    {
        Request = a.Event.Request, Person = person.Stream.Id, What = a.Event.What, Asked = a.Envelope.At,
    });
}
