using System.Text.Encodings.Web;
using Candour.Web.Components;

namespace Candour.Web.Tests.Components;

/// <summary>Every case that the design system publishes: the same options give the same markup.</summary>
public sealed class FixtureTests
{
    public static TheoryData<string> Components { get; } = new(Fixture.All.Select(fixture => fixture.Component).Distinct());

    [Fact]
    public void All_cases_of_the_package_are_there() => Fixture.All.Count.ShouldBe(983);

    [Theory]
    [MemberData(nameof(Components))]
    public void A_component_writes_the_published_markup_in_every_case(string component)
    {
        var cases = Fixture.All.Where(fixture => fixture.Component == component).ToArray();
        var different = cases.Where(fixture => Ours(fixture) != Html.Parse(fixture.Html).Normalised())
            .Select(fixture => $"{fixture}\nours:\n{Ours(fixture)}\npublished:\n{Html.Parse(fixture.Html).Normalised()}").ToArray();
        different.ShouldBeEmpty($"{different.Length} of {cases.Length} differ");
    }

    private static string Ours(Fixture fixture)
    {
        using var writer = new StringWriter();
        Build(fixture).WriteTo(writer, HtmlEncoder.Default);
        return Html.Parse(writer.ToString()).Normalised();
    }

    private static Component Build(Fixture fixture)
    {
        var (o, call) = (fixture.Options, fixture.Call);
        return fixture.Component switch
        {
            "action-link" => FrameFixtures.ActionLink(o, call),
            "back-link" => FrameFixtures.BackLink(o, call),
            "breadcrumb" => FrameFixtures.Breadcrumb(o),
            "button" => FieldFixtures.Button(o),
            "card" => BlockFixtures.Card(o, call),
            "character-count" => FieldFixtures.CharacterCount(o),
            "checkboxes" => FieldFixtures.Checkboxes(o),
            "code" => BlockFixtures.Code(o, call),
            "contents-list" => FrameFixtures.ContentsList(o),
            "date-input" => FieldFixtures.DateInput(o),
            "details" => BlockFixtures.Details(o, call),
            "do-dont-list" => BlockFixtures.DoDontList(o),
            "error-message" => QuestionFixtures.ErrorMessage(o, call)!,
            "error-summary" => BlockFixtures.ErrorSummary(o, call),
            "fieldset" => QuestionFixtures.Fieldset(o, call)!,
            "file-upload" => FieldFixtures.FileUpload(o),
            "footer" => FrameFixtures.Footer(o, call),
            "header" => FrameFixtures.Header(o),
            "heading" => QuestionFixtures.Heading(o)!,
            "hero" => FrameFixtures.Hero(o),
            "hint" => QuestionFixtures.Hint(o, call)!,
            "images" => FrameFixtures.Image(o, call),
            "input" => FieldFixtures.Input(o),
            "inset-text" => BlockFixtures.InsetText(o, call),
            "label" => QuestionFixtures.Label(o, call)!,
            "legend" => QuestionFixtures.Legend(o, call)!,
            "notification-banner" => BlockFixtures.NotificationBanner(o, call),
            "pagination" => FrameFixtures.Pagination(o),
            "panel" => BlockFixtures.Panel(o, call),
            "password-input" => FieldFixtures.PasswordInput(o),
            "radios" => FieldFixtures.Radios(o),
            "scroll" => FrameFixtures.Scroll(o, call),
            "search-input" => FieldFixtures.SearchInput(o),
            "select" => FieldFixtures.Select(o),
            "skip-link" => FrameFixtures.SkipLink(o),
            "summary-list" => BlockFixtures.SummaryList(o),
            "tables" => BlockFixtures.Table(o),
            "tabs" => FrameFixtures.Tabs(o),
            "tag" => BlockFixtures.Tag(o, call),
            "task-list" => BlockFixtures.TaskList(o),
            "textarea" => FieldFixtures.Textarea(o),
            "warning-callout" => BlockFixtures.WarningCallout(o, call),
            _ => throw new InvalidOperationException($"No component for {fixture}."),
        };
    }
}
