using System.Globalization;
using System.Reflection;
using Candour.Clinical;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Referrals.Facts;

/// <summary>How a field is asked and read.</summary>
public enum FieldKind
{
    Text,
    Words,
    Day,

    /// <summary>YYYY-MM.</summary>
    Month,

    /// <summary>HH:MM:SS, typed as HH:MM.</summary>
    Time,

    /// <summary>One of a national list.</summary>
    Code,

    /// <summary>Several of a national list.</summary>
    Codes,
    YesNo,
    Language,
    NhsNumber,
    Postcode,
    Organisation,

    /// <summary>Several of a fixed choice of our own.</summary>
    Choices,
}

/// <summary>One question of a fact.</summary>
/// <param name="List">The national code list.</param>
public sealed record FactField(string Name, string Label, FieldKind Kind, string? List = null, bool Needed = false, string? Hint = null)
{
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The words of a choice of our own.</summary>
    public Func<string, string> WordsOf { get; init; } = choice => choice;

    /// <summary>The question as the person themselves is asked it; absent where only staff ask.</summary>
    public string? Asked { get; init; }

    /// <summary>Only codes of this group of the list.</summary>
    public string? Group { get; init; }

    /// <summary>What can be chosen, with its words.</summary>
    public IEnumerable<(string Code, string Words)> Offered(DateOnly today) => Kind switch
    {
        FieldKind.Language => Languages.Offered,
        FieldKind.Choices => Choices.Select(c => (c, WordsOf(c))),
        FieldKind.Code or FieldKind.Codes => CodeList.Find(List!).On(today)
            .Where(c => Group is null || c.Group == Group).Select(c => (c.Code, c.Plain)),
        _ => [],
    };

    /// <summary>A stored value as people read it: the words of a code, a day in words.</summary>
    public string Say(string value) => Kind switch
    {
        FieldKind.Code or FieldKind.Codes => CodeList.Find(List!)[value]?.Plain ?? value,
        FieldKind.Choices => WordsOf(value),
        FieldKind.Language => Languages.NameOf(value),
        FieldKind.Day when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
        FieldKind.NhsNumber when NhsNumber.TryParse(value, out var number) => number.Spaced,
        FieldKind.YesNo => value == "yes" ? "Yes" : "No",
        _ => value,
    };
}

/// <summary>A fact that staff ask, add and put right: its questions, its event, and where its history is.</summary>
public abstract class Fact(string slug, string title, string resource, bool aboutReferral, IReadOnlyList<FactField> fields)
{
    /// <summary>In the address of its page.</summary>
    public string Slug { get; } = slug;

    public string Title { get; } = title;

    /// <summary>The resource of the permissions table that it belongs to.</summary>
    public string Resource { get; } = resource;

    /// <summary>True: on the referral's stream; false: on the person's.</summary>
    public bool AboutReferral { get; } = aboutReferral;

    public IReadOnlyList<FactField> Fields { get; } = fields;

    /// <summary>True when several may stand side by side (diagnoses, circumstances); a new one then needs no reason.</summary>
    public bool Repeats { get; init; }

    /// <summary>The event's type.</summary>
    public abstract Type Says { get; }

    /// <summary>The event of what was typed; null when something is wrong, and then the input holds the errors.</summary>
    public abstract Event? Make(FactInput input);

    /// <summary>The stored values of an event of this fact, field by field, raw; null for another event.</summary>
    public abstract IReadOnlyDictionary<string, IReadOnlyList<string>>? Values(Event e);

    /// <summary>The day it happened, when the fact has one: late entries ask why.</summary>
    public abstract DateOnly? HappenedOn(Event e);

    /// <summary>Why a value was added; null where nothing was said, or nothing is asked.</summary>
    public abstract string? WhyOf(Event e);

    /// <summary>Every value there ever was, oldest first (G11).</summary>
    public IEnumerable<Recorded> Over(History history) => history.Events.Where(e => Values(e.Event) is not null);
}

/// <inheritdoc/>
public sealed class Fact<T>(
    string slug, string title, string resource, bool aboutReferral, IReadOnlyList<FactField> fields,
    Func<FactInput, T> make, Func<T, IReadOnlyList<object?>> values)
    : Fact(slug, title, resource, aboutReferral, fields)
    where T : Event
{
    private static readonly PropertyInfo? Why = typeof(T).GetProperty("Why", typeof(string));

    /// <summary>When it happened; null where the fact has no such day.</summary>
    public Func<T, DateOnly?>? When { get; init; }

    public override Type Says => typeof(T);

    public override Event? Make(FactInput input)
    {
        foreach (var field in Fields.Where(f => f.Needed))
            input.Demand(field);
        if (input.Errors.Count > 0)
            return null;
        var made = make(input);
        return input.Errors.Count > 0 ? null : made;
    }

    public override IReadOnlyDictionary<string, IReadOnlyList<string>>? Values(Event e) => e is not T fact ? null
        : Fields.Zip(values(fact)).Where(p => p.Second is not null)
            .ToDictionary(p => p.First.Name, p => (IReadOnlyList<string>)[.. Texts(p.Second!)]);

    public override DateOnly? HappenedOn(Event e) => e is T fact ? When?.Invoke(fact) : null;

    public override string? WhyOf(Event e) => Why?.GetValue(e) as string;

    private static IEnumerable<string> Texts(object value) => value switch
    {
        string text => [text],
        IEnumerable<string> many => many,
        DateOnly day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        bool flag => [flag ? "yes" : "no"],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""],
    };
}
