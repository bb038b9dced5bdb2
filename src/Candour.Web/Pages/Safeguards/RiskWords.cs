using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.Web.Pages.Safeguards;

/// <summary>Something that was told, as the page says it.</summary>
public sealed record ToldWords(string What, string Where, string? Said);

/// <summary>The words of the risk page. Words only: no grade, no colour.</summary>
internal static class RiskWords
{
    /// <summary>Amy answered question 9: "several days".</summary>
    public static string What(RiskDisclosed told, string called) => told switch
    {
        { Source: RiskSource.Item9, Instrument: { } token, Item: { } item, Value: { } value } =>
            $"{called} answered question {item}: \"{WhatWasTold.Answer(token, item, value)}\"",
        { Source: RiskSource.HandedOn } => $"A worry about {called} was handed on",
        _ => $"{called} {WhatWasTold.InShort(told)}",
    };

    /// <summary>Answered 11:42pm Sunday, at home, by Amy. She was shown … Form sent 11:50pm.</summary>
    /// <param name="task">The task it opened or joined.</param>
    public static string Where(Envelope envelope, RiskDisclosed told, RiskTask task, Questionnaire? form, string called, Moment now)
    {
        var when = $"{Words.Time(envelope.At)} {DayWords(envelope.At, now)}";
        if (form is null)
            return $"{when}.{(told.HelpShown ? " The crisis numbers were shown." : "")}";
        var how = form.Mode switch
        {
            AnswerMode.Kiosk => "on the service's device",
            AnswerMode.Telephone => "by phone, typed by staff",
            AnswerMode.InSession => "in the session, typed by staff",
            AnswerMode.Paper => "on paper, typed by staff",
            _ => "through a link",
        };
        var by = form.FilledInBy switch
        {
            FilledInBy.PersonWithHelp => $"by {called} with help",
            FilledInBy.Carer => "by a carer",
            FilledInBy.Interpreter => "by an interpreter",
            FilledInBy.Staff => "by staff",
            _ => $"by {called}",
        };
        var chosen = form.HelpChosenAt >= envelope.At ? form.HelpChosen : null;
        var shown = chosen is { } choice ? $" {called} was shown the crisis numbers and chose \"{ChoiceWords(choice)}\"."
            : told.HelpShown || task.HelpWasShown(form.Id, envelope.Sequence) ? $" {called} was shown the crisis numbers."
            : form.StaffEntry is null ? $" {called} chose the answer and did not press Continue: the crisis numbers were not shown."
            : "";
        var sent = form.Submitted is { } at ? $"Form sent {Words.Time(at)} {DayWords(at, now)}." : "Form not sent.";
        return $"Answered {when}, {how}, {by}.{shown} {sent}";
    }

    public static string Line(Recorded recorded, Func<string, string> name, Moment now)
    {
        var at = $"{Words.Time(recorded.Envelope.At)} {DayWords(recorded.Envelope.At, now)}";
        var by = name(recorded.Envelope.By.Actor);
        return recorded.Event switch
        {
            RiskTaskOpened { Owner: Cover.Nobody } => $"{at}: nobody is named who could be given it.",
            RiskTaskOpened x => $"{at}: given to {name(x.Owner)}.",
            RiskTaskJoined => $"{at}: more was told.",
            RiskHelpShown => $"{at}: the crisis numbers were shown.",
            RiskAnswerLowered x => $"{at}: the answer was changed from {x.From} to {(x.To is { } to ? $"{to}" : "none")}. Both are kept.",
            RiskTaskClaimed => $"{at}: {by} is dealing with it.",
            RiskEscalated { To: Cover.Nobody } => $"{at}: not looked at in time, and nobody is named who could be told.",
            RiskEscalated x => $"{at}: not looked at in time, {name(x.To)} was told.",
            RiskTaskHandedOn x => $"{at}: {by} handed it to {name(x.To)}. {x.Why}",
            RiskActionTaken x => $"{at}: {by}. {ContactWords(x.Contact)} at {At(x.When, recorded.Envelope.At)}. {x.Said}",
            RiskClosingProposed => $"{at}: {by} asks for it to be closed.",
            RiskTaskClosed x => $"{at}: closed by {by}. {x.Said} Plan: {x.Plan} Informed: {x.Informed}",
            _ => "",
        };
    }

    public static string ContactWords(RiskContact contact) => contact switch
    {
        RiskContact.Spoke => "Spoke",
        RiskContact.Texted => "Texted",
        RiskContact.CouldNotReach => "Could not reach",
        RiskContact.CalledEmergencyServices => "Called emergency services",
        RiskContact.ToldGp => "Told GP",
        RiskContact.ToldCrisisTeam => "Told the crisis team",
        _ => "Other",
    };

    /// <summary>10am, with its day whenever that is not today: 10am tomorrow, 10am Monday.</summary>
    public static string At(Moment moment, Moment now) =>
        London.DayOf(moment) == London.DayOf(now) ? Words.Time(moment) : $"{Words.Time(moment)} {DayWords(moment, now)}";

    /// <summary>After a time: today, yesterday, Sunday, or on 3 November.</summary>
    public static string DayWords(Moment moment, Moment now)
    {
        var (day, today) = (London.DayOf(moment), London.DayOf(now));
        return (today.DayNumber - day.DayNumber) switch
        {
            0 => "today",
            1 => "yesterday",
            -1 => "tomorrow",
            > 1 and < 7 or < -1 and > -7 => Words.LongDay(day).Split(' ')[0],
            _ => $"on {Words.Day(day, today)}",
        };
    }

    private static string ChoiceWords(HelpChoice choice) => choice switch
    {
        HelpChoice.StopHere => "stop here",
        HelpChoice.SafetyPlan => "see my own safety plan",
        _ => "carry on",
    };
}
