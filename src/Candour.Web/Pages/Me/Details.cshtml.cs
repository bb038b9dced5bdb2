using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>My details: what we know of how to reach and help the person, since when, and where to change it.</summary>
[ForPatients]
[Needs("contact_details", Act.View, About = About.Myself)]
public sealed class DetailsModel(TheRecord record, Who who, ServiceFace face) : PageModel
{
    public Person Me { get; private set; } = null!;

    /// <summary>"since 5 October 2026, given by you" by the name of the event; absent: never given.</summary>
    public Dictionary<Type, string> Since { get; } = [];

    /// <summary>Earlier numbers, addresses, rules and needs: the day and who gave each, newest first. What it was stays in the record.</summary>
    public IReadOnlyList<(string When, string What)> Changes { get; private set; } = [];

    public IReadOnlyList<(string Way, string Words)> ToConfirm { get; private set; } = [];

    public IReadOnlyList<(DetailAsked What, string Wanted, string On)> Asked { get; private set; } = [];

    /// <summary>The last answer of staff to a request, while it is fresh.</summary>
    public IReadOnlyList<string> Settled { get; private set; } = [];

    public string? Phone => face.Phone;

    [TempData]
    public string? Said { get; set; }

    public async Task OnGetAsync()
    {
        var history = await record.Read(Streams.Person(who.Patient!.Person));
        var today = London.Today(record.Clock);
        Me = Person.Of(history)!;
        var changes = new List<(string, string)>();
        foreach (var e in history.Events)
        {
            var what = e.Event switch
            {
                ContactDetailsGiven => "How we reach you",
                SafeContactRulesGiven => "What is safe",
                NeedsRecorded => "What you need",
                PersonRegistered or NameGiven => "Your name",
                GpPracticeGiven => "Your GP surgery",
                ContactConfirmed => "A number or address confirmed",
                OldContactTold old => OldOne(MessageState.Of(await record.Read(Streams.Message(old.Message)))?.Stage),
                _ => null,
            };
            if (what is null)
                continue;
            var day = London.DayOf(e.Envelope.At);
            var when = $"{Words.Day(day, today)}, {(e.Envelope.By.Role == Roles.Patient ? "by you" : e.Envelope.By.Role == Roles.Public ? "by your referral" : "by us")}";
            Since[e.Event is NameGiven ? typeof(PersonRegistered) : e.Event.GetType()] = when;
            changes.Insert(0, (when, what));
        }

        Changes = changes;
        ToConfirm = [.. new[] { (Ways.Text, "your mobile number"), (Ways.Email, "your e-mail address") }.Where(w => ContactCodes.Awaits(history, w.Item1))];
        Asked = [.. ChangeDetails.Open(history).Select(a => (a.Event.What, a.Event.Wanted ?? "", Words.Day(London.DayOf(a.Envelope.At), today)))];
        var others = history.All<DetailsChangeAsked>().Where(a => a.What is not (DetailAsked.Name or DetailAsked.GpSurgery)).Select(a => a.Request).ToHashSet();
        Settled =
        [
            .. history.Recorded<DetailsChangeSettled>().Where(s => !others.Contains(s.Event.Request) && London.DayOf(s.Envelope.At) > today.AddDays(-28)).Select(s =>
                s.Event.Done ? $"We changed what you asked for on {Words.Day(London.DayOf(s.Envelope.At), today)}." : $"We did not change it: {s.Event.InWords}"),
        ];
    }

    /// <summary>What became of the notice to a number or address that is used no more: only what went is called told.</summary>
    private static string OldOne(MessageStage? notice) => notice switch
    {
        MessageStage.HandedOver or MessageStage.Delivered => "We told your old number or address",
        MessageStage.Waiting or MessageStage.HandingOver => "We are telling your old number or address",
        MessageStage.MayHaveGone => "We wrote to your old number or address, and do not know if it arrived",
        _ => "We did not tell your old number or address: it was not safe to, or nothing could arrive there",
    };

    public string WaysInWords => string.Join(", ", (Me.Contact?.Chosen ?? []).Select(NeedsWords.Way));

    public static string YesNo(bool? value) => value switch { true => "Yes", false => "No", null => "Not asked, so no" };
}
