using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Waiting;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;
using Candour.Clinical.Problems;
using Candour.Web.Access;
using Candour.Web.Components;
using Candour.Web.Components.Charts;
using Candour.Web.Pages.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Waiting;

/// <summary>Who waits, for what, and both waits, longest first; the stock that has to add up; whom to write to.</summary>
[Needs("waiting_list", Act.View, Posting = Act.Create)]
public sealed class WaitingModel(TheRecord record, Randomness randomness, Who who) : PageModel
{
    private const int MostAtOnce = 200;

    [BindProperty(SupportsGet = true)]
    public int? Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "therapy")]
    public string? For { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public WaitingOrder Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Down { get; set; }

    [BindProperty]
    public Shown Shown { get; set; } = new();

    /// <summary>Referrals of those whose names the form showed.</summary>
    [BindProperty]
    public List<string> To { get; set; } = [];

    /// <summary>Who only counts (the service lead) is offered no button that would answer 403.</summary>
    public bool MayWrite => May.Embedded.Ever(who.Actor, Act.Create, "waiting_list") is Answer.Yes;

    [TempData]
    public string? Said { get; set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<OneWaiting> People { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => Math.Max(1, (Count + WaitingLists.PageSize - 1) / WaitingLists.PageSize);

    /// <summary>Nobody learns an order of names who may not see the names.</summary>
    public Sorting<WaitingOrder> Order => Sorting.Asked(
        Sort == WaitingOrder.Person && !NamesShown ? WaitingOrder.SinceReferral : Sort, Down, $"/waiting?step={Step}&therapy={For}&",
        by => by is not (WaitingOrder.Person or WaitingOrder.For));

    /// <summary>What comes first, for the table's caption.</summary>
    public string OrderWords => (Order.By, Order.Down) switch
    {
        (WaitingOrder.Person, var down) => $"by last name, {(down ? "Z to A" : "A to Z")}",
        (WaitingOrder.For, _) => "by treatment",
        (WaitingOrder.LastHeard, var down) => $"heard from us {(down ? "longest" : "shortest")} ago first",
        (WaitingOrder.SinceFirstTalk, var down) => $"{(down ? "longest" : "shortest")} since the first talk first",
        (_, var down) => $"{(down ? "longest" : "shortest")} first",
    };

    /// <summary>Another list, sorted as this one.</summary>
    public string ListHref(int? step, string? therapy) => $"/waiting?step={step}&therapy={therapy}&{Order.Kept}";

    public string PageHref => $"{Order.Address}{Order.Kept}&p={{0}}";

    public Stock Stock { get; private set; } = new(0, 0, 0, 0, 0);

    public int? HalfDays { get; private set; }

    public int LongestDays { get; private set; }

    public IReadOnlyList<OneWaiting> ToWrite { get; private set; } = [];

    /// <summary>How many have waited how long: the picture and the table under it are made of this one thing.</summary>
    public WeeksWaited Weeks { get; private set; } = WeeksWaited.None;

    public AnybodyReads AnybodyReads { get; private set; } = null!;

    public string Heading => (Step, Therapy.OfCode(For)) switch
    {
        (_, { } therapy) => $"Waiting for {therapy.PlainName}",
        ({ } step, _) => $"Waiting for step {step}",
        _ => "Waiting",
    };

    /// <summary>The service lead sees counts and rows without names (permissions table).</summary>
    public bool NamesShown => who.Actor.Role != Roles.ServiceLead;

    public int DaysSince(DateOnly day) => Today.DayNumber - day.DayNumber;

    public string ForWhat(WaitingRow wait) =>
        (Therapy.OfCode(wait.Therapy)?.PlainName ?? $"Step {wait.Step}, not chosen yet")
        + (wait.Problem is { } problem ? $" ({ProblemDescriptor.Find(problem).Name})" : "")
        + (wait.BegunByRecord is { } session ? $". {Stay.BothFacts(session, Today)}" : "");

    public async Task<IActionResult> OnGetAsync()
    {
        if (Step is not (null or 2 or 3) || PageNumber < 1)
            return NotFound();
        await Load();
        Shown = new() { Command = Ids.New(randomness) };
        return Page();
    }

    /// <summary>
    /// Writes to those whose names were shown, and to nobody else, each by a write of its own. Who has left the list or heard
    /// from us since is left out, and that is said.
    /// </summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (written, toCall, leftOut) = (0, 0, 0);
        foreach (var id in To.Distinct().Take(MostAtOnce))
        {
            if (await WaitOf(id) is not { } wait)
            {
                leftOut++;
                continue;
            }

            var (person, referral) = (Streams.Person(wait.Person), Streams.Referral(wait.Referral));
            var write = new WriteWhileWaiting(Ids.New(randomness));
            var outcome = await record.Write(
                who.OrderFor($"{Shown.Command}/{wait.Referral}"), [person, referral, Streams.Service, Streams.Policy],
                (h, now) => write.Decide(h[person], h[referral], Sender.Of(h, now), now));
            if (outcome is not Outcome.Done { Events: var events })
                leftOut++;
            else
                _ = events.Any(e => e.Event is WroteWhileWaiting) ? written++ : toCall++;
        }

        Said = $"Sent to {Words.Count(written, "person", "people")}.{(toCall > 0 ? $" {Words.Count(toCall, "person is", "people are")} on the call list." : "")}"
            + (leftOut > 0 ? $" {Words.Count(leftOut, "person was", "people were")} left out: they no longer wait, or have heard from us since." : "");
        return this.See(ListHref(Step, For));
    }

    private async Task<WaitingRow?> WaitOf(string referral)
    {
        await using var lists = record.Lists();
        return await lists.WaitOf(referral);
    }

    private async Task Load()
    {
        Today = London.Today(record.Clock);
        await using var lists = record.Lists();
        People = await lists.WaitingFor(Step, For, PageNumber, Order.By, Order.Down);
        Count = await lists.CountWaiting(Step, For);
        Stock = await lists.StockOf(Step, For, Today);
        if (await lists.Middle(Step, For) is { } middle)
            (HalfDays, LongestDays) = (DaysSince(middle.Half), DaysSince(middle.Longest));
        ToWrite = await lists.NotHeardSince(Step, For, Today.AddDays(-NextStep.WriteEveryDays), MostAtOnce);
        Weeks = WeeksWaited.Of(await lists.ByWeek(Step, For, Today));
        AnybodyReads = await AnybodyReads.Of(record, Say.StillWaiting());
    }
}
