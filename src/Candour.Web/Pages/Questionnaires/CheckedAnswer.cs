using Candour.CareRecord.Questionnaires;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>A question and the answer that stands.</summary>
/// <param name="Said">What the person says they said instead; null where they do not say so.</param>
public sealed record CheckedAnswer(int Number, string Question, string Answer, string? Said = null)
{
    /// <summary>The person gave it alone and somebody else types: it is not changed from a page that others see.</summary>
    public bool IsKept { get; init; }

    public static IReadOnlyList<CheckedAnswer> Of(Questionnaire form, Wordings wordings) =>
    [
        .. form.Items.Select((item, i) =>
        {
            var words = wordings.Of(item.Instrument)!;
            string WordsOf(int? value) => value is { } given
                ? words.ChoicesOf(item.Item.Number).FirstOrDefault(c => c.Value == given)?.Text ?? $"{given}"
                : "Not answered";
            var said = form.Corrections.LastOrDefault(c => c.Instrument == item.Instrument && c.Item == item.Item.Number);
            var isPrivate = form.Now(item) is { Event.Private: true };
            return new CheckedAnswer(
                i + 1, words.Item(item.Item.Number).Text,
                isPrivate ? "Answered in private" : WordsOf(form.Now(item)?.Event.Value), said is null ? null : WordsOf(said.Said))
            {
                IsKept = isPrivate && form.IsTypedForThem,
            };
        }),
    ];
}
