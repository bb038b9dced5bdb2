using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Candour.Web.Components;

/// <summary>Reads a typed date into a page: the day, or an error where it was typed.</summary>
public static class DateReading
{
    /// <param name="key">The property, as "Form.Day": the error goes to the box that is wrong.</param>
    /// <returns>Null when it is no date that answers the question; the model state then says why.</returns>
    public static DateOnly? Day(this ModelStateDictionary state, string key, DateParts typed, DateQuestion question, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(typed);
        switch (typed.Read(question, today))
        {
            case DateAnswer.Right right:
                return right.Date;
            case DateAnswer.Wrong wrong:
                state.AddModelError($"{key}.{wrong.Part}", wrong.Message);
                return null;
            default:
                return null;
        }
    }

    /// <summary>A date that may be left out.</summary>
    /// <param name="field">What a refusal calls the field, and the page its id.</param>
    /// <returns>False when something was typed that is no date; the model state then says why.</returns>
    public static bool MayBeDay(this ModelStateDictionary state, string field, DateParts typed, DateQuestion question, DateOnly today, out DateOnly? day)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(typed);
        day = null;
        if (typed.IsEmpty)
            return true;
        if (typed.Read(question, today) is DateAnswer.Wrong wrong)
            state.AddModelError(field, wrong.Message);
        else if (typed.Read(question, today) is DateAnswer.Right right)
            day = right.Date;
        return day is not null;
    }
}
