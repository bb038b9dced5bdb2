using Candour.Clinical;

namespace Candour.Web.Components.Patterns;

/// <summary>Whose record a page is about, where its heading says something else: what is read out to 999 or a crisis team.</summary>
/// <param name="Name">The full name.</param>
/// <param name="NhsNumber">Ten digits; null: none known.</param>
public sealed record WhoLine(string Name, string? Called, DateOnly? Born, string? NhsNumber, DateOnly Today) : Component
{
    /// <summary>"Amira Testwell, born 4 March 1991, 999 012 3456": in the tab, so that two tabs are not mistaken (H12).</summary>
    public string Title => string.Join(", ", new[]
    {
        Name, Born is { } born ? $"born {Words.Day(born, DateOnly.MinValue)}" : null, NhsNumber is null ? null : Clinical.NhsNumber.InGroups(NhsNumber),
    }.OfType<string>());

    public override Markup? Render() => El("p", "candour-name").Add(
        El("strong").Add(El("bdi").Add(Name)),
        Called is null || Called == Name ? null : El("span").Add("Call them ", El("strong").Add(El("bdi").Add(Called))),
        Born is not { } born ? El("span").Add("Birth date not known")
            : El("span").Add("Born ", El("strong").Add(Words.Day(born, DateOnly.MinValue)), $", {Today.Year - born.Year - (Today < born.AddYears(Today.Year - born.Year) ? 1 : 0)}"),
        NhsNumber is null ? El("span").Add("NHS number not known") : El("span").Add("NHS number ", El("strong").Add(Clinical.NhsNumber.InGroups(NhsNumber))));
}
