using Candour.Clinical;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components.Patterns;

/// <summary>What a person needs in order to talk with us (pattern G6): above all else but the name.</summary>
/// <param name="Needs">Each as a short phrase: "text only", "no voicemail", "Letters in 18 point print".</param>
/// <param name="AskedOn">null: not asked yet.</param>
public sealed record NeedsStrip(IReadOnlyList<string> Needs, DateOnly? AskedOn, DateOnly Today) : Component
{
    /// <summary>After this day the needs are asked for again.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>To where needs are asked and shown.</summary>
    public string? Href { get; init; }

    public override Markup? Render() => El("div", "candour-strip", "candour-strip--need").Add(El("p").Add(Said(), Link()));

    private Markup? Said()
    {
        var meet = Needs.Count == 0 ? null : Join(El("strong").Add("Meet these needs:"), " " + string.Join(". ", Needs).TrimEnd('.') + ". ");
        // What is known holds before anybody has asked.
        if (AskedOn is not { } asked)
            return Join("Needs not asked yet. ", meet);
        var needs = meet ?? Join($"No needs recorded. Asked on {Words.Day(asked, Today)}. ");
        return ReviewOn <= Today ? Join(needs, $"Needs last checked {Ago(asked)} ago. ") : needs;
    }

    private Element? Link() => Href is null ? null
        : El("a").Attr("href", Href).Add(AskedOn is null ? "Ask now" : ReviewOn <= Today ? "Check" : "All needs");

    private string Ago(DateOnly asked)
    {
        var months = ((Today.Year - asked.Year) * 12) + Today.Month - asked.Month - (Today.Day < asked.Day ? 1 : 0);
        return months >= 1 ? Words.Count(months, "month", "months") : Words.Count(Today.DayNumber - asked.DayNumber, "day", "days");
    }
}

/// <summary>A risk answer that waits: what, when, whose, by when. Words, never a grade.</summary>
/// <param name="State">"Risk answer, not opened".</param>
/// <param name="Sentence">"Question 9, “several days”, 11:42pm yesterday. Yours, due by 10am today."</param>
public sealed record RiskStrip(string State, string Sentence, string Href) : Component
{
    public override Markup? Render() => El("div", "candour-strip", "candour-strip--risk").Add(El("p").Add(
        new Tag { Text = State, Colour = "red" }, " ", Sentence + " ", El("a").Attr("href", Href).Add(El("strong").Add("Open it"))));
}

/// <summary>Who a person is: what they asked to be called first, the legal name where identity matters. Any script.</summary>
/// <param name="Called">What the person asked to be called; null when it is the name.</param>
public sealed record NameLine(string Name, string? Called, DateOnly Born, DateOnly Today) : Component
{
    /// <summary>In groups of 3, 3 and 4.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>Since the referral was received; null when the pathway is closed.</summary>
    public int? DaysOpen { get; init; }

    public override Markup? Render()
    {
        var age = Today.Year - Born.Year - (Today < Born.AddYears(Today.Year - Born.Year) ? 1 : 0);
        return Join(
            El("h1", "nhsuk-heading-l", "nhsuk-u-margin-bottom-1").Add(El("bdi").Add(Name)),
            El("p", "candour-name").Add(
                Called is null || Called == Name ? null : Pair("Call them ", El("bdi").Add(Called)),
                El("span").Add("Born ", El("strong").Add(Words.Day(Born, DateOnly.MinValue)), $", {age}"),
                NhsNumber is null ? null : Pair("NHS number ", NhsNumber),
                DaysOpen is not { } days ? null : Pair("Pathway open ", Words.Count(days, "day", "days"))));
    }

    private static Element Pair(string before, Markup? value) => El("span").Add(before, El("strong").Add(value));
}

/// <summary>Any other thin strip, such as the next appointment.</summary>
[HtmlTargetElement("candour-strip")]
public sealed class StripTagHelper : ComponentTagHelper
{
    /// <summary>need or risk; null for an ordinary one.</summary>
    public string? Kind { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var kind = Kind is "need" or "risk" ? "candour-strip--" + Kind : null;
        Write(output, Markup.El("div", "candour-strip", kind, Take(output, "class")).Attrs(Rest(output)).Add(await ContentOf(output)));
    }
}
