using Candour.CareRecord;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Service;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components.Crisis;

namespace Candour.Web.Pages.Letters;

/// <summary>What every page of letters reads first.</summary>
public sealed class LetterDesk(TheRecord record, CrisisLines crisis, Colleagues colleagues)
{
    public async Task<ServicePolicy> Policy() => ServicePolicy.On(London.Today(record.Clock), await record.Read(Streams.Policy));

    /// <param name="host">This site's address, for the code to reply.</param>
    public async Task<LetterSettings> Settings(string host)
    {
        var policy = await Policy();
        return new(
            policy[PolicyNames.Phone], $"{host}/l", policy.NoReplyDays,
            ["If you are in danger or have hurt yourself, call 999 or go to A&E now.", .. crisis.Ways.Select(w => $"{w.Act}: {w.Words}")]);
    }

    public async Task<Sheet> SheetOf(Letter letter, History referral, string? code = null)
    {
        // The envelope shows the neutral name and nothing else of us.
        var sender = (await record.Read(Streams.Service)).First<ServiceOpened>()?.NeutralName ?? "";
        return new(sender, Reference.Of(referral.Stream.Id, sender), letter.Made, code)
        {
            Approved = letter.Approved is { } by ? $"Read and approved by {(await colleagues.Names())(by.By.Actor)} on {Words.LongDay(London.DayOf(by.At))}." : null,
        };
    }

    /// <summary>The person's own copy of a letter to their GP, in their print and with their address; null where no letter may go to them.</summary>
    public static Sheet? CopyFor(Person person, Sheet original) =>
        MakeLetter.CopyTo(person) is { } address && MakeLetter.FormatFor(person) is { } format
            ? original with { Made = original.Made with { To = address, Format = format }, IsCopy = true }
            : null;
}
