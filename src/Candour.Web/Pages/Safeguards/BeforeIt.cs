using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;

namespace Candour.Web.Pages.Safeguards;

/// <summary>What was known of a person's safety before a worry was told, in lines.</summary>
internal static class BeforeIt
{
    /// <summary>The last answer to item 9 that was sent before, and what was said when safety was last talked about.</summary>
    public static IReadOnlyList<string> Lines(History referral, Moment first, Moment now)
    {
        var lines = new List<string>();
        var sent = SentScore.OfReferral(referral)
            .LastOrDefault(s => s.Envelope.At < first && s.Score.Instrument.Items.Any(i => i.Safety));
        if (sent.Score is { } score)
        {
            var item = score.Instrument.Items.First(i => i.Safety).Number;
            var day = Words.Day(London.DayOf(sent.Envelope.At), London.DayOf(now));
            lines.Add(score.Answers[item - 1] is { } value
                ? $"Before: \"{WhatWasTold.Answer(score.Instrument.Token, item, value)}\" on {day}."
                : $"Before: question {item} was not answered on {day}.");
        }

        var talked = referral.Recorded<SafetyTalkedAbout>().LastOrDefault();
        if (talked.Event is { } safety)
            lines.Add($"Last talked about {Words.Day(London.DayOf(talked.Envelope.At), London.DayOf(now))}: {safety.InWords}");
        return lines;
    }
}
