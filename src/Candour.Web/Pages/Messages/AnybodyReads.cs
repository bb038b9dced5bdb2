using Candour.CareRecord;
using Candour.CareRecord.Messages;
using Candour.Clinical;

namespace Candour.Web.Pages.Messages;

/// <summary>What somebody else who picks up the phone sees of a message, shown before staff send one (H22): sender and words.</summary>
public sealed record AnybodyReads(string From, IReadOnlyList<string> Texts)
{
    /// <param name="wordings">What may be sent from the page; its link is shown as words, because it is made when the message goes.</param>
    public static async Task<AnybodyReads> Of(TheRecord record, params Wording[] wordings)
    {
        var sender = Sender.Of(await record.Read([Streams.Service, Streams.Policy]), Moment.Now(record.Clock));
        var today = London.Today(record.Clock);
        return new(sender.NeutralName, [.. wordings.Select(w => w.Text(today, sender.NeutralName).Replace("{link}", "(a private link)", StringComparison.Ordinal))]);
    }
}
